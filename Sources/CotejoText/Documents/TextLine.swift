internal import CotejoICU

/// A line of a text and what tells whether the next goes on with it; widths are code points.
struct TextLine {
  /// Its bytes without white space at either end; empty for a blank line.
  let span: Range<Int>
  /// How much white space stands before them.
  let indent: Int
  /// How wide they are.
  let width: Int
  /// How wide the first word is.
  let firstWord: Int
  /// Whether the line ends a sentence: `.`, `!`, `?`, `…` or `:`, with quotes or brackets behind.
  let isStopped: Bool
  /// Whether it begins as the middle of a sentence may: with a letter that is not upper case.
  let goesOn: Bool
  /// Whether it begins as an item of a list or a turn of a dialogue does.
  let isItem: Bool

  var isBlank: Bool { span.isEmpty }

  /// The lines of a text whose line ends are LF.
  static func lines(of text: Span<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    forEach(of: text) { range, span in
      lines.append(TextLine(range, span, in: text))
    }
    return lines
  }

  /// Calls `body` with the range of each line, without its LF, and that without white space.
  static func forEach(of text: Span<UInt8>, _ body: (Range<Int>, Range<Int>) -> Void) {
    var start = 0
    while start < text.count {
      let end = text.firstByte(from: start, to: text.count) { ByteWord.bytes($0, equalTo: 0x0A) }
      body(start..<end, WhiteSpace.trimmed(start..<end, in: text))
      start = end + 1
    }
  }

  private init(_ line: Range<Int>, _ span: Range<Int>, in text: Span<UInt8>) {
    self.span = span
    guard !span.isEmpty else {
      (indent, width, firstWord) = (0, 0, 0)
      (isStopped, goesOn, isItem) = (false, false, false)
      return
    }
    indent = text.scalarCount(in: line.lowerBound..<span.lowerBound)
    width = text.scalarCount(in: span)
    var word = span.lowerBound
    while word < span.upperBound, WhiteSpace.length(in: text, at: word) == 0 { word += 1 }
    firstWord = text.scalarCount(in: span.lowerBound..<word)
    isStopped = Self.endsSentence(span, in: text)
    let first = text.scalar(at: span.lowerBound)
    goesOn = CodePoint.kind(first) == .letter && CodePoint.caseFolded(first) == first
    isItem = Self.beginsItem(first, word: span.lowerBound..<word, in: text)
  }

  private static func endsSentence(_ span: Range<Int>, in text: Span<UInt8>) -> Bool {
    var end = span.upperBound
    while end > span.lowerBound {
      let start = text.scalarStart(before: end, floor: span.lowerBound)
      switch text.scalar(at: start) {
      case 0x2E, 0x21, 0x3F, 0x3A, 0x2026, 0x3002, 0xFF01, 0xFF1F: return true
      // Quotes and brackets that close, and footnote marks.
      case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x201C, 0x2A: end = start
      default: return false
      }
    }
    return false
  }

  private static func beginsItem(
    _ first: UInt32, word: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    switch first {
    // Hyphen, asterisk, dashes, bullets.
    case 0x2D, 0x2A, 0xB7, 0x2013, 0x2014, 0x2015, 0x2022, 0x25AA, 0x25CF: return true
    // `1.`, `12)`, `a)`.
    case 0x30...0x39, 0x61...0x7A:
      let last = text[word.upperBound - 1]
      return (2...4).contains(word.count) && (last == 0x29 || last == 0x2E && first <= 0x39)
    default: return false
    }
  }
}

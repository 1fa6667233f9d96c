internal import CotejoICU

/// Finds the sentences of paragraphs.
///
/// Candidates are the places behind stops, list markers and turns of a dialogue, and, for scripts
/// with stops of their own, ICU's sentence boundaries; rules and a language's lists decide them.
/// The policy is the one that alignment needs: the sentences inside a quotation are sentences, its
/// closing mark and the words that say whose it is stay with the last of them; a turn that begins
/// with a raya is a sentence; the label of a speaker and the number of a list item stay with what
/// follows. A line end inside a paragraph is white space.
///
/// Opening one takes a moment and it holds state: use one a task, for paragraph after paragraph.
public struct SentenceSegmenter: ~Copyable {
  private let rules: SentenceRules
  private var breaker: BreakIterator
  private var boundaries: [Boundary] = []
  private var listStarts: [Int] = []
  /// Whether ICU is asked before any stop that is not Latin is seen.
  private let asksAlways: Bool

  /// What the scan does at a byte.
  private enum ByteKind {
    static let plain: UInt8 = 0
    static let stop: UInt8 = 1
    static let generalPunctuation: UInt8 = 2
    static let lineEnd: UInt8 = 3
    static let otherScript: UInt8 = 4
    static let quotationMark: UInt8 = 5
    static let semicolon: UInt8 = 6
  }

  /// `ByteKind` of each byte that may begin a code point.
  private static let byteKinds: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x2E, 0x21, 0x3F: ByteKind.stop
    case 0xE2: ByteKind.generalPunctuation
    case 0x0A, 0x0D: ByteKind.lineEnd
    case 0x22: ByteKind.quotationMark
    case 0x3B: ByteKind.semicolon
    // From Armenian on there are scripts with stops of their own.
    case 0xD6...0xDF, 0xE0, 0xE1, 0xE3...0xF4: ByteKind.otherScript
    default: ByteKind.plain
    }
  }
  private let byteKinds = Self.byteKinds

  /// Opens a segmenter.
  ///
  /// - Parameters:
  ///   - language: the language of the text, for ICU's rules.
  ///   - pack: the language's lists; without them the rules that hold for any language apply.
  /// - Throws: `icu` if ICU has no sentence rules.
  public init(language: LanguageTag, pack: LanguagePack?) throws(TextError) {
    rules = SentenceRules(pack: pack)
    // The Greek question mark is a semicolon.
    asksAlways = language.language == "el"
    do {
      breaker = try BreakIterator(.sentence, locale: language.description)
    } catch {
      throw TextError(.icu, message: error.description)
    }
  }

  /// Appends the sentences of a paragraph, in order.
  ///
  /// Between two of them, and before the first and behind the last, there is only white space.
  /// - Parameters:
  ///   - paragraph: bytes in `bytes` that do not cut a code point.
  ///   - number: the 0-based number of the paragraph.
  ///   - bytes: valid UTF-8.
  ///   - sentences: what is appended to.
  /// - Throws: `icu` if ICU refuses the text.
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  public mutating func appendSentences(
    of paragraph: TextSpan, number: Int32, in bytes: [UInt8], to sentences: inout [Sentence]
  ) throws(TextError) {
    let text = bytes.span
    let floor = Int(paragraph.lower)
    let ceiling = text.trimmingWhiteSpace(before: Int(paragraph.upper), floor: floor)
    var start = text.skippingWhiteSpace(from: floor, ceiling: ceiling)
    guard start < ceiling else { return }

    func append(upTo end: Int) {
      let end = text.trimmingWhiteSpace(before: end, floor: start)
      guard end > start else { return }
      sentences.append(Sentence(span: TextSpan(Int32(start), Int32(end)), paragraph: number))
    }

    listStarts.removeAll(keepingCapacity: true)
    ListMarker.appendStarts(of: start, in: text, ceiling: ceiling, to: &listStarts)
    var nextList = 0
    boundaries.removeAll(keepingCapacity: true)
    var nextBoundary = 0
    var asked = false
    if asksAlways {
      try ask(text, from: start, to: ceiling)
      asked = true
    }

    var isQuoteOpen = false
    var headline = rules.headlineEnd(from: start, in: text, ceiling: ceiling)
    var offset = start
    while offset < ceiling {
      // Whatever ICU or a list says about the text before this byte comes first.
      while nextBoundary < boundaries.count, Int(boundaries[nextBoundary].offset) <= offset {
        let boundary = boundaries[nextBoundary]
        nextBoundary += 1
        guard Int(boundary.offset) == offset, boundary.status < 100, offset > start else {
          continue
        }
        append(upTo: offset)
        start = text.skippingWhiteSpace(from: offset, ceiling: ceiling)
      }
      if nextList < listStarts.count, listStarts[nextList] <= offset {
        if listStarts[nextList] == offset, offset > start {
          append(upTo: offset)
          start = offset
        }
        nextList += 1
        continue
      }
      if offset == headline {
        append(upTo: offset)
        start = offset
        headline = nil
      }
      let kind = byteKinds[Int(text[offset])]
      if kind == ByteKind.plain {
        offset += 1
        continue
      }
      if kind == ByteKind.otherScript {
        if !asked {
          try ask(text, from: start, to: ceiling)
          asked = true
        }
        offset += text.scalarWidth(at: offset)
        continue
      }
      if kind == ByteKind.quotationMark {
        isQuoteOpen.toggle()
        offset += 1
        continue
      }
      if kind == ByteKind.semicolon {
        offset += 1
        let next = text.skippingWhiteSpace(from: offset, ceiling: ceiling)
        if next > offset, rules.beginsClause(at: next, in: text, ceiling: ceiling) {
          append(upTo: offset)
          start = next
        }
        continue
      }
      if kind == ByteKind.lineEnd {
        offset += 1
        let next = text.skippingWhiteSpace(from: offset, ceiling: ceiling)
        if next > start, rules.beginsItem(at: next, in: text, ceiling: ceiling) {
          append(upTo: offset)
          start = next
        }
        continue
      }
      if kind == ByteKind.generalPunctuation {
        let character = SentenceCharacter(text.scalar(at: offset))
        guard character == .stop || character == .strongStop else {
          // Some stops of other scripts are among the punctuation, from U+2E00 on.
          if text[offset + 1] >= 0xB8, !asked {
            try ask(text, from: start, to: ceiling)
            asked = true
          }
          offset += 3
          continue
        }
      }
      let gap = SentenceGap(
        at: offset, isQuoteOpen: isQuoteOpen, in: text, ceiling: ceiling)
      if rules.endsSentence(at: gap, start: start, in: text, floor: floor, ceiling: ceiling) {
        append(upTo: gap.end)
        start = gap.next
        headline = rules.headlineEnd(from: start, in: text, ceiling: ceiling)
      }
      for index in offset..<gap.next where text[index] == 0x22 { isQuoteOpen.toggle() }
      offset = gap.next
      // What ICU says about this gap is settled.
      while nextBoundary < boundaries.count, Int(boundaries[nextBoundary].offset) <= offset {
        nextBoundary += 1
      }
    }
    append(upTo: ceiling)
  }

  /// Asks ICU for the boundaries between two bytes; their offsets then count from the text's start.
  private mutating func ask(
    _ text: Span<UInt8>, from lower: Int, to upper: Int
  ) throws(TextError) {
    boundaries.removeAll(keepingCapacity: true)
    do {
      try breaker.appendBoundaries(of: text.extracting(lower..<upper), to: &boundaries)
    } catch {
      throw TextError(.icu, message: error.description)
    }
    for index in boundaries.indices { boundaries[index].offset += Int32(lower) }
  }
}

extension SegmentedText {
  /// Cuts a text into sentences, paragraph by paragraph.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - paragraphs: its paragraphs, in order, none overlapping another.
  ///   - language: its language.
  ///   - segmenter: a segmenter opened for that language.
  /// - Throws: `icu` if ICU refuses the text.
  public init(
    _ text: TextView, paragraphs: [TextSpan], language: LanguageTag,
    segmenter: inout SentenceSegmenter
  ) throws(TextError) {
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      try segmenter.appendSentences(
        of: paragraph, number: Int32(number), in: text.bytes, to: &sentences)
    }
    self.init(language: language, text: text, sentences: sentences)
  }
}

/// The number of a list item or of a numbered heading: `3.`, `(b)`, `iv)`, `2.1.`, `Artículo 5`.
struct ListNumber: Hashable {
  /// 1 for `1.`, `a)` and `I.`; the parts of `2.3.1` in base 1000, of which there are three at most.
  ///
  /// A single small letter is a letter, not a Roman number.
  var value: Int32
  /// The byte behind the number and its marks.
  var end: Int

  /// The longest word that a number names: `Disposición 3`.
  private static let longestWord = 16

  /// Reads the number with which the item that begins at `start` begins; `nil` if there is none.
  ///
  /// White space or the end must follow. `ceiling` is the end of the sentence. Inside a paragraph a
  /// Roman number with a stop is the initial of a name.
  init?(at start: Int, in text: Span<UInt8>, ceiling: Int, isParagraph: Bool) {
    var offset = start
    let isBracketed = offset < ceiling && text[offset] == UInt8(ascii: "(")
    if isBracketed { offset += 1 }
    guard let label = Self.label(at: offset, in: text, ceiling: ceiling) else { return nil }
    offset = label.end
    if isBracketed {
      guard offset < ceiling, text[offset] == UInt8(ascii: ")") else { return nil }
      offset += 1
    } else {
      let marks = offset
      while offset < ceiling, offset - marks < 2, Self.isMark(text[offset]) { offset += 1 }
      let isClosed = offset > marks && text[marks] == UInt8(ascii: ")")
      switch label.kind {
      case .number: guard offset > marks else { return nil }
      case .letter: guard isClosed else { return nil }
      case .roman: guard isClosed || offset > marks && isParagraph else { return nil }
      case .parts: break
      }
    }
    guard offset == ceiling || WhiteSpace.length(in: text, at: offset) > 0 else { return nil }
    value = label.value
    end = offset
  }

  /// Reads a heading that is a word and a number and no more, `Capítulo IV.`, in `range`.
  init?(heading range: Range<Int>, in text: Span<UInt8>) {
    var offset = range.lowerBound
    guard SentenceCharacter(text.scalar(at: offset)) == .upper else { return nil }
    let wordEnd = text.wordEnd(from: offset, ceiling: range.upperBound)
    guard wordEnd - offset <= Self.longestWord, wordEnd < range.upperBound else { return nil }
    offset = text.skippingWhiteSpace(from: wordEnd, ceiling: range.upperBound)
    guard offset > wordEnd,
      let label = Self.label(at: offset, in: text, ceiling: range.upperBound),
      label.kind != .letter
    else { return nil }
    offset = label.end
    while offset < range.upperBound, Self.isMark(text[offset]) { offset += 1 }
    guard offset == range.upperBound else { return nil }
    value = label.value
    end = offset
  }

  private enum Kind {
    case number
    case parts
    case letter
    case roman
  }

  /// A number, letter or Roman number.
  private static func label(
    at start: Int, in text: Span<UInt8>, ceiling: Int
  ) -> (value: Int32, kind: Kind, end: Int)? {
    guard start < ceiling else { return nil }
    var offset = start
    guard 0x30...0x39 ~= text[offset] else {
      while offset < ceiling, offset - start < 8, 0x61...0x7A ~= text[offset] | 0x20 { offset += 1 }
      if let value = roman(start..<offset, in: text) { return (value, .roman, offset) }
      guard offset == start + 1 else { return nil }
      return (Int32((text[start] | 0x20) - 0x60), .letter, offset)
    }
    var value: Int32 = 0
    var parts = 0
    while parts < 3 {
      let first = offset
      var part: Int32 = 0
      while offset < ceiling, offset - first < 3, 0x30...0x39 ~= text[offset] {
        part = part * 10 + Int32(text[offset] - 0x30)
        offset += 1
      }
      value = value * 1000 + part
      parts += 1
      guard offset + 1 < ceiling, text[offset] == UInt8(ascii: "."),
        0x30...0x39 ~= text[offset + 1]
      else { break }
      offset += 1
    }
    guard offset == ceiling || !(0x30...0x39 ~= text[offset]) else { return nil }
    // `2.5 millones` is not an item, `2.5. Alcance` and `2.5.1 Alcance` are.
    let isPlain = parts == 1 || parts == 2
    return (value, isPlain ? .number : .parts, offset)
  }

  /// A Roman number below 40 in capitals, or of two and more small letters.
  private static func roman(_ range: Range<Int>, in text: Span<UInt8>) -> Int32? {
    guard 1...8 ~= range.count else { return nil }
    let isSmall = text[range.lowerBound] >= 0x61
    guard !isSmall || range.count > 1 else { return nil }
    // What the letters so far are worth, and the last one; most words end here at their first letter.
    var (value, last): (Int32, Int32) = (0, 10)
    var repeats = 0
    for offset in range {
      guard (text[offset] >= 0x61) == isSmall, let letter = romanDigit(text[offset]) else {
        return nil
      }
      repeats = letter == last ? repeats + 1 : 1
      if letter > last {
        // Only a single one is taken off, from five or ten.
        guard last == 1, value % 10 == 1 else { return nil }
        value += letter - 2
        // Nothing may follow.
        guard offset + 1 == range.upperBound else { return nil }
      } else {
        guard repeats <= (letter == 5 ? 1 : 3) || offset == range.lowerBound else { return nil }
        value += letter
      }
      last = letter
    }
    return value
  }

  private static func romanDigit(_ byte: UInt8) -> Int32? {
    switch byte & 0xDF {
    case UInt8(ascii: "I"): 1
    case UInt8(ascii: "V"): 5
    case UInt8(ascii: "X"): 10
    default: nil
    }
  }

  /// What stands behind the number of an item.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: ":"): true
    default: false
    }
  }
}

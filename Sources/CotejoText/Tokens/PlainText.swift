/// Cuts text of plain Latin letters, digits, spaces and common marks into tokens without ICU.
///
/// For such text the word rules of Unicode Standard Annex #29 come down to a few: letters go together,
/// and digits do; an apostrophe joins letters; a comma, a full stop or an apostrophe joins digits. What
/// languages or versions of ICU cut or class differently (a colon or a full stop between letters, *2a*,
/// *@*), and every character that is not listed here, is left to ICU.
enum PlainText {
  /// What a character is to the word rules.
  private enum Kind: UInt8 {
    /// ICU is asked.
    case unknown
    /// ALetter.
    case letter
    /// Numeric.
    case digit
    case space
    /// A mark that joins nothing.
    case mark
    /// MidNumLet and Single_Quote, but the full stop.
    case apostrophe
    /// MidNum.
    case comma
    case stop
    case colon
  }

  /// The kinds of ASCII characters.
  private static let ascii: InlineArray<128, Kind> = InlineArray { index in
    switch UInt8(index) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: " "): .space
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
    case UInt8(ascii: "."): .stop
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "_"), UInt8(ascii: "@"), 0x7F: .unknown
    case 0x21...0x7E: .mark
    default: .unknown
    }
  }

  /// Appends the tokens of `range`; false, and nothing appended, if ICU is to be asked.
  static func appendTokens(
    of range: Range<Int>, in text: Span<UInt8>, to tokens: inout [Token]
  ) -> Bool {
    let count = tokens.count
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      let (kind, width) = kind(in: text, at: index, before: range.upperBound)
      var end: Int? = index + width
      if kind == .letter || kind == .digit {
        end = self.end(of: kind, in: text, from: index + width, before: range.upperBound)
      }
      guard let end, kind != .unknown else {
        tokens.removeLast(tokens.count - count)
        return false
      }
      index = end
      if kind == .space { continue }
      tokens.append(
        Token(
          span: TextSpan(Int32(start), Int32(end)),
          kind: kind == .letter ? .word : kind == .digit ? .number : .mark))
    }
    return true
  }

  /// The end of a run of letters or digits; nil if ICU is to be asked.
  @inline(__always)
  private static func end(
    of kind: Kind, in text: Span<UInt8>, from start: Int, before end: Int
  ) -> Int? {
    var index = start
    while index < end {
      // Most are these.
      if kind == .letter, isASCIILetter(text[index]) {
        index += 1
        continue
      }
      let (next, width) = self.kind(in: text, at: index, before: end)
      if next == kind {
        index += width
        continue
      }
      // What letters and digits make together is a matter of versions.
      if next == .letter || next == .digit || next == .unknown { return nil }
      guard next != .space, next != .mark, index + width < end else { break }
      let (behind, reach) = self.kind(in: text, at: index + width, before: end)
      guard behind == kind else { break }
      switch (kind, next) {
      case (.letter, .stop), (.letter, .colon): return nil
      case (.letter, .comma), (.digit, .colon): return index
      default: index += width + reach
      }
    }
    return index
  }

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The kind of the character at `index`, and its bytes.
  @inline(__always)
  private static func kind(
    in text: Span<UInt8>, at index: Int, before end: Int
  ) -> (Kind, Int) {
    let byte = text[index]
    if byte < 0x80 {
      // The table is behind a test of whether it was made.
      if isASCIILetter(byte) { return (.letter, 1) }
      return (byte == 0x20 ? .space : ascii[Int(byte)], 1)
    }
    // Latin letters up to U+024F, the multiplication and division signs aside.
    guard index + 1 < end else { return (.unknown, 1) }
    let second = text[index + 1]
    if byte == 0xC3 { return (second == 0x97 || second == 0xB7 ? .mark : .letter, 2) }
    if (0xC4...0xC8).contains(byte) || byte == 0xC9 && second < 0x90 { return (.letter, 2) }
    if byte == 0xC2 {
      switch second {
      case 0xA1, 0xAB, 0xB0, 0xBB, 0xBF: return (.mark, 2)
      case 0xA0: return (.space, 2)
      case 0xAA, 0xBA: return (.letter, 2)
      default: return (.unknown, 2)
      }
    }
    // Dashes, double quotation marks and the ellipsis; single ones stand for apostrophes, too.
    if byte == 0xE2, index + 2 < end, second == 0x80 {
      switch text[index + 2] {
      case 0x93, 0x94, 0x9C, 0x9D, 0xA6: return (.mark, 3)
      case 0x98, 0x99: return (.apostrophe, 3)
      default: break
      }
    }
    return (.unknown, 1)
  }
}

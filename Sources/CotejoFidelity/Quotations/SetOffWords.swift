internal import CotejoText

extension CheckedSide {
  /// Which words stand in quotation marks with no more than so many: terms and titles; `nil` if none
  /// do.
  func wordsInQuotationMarks(most: Int) -> [Bool]? {
    flags(of: quotedStretches().filter { $0.hasOpening && $0.hasClosing }.map(\.words), most)
  }

  /// Which words stand in brackets with no more than so many: what is cited or explained; `nil` if none
  /// do.
  ///
  /// Of brackets in brackets the inner ones count. A bracket that is not closed, or was not opened, is
  /// none.
  func wordsInBrackets(most: Int) -> [Bool]? {
    var places: [Range<Int>] = []
    var opening: Int32?
    for token in tokens where token.kind == .mark && token.span.count == 1 {
      switch text[Int(token.span.lower)] {
      case UInt8(ascii: "("), UInt8(ascii: "["): opening = token.span.upper
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if let lower = opening { places.append(words(in: TextSpan(lower, token.span.lower))) }
        opening = nil
      default: break
      }
    }
    return flags(of: places, most)
  }

  private func flags(of places: [Range<Int>], _ most: Int) -> [Bool]? {
    let short = places.filter { !$0.isEmpty && $0.count <= most }
    if short.isEmpty { return nil }
    var flags = [Bool](repeating: false, count: words.count)
    for place in short { for word in place { flags[word] = true } }
    return flags
  }

  /// Whether some words stand in quotation marks of their own, or an explanation in brackets follows.
  func isSetOff(_ words: Range<Int>) -> Bool {
    let before = Int(self.words[words.lowerBound].token) - 1
    let after = Int(self.words[words.upperBound - 1].token) + 1
    guard tokens.indices.contains(after), tokens[after].kind == .mark else { return false }
    let next = QuotationMark(tokens[after], in: text)
    if text[Int(tokens[after].span.lower)] == UInt8(ascii: "(") { return true }
    guard before >= 0, tokens[before].kind == .mark else { return false }
    return next != nil && QuotationMark(tokens[before], in: text) != nil
  }
}

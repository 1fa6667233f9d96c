internal import CotejoText

extension CheckedSide {
  /// The stretches of words that stand in quotation marks of their own or in brackets, if they have no
  /// more than so many words: terms, titles and citations.
  func setOffPlaces(mostWords: Int) -> [Range<Int>] {
    var places = quotedStretches().filter { $0.hasOpening && $0.hasClosing }.map(\.words)
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
    return places.filter { !$0.isEmpty && $0.count <= mostWords }
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

internal import CotejoText

extension CheckedSide {
  /// Which words stand between square brackets: what somebody says to have added.
  ///
  /// A bracket that is not closed, or was not opened, is none.
  func bracketedWords() -> [Bool] {
    var isBracketed = [Bool](repeating: false, count: words.count)
    guard text.contains(UInt8(ascii: "[")) else { return isBracketed }
    var opening: Int32?
    for token in tokens where token.kind == .mark && token.span.count == 1 {
      switch text[Int(token.span.lower)] {
      case UInt8(ascii: "["): opening = token.span.upper
      case UInt8(ascii: "]"):
        guard let lower = opening else { continue }
        for word in words(in: TextSpan(lower, token.span.lower)) { isBracketed[word] = true }
        opening = nil
      default: break
      }
    }
    return isBracketed
  }
}

extension Range<Int> {
  /// The stretches of words in which a flag does not change.
  func cut(by flags: [Bool]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for index in self {
      if let last = stretches.last, flags[last.lowerBound] == flags[index] {
        stretches[stretches.count - 1] = last.lowerBound..<index + 1
      } else {
        stretches.append(index..<index + 1)
      }
    }
    return stretches
  }
}

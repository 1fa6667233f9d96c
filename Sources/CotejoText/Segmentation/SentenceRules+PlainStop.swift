/// What a single full stop ends: a sentence, an abbreviation, an initial, an ordinal.
extension SentenceRules {
  /// Whether a sentence ends at a single full stop before anything but a small letter.
  func endsAfterPlainStop(
    _ gap: SentenceGap, _ opening: Opening, start: Int, in text: Span<UInt8>, floor: Int,
    ceiling: Int
  ) -> Bool {
    if ListMarker.isMarker(from: start, to: gap.stop, in: text) { return false }
    if isInside(gap, in: text, floor: floor, ceiling: ceiling) { return false }
    // Few stops ask for these two.
    var isProven: Bool {
      // A dash that stands off may part anything; one that is attached begins a turn.
      opening.hasInverted || opening.hasDash && !opening.isDashDetached
        || starters.match(at: opening.offset, in: text, ceiling: ceiling)
    }
    var isInitial: Bool { self.isInitial(followedBy: opening.offset, in: text, ceiling: ceiling) }
    let word = text.wordStart(before: gap.stop, floor: floor)
    let shape = WordShape(from: word, to: gap.stop, in: text)
    if let match = abbreviations.match(endingAt: gap.stop, in: text, floor: floor) {
      if opening.hasBracket, match.kind != .beforeNumber { return false }
      switch match.kind {
      case .never: return false
      case .mayEnd:
        if opening.hasDash, !isProven { return false }
        return opening.character != .digit && !(isInitial && shape.isCapitals)
      case .seldomEnds: return isProven && !isInitial
      case .beforeNumber:
        if isNumber(at: opening.offset, in: text, ceiling: ceiling) { return false }
      }
    }
    if shape.count == 1, !shape.hasDigit {
      // Portuguese and Galician pronouns behind their verb, as in `viu-o.`, are words.
      if !shape.isCapitalized, word - floor > 1, text[word - 1] == UInt8(ascii: "-"),
        text.isWordScalar(before: word - 1, floor: floor)
      {
        return true
      }
      // `J. K. Rowling`, `z. B.`; but not `35 °C.`
      guard word == floor || text[word - 1] <= 0x20 || Self.isLink(text[word - 1]) else {
        return true
      }
      return isProven && !isInitial
    }
    if hasOrdinalStops, shape.hasDigit, shape.count <= 2, !isProven { return false }
    // `U.S.S.R.`, `Ph.D.`: an abbreviation by its inner stops.
    if shape.count > 0, shape.count <= 2, !shape.hasDigit, word > floor,
      text[word - 1] == UInt8(ascii: "."), text.isWordScalar(before: word - 1, floor: floor)
    {
      return isProven
    }
    // `Sgt.`, `Blvd.`: no word of most languages in Latin letters lacks a vowel.
    if shape.isCapitalized, shape.count > 1, shape.count <= 5, !shape.hasVowel, !shape.isCapitals {
      return isProven
    }
    if !hasLists, shape.count <= 3, !shape.isCapitalized, isInitial { return false }
    if opening.character == .digit, !hasLists {
      return shape.count > 4 && !shape.hasDigit
    }
    return true
  }

  /// Whether a byte stands between an initial and what it belongs to, as in `J.-C.` and `(J.`, too.
  private static func isLink(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  /// Whether a stop is one of the inner stops of an abbreviation such as `EE. UU.`.
  private func isInside(
    _ gap: SentenceGap, in text: Span<UInt8>, floor: Int, ceiling: Int
  ) -> Bool {
    guard gap.stop - text.wordStart(before: gap.stop, floor: floor, limit: 6) <= 8 else {
      return false
    }
    let limit = min(ceiling, gap.next + 24)
    var offset = gap.next
    while offset < limit {
      if text[offset] == UInt8(ascii: "."),
        let match = abbreviations.match(endingAt: offset, in: text, floor: floor),
        match.lower < gap.stop
      {
        return true
      }
      offset += 1
    }
    return false
  }

  /// Whether a number stands at `offset`: digits, or a Roman number in capitals.
  private func isNumber(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    if text.sentenceCharacter(at: offset, ceiling: ceiling) == .digit { return true }
    let end = text.wordEnd(from: offset, ceiling: ceiling, limit: 8)
    for index in offset..<end {
      guard [0x49, 0x56, 0x58, 0x4C, 0x43].contains(text[index]) else { return false }
    }
    return end > offset
  }

  /// Whether an initial, a capital with a stop, begins at `offset`.
  private func isInitial(followedBy offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let end = text.wordEnd(from: offset, ceiling: ceiling, limit: 2)
    return end < ceiling && text[end] == UInt8(ascii: ".")
      && WordShape(from: offset, to: end, in: text).count == 1
  }
}

/// The label with which a turn of a transcript begins, in capitals or not: `Moderadora:`.
enum TurnLabel {
  /// The longest label that is not in capitals, in bytes and words.
  private static let longest = (bytes: 48, words: 5)
  /// The longest word in small letters inside one: `de`, `del`, `of`.
  private static let longestParticle = 3

  /// The byte behind the colon of the label that begins at `start`; `nil` if there is none.
  ///
  /// One that is not in capitals may be any words before a colon, each with a capital but for
  /// particles; whether it is a label its coming again tells.
  static func end(
    at start: Int, in text: Span<UInt8>, ceiling: Int
  ) -> (end: Int, isCapitals: Bool)? {
    if let end = SpeakerLabel.end(at: start, in: text, ceiling: ceiling) { return (end, true) }
    let limit = min(ceiling, start + longest.bytes)
    var offset = start
    var words = 0
    var isParticle = true
    while offset < limit, words < longest.words {
      let wordEnd = text.wordEnd(from: offset, ceiling: limit)
      guard wordEnd > offset else { return nil }
      isParticle = SentenceCharacter(text.scalar(at: offset)) != .upper
      guard !isParticle || words > 0 && wordEnd - offset <= longestParticle else { return nil }
      words += 1
      offset = wordEnd
      // The stop of an abbreviation, the hyphen of a double name.
      while offset < limit, text[offset] == 0x2E || text[offset] == 0x2D { offset += 1 }
      guard offset < limit else { return nil }
      if text[offset] == 0x3A {
        // White space, and what the speaker says.
        return !isParticle && offset + 1 < ceiling && text[offset + 1] <= 0x20
          ? (offset + 1, false) : nil
      }
      while offset < limit, text[offset] == 0x20 { offset += 1 }
    }
    return nil
  }
}

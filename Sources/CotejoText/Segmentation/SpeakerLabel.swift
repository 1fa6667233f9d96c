/// The label of a speaker in a transcript: `PRESIDENTA CLAUDIA SHEINBAUM:`.
enum SpeakerLabel {
  /// The longest label, in bytes.
  private static let longest = 96

  /// The byte behind the colon of the label in capitals that begins at `offset`; `nil` if there is
  /// none.
  ///
  /// A label has at least two letters, all capitals; brackets, commas, stops and hyphens may stand
  /// between them.
  static func end(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Int? {
    let limit = min(ceiling, offset + longest)
    var letters = 0
    var offset = offset
    while offset < limit {
      let scalar = text.scalar(at: offset)
      switch SentenceCharacter(scalar) {
      case .upper: letters += 1
      case .pause where scalar == 0x3A: return letters >= 2 ? offset + 1 : nil
      case .whiteSpace where scalar != 0x0A && scalar != 0x0D: break
      case .digit, .dash, .pause, .opener, .closer: break
      case .stop where scalar == 0x2E: break
      default: return nil
      }
      offset += text.scalarWidth(at: offset)
    }
    return nil
  }
}

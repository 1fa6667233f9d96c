/// What a word looks like: its letters, their case, and whether it has vowels.
struct WordShape {
  /// Its letters, digits and marks; those behind the twelfth are not looked at.
  private(set) var count = 0
  /// Whether it begins with a capital.
  private(set) var isCapitalized = false
  /// Whether all its letters are capitals.
  private(set) var isCapitals = true
  /// Whether it holds a digit.
  private(set) var hasDigit = false
  /// Whether it holds a vowel, or a letter beyond ASCII, which may be one.
  private(set) var hasVowel = false

  /// Looks at the word between two bytes.
  init(from lower: Int, to upper: Int, in text: Span<UInt8>) {
    var offset = lower
    while offset < upper, count < 12 {
      let scalar = text.scalar(at: offset)
      let character = SentenceCharacter(scalar)
      if count == 0 { isCapitalized = character == .upper }
      if character != .upper { isCapitals = false }
      if character == .digit { hasDigit = true }
      switch scalar | 0x20 {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: hasVowel = true
      default: if scalar >= 0x80 { hasVowel = true }
      }
      count += 1
      offset += text.scalarWidth(at: offset)
    }
  }
}

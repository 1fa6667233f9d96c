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
      let byte = text[offset]
      if byte < 0x80 {
        addASCII(byte)
        offset += 1
      } else {
        let (scalar, width) = text.decodeScalar(at: offset)
        add(SentenceCharacter(scalar), mayBeVowel: true)
        offset += width
      }
    }
  }

  @inline(__always)
  private mutating func addASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A: add(.lower, mayBeVowel: Self.isVowel(byte))
    case 0x41...0x5A: add(.upper, mayBeVowel: Self.isVowel(byte))
    default: add(0x30...0x39 ~= byte ? .digit : .other, mayBeVowel: false)
    }
  }

  @inline(__always)
  private mutating func add(_ character: SentenceCharacter, mayBeVowel: Bool) {
    if count == 0 { isCapitalized = character == .upper }
    if character != .upper { isCapitals = false }
    if character == .digit { hasDigit = true }
    if mayBeVowel { hasVowel = true }
    count += 1
  }

  /// Whether an ASCII letter is one of *a e i o u y*.
  @inline(__always)
  private static func isVowel(_ letter: UInt8) -> Bool {
    let vowels: UInt32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25
    return vowels >> UInt32(letter & 0x1F) & 1 != 0
  }
}

internal import CotejoICU

/// What a character is to the rules that find sentences.
enum SentenceCharacter: Sendable {
  case whiteSpace
  case upper
  case lower
  /// A letter of a script without case.
  case letter
  case digit
  /// A full stop or an ellipsis.
  case stop
  /// `?`, `!` and their kin: they end a sentence and nothing else.
  case strongStop
  /// A bracket or a guillemet or quotation mark that opens in most languages.
  case opener
  /// A bracket or quotation mark that closes in most languages.
  case closer
  /// `"` and `'`, which do both.
  case straightQuote
  /// A hyphen, dash, raya or bar.
  case dash
  /// `¿` and `¡`.
  case inverted
  /// `,`, `;` and `:`: after a stop they show that the sentence goes on.
  case pause
  /// A bullet of a list.
  case bullet
  /// A character without width, which stands for nothing.
  case format
  /// Any other character, combining marks included.
  case other

  /// Sorts a code point.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A: self = .lower
    case 0x41...0x5A: self = .upper
    case 0x30...0x39: self = .digit
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .whiteSpace
    case 0x200B...0x200F, 0x2060, 0xFEFF: self = .format
    case 0x2E, 0x2024...0x2026: self = .stop
    case 0x3F, 0x21, 0x203C, 0x203D, 0x2047...0x2049: self = .strongStop
    case 0x28, 0x5B, 0x7B, 0xAB, 0x2018, 0x201A, 0x201B, 0x201C, 0x201E, 0x201F, 0x2039:
      self = .opener
    case 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A: self = .closer
    case 0x22, 0x27: self = .straightQuote
    case 0x2D, 0x2010...0x2015, 0x2212: self = .dash
    case 0xBF, 0xA1: self = .inverted
    case 0x2C, 0x3A, 0x3B: self = .pause
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25AA, 0x25AB, 0x25CF, 0x25E6:
      self = .bullet
    case 0...0xBF: self = scalar == 0xAA || scalar == 0xBA || scalar == 0xB5 ? .lower : .other
    default:
      switch CodePoint.letterCase(scalar) {
      case .upper: self = .upper
      case .lower: self = .lower
      case CodePoint.LetterCase.none?: self = .letter
      case nil: self = CodePoint.kind(scalar) == .number ? .digit : .other
      }
    }
  }
}

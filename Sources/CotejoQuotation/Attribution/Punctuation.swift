/// The marks that the rules on clauses and attributions tell apart; any other mark is none of them.
struct Punctuation: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let comma = Punctuation(rawValue: 1 << 0)
  static let colon = Punctuation(rawValue: 1 << 1)
  static let semicolon = Punctuation(rawValue: 1 << 2)
  static let fullStop = Punctuation(rawValue: 1 << 3)
  static let exclamation = Punctuation(rawValue: 1 << 4)
  static let question = Punctuation(rawValue: 1 << 5)
  static let ellipsis = Punctuation(rawValue: 1 << 6)
  static let hyphen = Punctuation(rawValue: 1 << 7)
  static let enDash = Punctuation(rawValue: 1 << 8)
  /// The em dash.
  static let raya = Punctuation(rawValue: 1 << 9)
  /// The horizontal bar, which some set for a raya.
  static let bar = Punctuation(rawValue: 1 << 10)
  static let openingParenthesis = Punctuation(rawValue: 1 << 11)
  static let closingParenthesis = Punctuation(rawValue: 1 << 12)
  static let closingBracket = Punctuation(rawValue: 1 << 13)
  /// `"`, `'`, `“ ” „`, `‘ ’`, `« »`, `‹ ›`
  static let quotation = Punctuation(rawValue: 1 << 14)

  /// What parts clauses.
  static let pause: Punctuation = [.comma, .colon, .semicolon]
  /// What ends a sentence.
  static let stop: Punctuation = [.fullStop, .exclamation, .question, .ellipsis]

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// What a code point is.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x2C: self = .comma
    case 0x3A: self = .colon
    case 0x3B: self = .semicolon
    case 0x2E: self = .fullStop
    case 0x21: self = .exclamation
    case 0x3F: self = .question
    case 0x2026: self = .ellipsis
    case 0x2D: self = .hyphen
    case 0x2013: self = .enDash
    case 0x2014: self = .raya
    case 0x2015: self = .bar
    case 0x28: self = .openingParenthesis
    case 0x29: self = .closingParenthesis
    case 0x5D: self = .closingBracket
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C...0x201E, 0xAB, 0xBB, 0x2039, 0x203A:
      self = .quotation
    default: self = []
    }
  }
}

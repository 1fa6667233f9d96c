/// The marks that the rules on clauses and attributions tell apart; any other mark is none of them.
struct Punctuation: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static var comma: Self { Self(rawValue: 1 << 0) }
  static var colon: Self { Self(rawValue: 1 << 1) }
  static var semicolon: Self { Self(rawValue: 1 << 2) }
  static var fullStop: Self { Self(rawValue: 1 << 3) }
  static var exclamation: Self { Self(rawValue: 1 << 4) }
  static var question: Self { Self(rawValue: 1 << 5) }
  static var ellipsis: Self { Self(rawValue: 1 << 6) }
  static var hyphen: Self { Self(rawValue: 1 << 7) }
  static var enDash: Self { Self(rawValue: 1 << 8) }
  /// The em dash.
  static var raya: Self { Self(rawValue: 1 << 9) }
  /// The horizontal bar, which some set for a raya.
  static var bar: Self { Self(rawValue: 1 << 10) }
  static var openingParenthesis: Self { Self(rawValue: 1 << 11) }
  static var closingParenthesis: Self { Self(rawValue: 1 << 12) }
  static var closingBracket: Self { Self(rawValue: 1 << 13) }
  /// A quotation mark of any shape, or an apostrophe.
  static var quotation: Self { Self(rawValue: 1 << 14) }

  /// What parts clauses.
  static var pause: Self { [.comma, .colon, .semicolon] }
  /// What ends a sentence.
  static var stop: Self { [.fullStop, .exclamation, .question, .ellipsis] }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The set of some marks, which must become a constant where it is written, as in `WordClasses`.
  @inline(__always) init(arrayLiteral marks: Self...) {
    var bits: UInt16 = 0
    for mark in marks { bits |= mark.rawValue }
    self.init(rawValue: bits)
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

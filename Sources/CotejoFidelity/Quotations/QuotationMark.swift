internal import CotejoText

/// A mark that may open or close a quotation.
struct QuotationMark: Hashable {
  /// Which marks go together.
  enum Family: Hashable {
    /// `"`, `“”`, `„“`, `«»`, `''`: the outer marks of Spanish and English print.
    case outer
    /// `'`, `‘’`, `‹›`: the marks inside those, and apostrophes.
    case inner
  }

  /// What it does by its form; nothing is known of `"` and `'`.
  enum Role: Hashable {
    case opening, closing, either
  }

  var family: Family
  var role: Role

  /// Reads a token; `nil` if it is no such mark.
  init?(_ token: Token, in text: [UInt8]) {
    guard token.kind == .mark else { return nil }
    switch text.span.scalar(at: Int(token.span.lower)) {
    case 0x22, 0xFF02: (family, role) = (.outer, .either)
    case 0xAB, 0x201E, 0x201F: (family, role) = (.outer, .opening)
    // German closes with the mark that opens in English.
    case 0x201C: (family, role) = (.outer, .either)
    case 0xBB, 0x201D, 0x2033: (family, role) = (.outer, .closing)
    case 0x27: (family, role) = (.inner, .either)
    case 0x2018, 0x201A, 0x2039: (family, role) = (.inner, .opening)
    case 0x2019, 0x203A: (family, role) = (.inner, .closing)
    default: return nil
    }
  }
}

internal import CotejoText

/// A quotation mark, or an apostrophe that may be one, where it stands in a text.
struct QuotationMark: Hashable, Sendable {
  /// The marks that go together.
  enum Family: UInt8, CaseIterable, Hashable, Sendable {
    /// `“ ” „ ‟ "`, two backticks and two apostrophes.
    case double
    /// `‘ ’ ‚ ‛ '`
    case single
    /// `« »`
    case guillemet
    /// `‹ ›`
    case singleGuillemet
    /// `「 」 『 』`, and any other marks that CLDR gives the language.
    case other
  }

  /// The side of a quotation that a mark is shaped for, in a language.
  enum Shape: UInt8, Hashable, Sendable {
    case opening
    case closing
    /// Either side: `"`, `'`, and the marks of languages that have one for both.
    case neutral
  }

  /// The side of a quotation that the text around a mark speaks for.
  enum Side: UInt8, Hashable, Sendable {
    /// Blank before, word after.
    case opens
    /// Word or stop before, blank after.
    case closes
    /// Blank on both sides or on none.
    case undecided
  }

  /// Its bytes in the text.
  var span: TextSpan
  /// The marks that it goes together with.
  var family: Family
  /// The side that it is shaped for.
  var shape: Shape
  /// The side that its surroundings speak for.
  var side: Side
  /// What it costs to take it for no quotation mark, an apostrophe or a sign of measure; `nil` where
  /// that cannot be.
  var apostropheCost: Float?
  /// Whether it is the first character of its paragraph.
  var beginsParagraph: Bool
}

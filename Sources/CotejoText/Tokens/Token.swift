/// A word, number or mark of a text view.
public struct Token: Hashable, Sendable {
  /// What a token is made of.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters, possibly with digits, hyphens or apostrophes inside.
    case word
    /// Digits with their separators.
    case number
    /// A mark or symbol; white space is no token.
    case mark
  }

  /// Its bytes in the view.
  public var span: TextSpan
  /// What it is made of.
  public var kind: Kind

  /// Makes a token of the bytes `span`.
  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

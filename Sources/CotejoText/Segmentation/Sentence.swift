/// A sentence of a text view.
public struct Sentence: Hashable, Sendable {
  /// Its bytes in the view, without white space at either end.
  public var span: TextSpan
  /// The 0-based number of the paragraph that it stands in.
  public var paragraph: Int32

  /// Makes a sentence of the bytes `span` in paragraph number `paragraph`.
  public init(span: TextSpan, paragraph: Int32) {
    self.span = span
    self.paragraph = paragraph
  }
}

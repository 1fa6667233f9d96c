/// A text and the sentences it was cut into: what aligners, finders and tracers read.
public struct SegmentedText: Sendable {
  /// The language of the text.
  public var language: LanguageTag
  /// The text; sentence spans are offsets into its bytes.
  public var text: TextView
  /// The sentences, in order, none overlapping another.
  public var sentences: [Sentence]

  /// Puts a text and its sentences together.
  public init(language: LanguageTag, text: TextView, sentences: [Sentence]) {
    self.language = language
    self.text = text
    self.sentences = sentences
  }
}

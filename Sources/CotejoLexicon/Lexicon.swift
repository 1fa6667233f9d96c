public import CotejoText

/// Translation probabilities between the words of two languages.
public struct Lexicon: Sendable {
  /// The language of the originals it was trained on.
  public let source: LanguageTag
  /// The language of the renderings.
  public let target: LanguageTag
}

public import CotejoLexicon

/// Two texts with the word pairs between them that spelling and some lexicons give.
///
/// They are the most of what there is to find out about two texts before they are aligned, and stay
/// the same when another lexicon joins the first: found once, they serve every pass over the texts.
/// Memory: about as much as the texts take.
public struct ComparedTexts: Sendable {
  /// The original.
  public let source: IndexedText
  /// The rendering.
  public let target: IndexedText
  /// How many lexicons were asked.
  let lexiconCount: Int
  let sourceWords: KnownWords
  let targetWords: KnownWords
  /// Translations and words that stand on both sides.
  let pairs: WordPairs
  /// Words that look alike.
  let cognates: WordPairs
  let sourceOccurrences: WordOccurrences
  let targetOccurrences: WordOccurrences

  /// Compares two texts by spelling and lexicons.
  public init(_ source: IndexedText, _ target: IndexedText, lexicons: [Lexicon]) {
    self.source = source
    self.target = target
    lexiconCount = lexicons.count
    sourceWords = KnownWords(source.vocabulary, lexicons, .source)
    targetWords = KnownWords(target.vocabulary, lexicons, .target)
    var pairs = WordPairs()
    pairs.addTranslations(sourceWords, targetWords)
    pairs.addIdentical(source.vocabulary, target.vocabulary)
    self.pairs = pairs
    var cognates = WordPairs()
    cognates.addCognates(source.vocabulary, target.vocabulary)
    self.cognates = cognates
    sourceOccurrences = WordOccurrences(source)
    targetOccurrences = WordOccurrences(target)
  }

  /// About how many bytes the texts and what was found of them take.
  public var size: Int {
    4 * (source.words.count + target.words.count) * 3
      + 12 * (pairs.all.count + cognates.all.count)
      + 16 * (source.vocabulary.count + target.vocabulary.count)
  }
}

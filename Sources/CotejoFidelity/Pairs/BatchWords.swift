internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// What is known of the words of a batch of pairs: looked up once for each word, not once a mention.
final class BatchWords: Sendable {
  /// The distinct words of each side.
  let vocabulary: (source: Vocabulary, target: Vocabulary)
  /// Which word may render which.
  let evidence: LinkEvidence
  /// The words as the lexicons know them.
  let known: (source: KnownWords, target: KnownWords)
  /// What the words do to a sentence, taken alone.
  let meanings: (source: [MarkerWords.Meaning], target: [MarkerWords.Meaning])
  /// Whether both languages have words that bear on what a sentence says.
  let hasMarkerWords: Bool
  /// Whether a lexicon has each word.
  let isKnown: (source: [Bool], target: [Bool])

  init(
    _ source: Vocabulary, _ target: Vocabulary, _ resources: FidelityResources
  ) {
    vocabulary = (source, target)
    evidence = LinkEvidence(source, target, lexicons: resources.lexicons)
    known = (
      KnownWords(source, resources.lexicons, .source),
      KnownWords(target, resources.lexicons, .target)
    )
    meanings = (
      Self.meanings(of: source, resources.markers.source),
      Self.meanings(of: target, resources.markers.target)
    )
    hasMarkerWords = !resources.markers.source.isEmpty && !resources.markers.target.isEmpty
    isKnown = (Self.isKnown(known.source), Self.isKnown(known.target))
  }

  private static func meanings(
    of vocabulary: Vocabulary, _ markers: MarkerWords
  ) -> [MarkerWords.Meaning] {
    if markers.isEmpty { return Array(repeating: .none, count: vocabulary.count) }
    return (0..<Int32(vocabulary.count)).map { word in
      markers.meaning(of: Array(vocabulary.pool[vocabulary.range(of: word)]))
    }
  }

  private static func isKnown(_ words: KnownWords) -> [Bool] {
    var known = [Bool](repeating: false, count: words.count)
    for numbers in words.numbers {
      for (word, number) in numbers.enumerated() where number >= 0 { known[word] = true }
    }
    return known
  }
}

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
  /// What the checker goes by.
  let resources: FidelityResources
  /// Whether both languages have words that bear on what a sentence says.
  let hasMarkerWords: Bool
  /// Whether a lexicon has each word.
  let isKnown: (source: [Bool], target: [Bool])

  init(
    _ source: Vocabulary, _ target: Vocabulary, _ resources: FidelityResources
  ) {
    vocabulary = (source, target)
    self.resources = resources
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

  /// The bytes of a word of a side, in matching form; none for one of which nothing is left.
  func form(_ word: CheckedWord, _ side: Lexicon.Side) -> [UInt8] {
    let words = side == .source ? vocabulary.source : vocabulary.target
    return word.form >= 0 ? Array(words.pool[words.range(of: word.form)]) : []
  }

  private static func isKnown(_ words: KnownWords) -> [Bool] {
    var known = [Bool](repeating: false, count: words.count)
    for numbers in words.numbers {
      for (word, number) in numbers.enumerated() where number >= 0 { known[word] = true }
    }
    return known
  }
}

internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

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
  /// What the words say of persons.
  let persons: (source: [PersonClasses], target: [PersonClasses])
  /// What kinds of words they are.
  let kinds: (source: [WordClasses], target: [WordClasses])
  /// How much more each word is one of the other side's language than of its own, in nats.
  let foreignness: (source: [Float], target: [Float])
  /// Whether the data of the originals' language tell the gender of people.
  let tellsGender: Bool
  /// Whether the data of both languages tell the persons of verbs and pronouns.
  let tellsPerson: Bool
  /// Whether a lexicon has each word.
  let isKnown: (source: [Bool], target: [Bool])

  init(
    _ source: Vocabulary, _ target: Vocabulary, _ resources: FidelityResources
  ) {
    vocabulary = (source, target)
    self.resources = resources
    tellsPerson =
      resources.words.source.persons.inventory.contains(.firstPlural)
      && resources.words.target.persons.inventory.contains(.firstPlural)
    tellsGender = resources.words.source.persons.inventory.contains(.femininePronoun)
    evidence = LinkEvidence(source, target, lexicons: resources.lexicons)
    known = (
      KnownWords(source, resources.lexicons, .source),
      KnownWords(target, resources.lexicons, .target)
    )
    meanings = (
      Self.meanings(of: source, resources.words.source.markers),
      Self.meanings(of: target, resources.words.target.markers)
    )
    hasMarkerWords =
      !resources.words.source.markers.isEmpty && !resources.words.target.markers.isEmpty
    kinds = (
      source.forms.map { resources.classedWords.source?.classes(of: $0) ?? [] },
      target.forms.map { resources.classedWords.target?.classes(of: $0) ?? [] }
    )
    foreignness = (
      Self.foreignness(known.source, KnownWords(source, resources.lexicons, .target)),
      Self.foreignness(known.target, KnownWords(target, resources.lexicons, .source))
    )
    persons = (
      source.forms.map(resources.words.source.persons.classes),
      target.forms.map(resources.words.target.persons.classes)
    )
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

  /// Mentions that a word is taken to have in a language in which no lexicon has it.
  private static let unseen: Float = 0.3

  /// How much more words are of another language than of their own, in nats, by how often the lexicons
  /// saw them in each; 0 for words that they have in neither.
  private static func foreignness(_ own: KnownWords, _ other: KnownWords) -> [Float] {
    func share(_ words: KnownWords, _ word: Int) -> (isKnown: Bool, share: Float) {
      var (mentions, total) = (unseen, Float(1))
      var isKnown = false
      for (index, lexicon) in words.lexicons.enumerated() {
        let totals = lexicon.totalMentions
        total += Float(words.side == .source ? totals.source : totals.target)
        let number = words.numbers[index][word]
        guard number >= 0 else { continue }
        isKnown = true
        // A dictionary's word that no text had is known all the same.
        mentions += 1 + Float(lexicon.mentions(number, words.side))
      }
      return (isKnown, mentions / total)
    }
    return (0..<own.count).map { word in
      let (here, there) = (share(own, word), share(other, word))
      return here.isKnown || there.isKnown ? logf(there.share / here.share) : 0
    }
  }
}

extension Vocabulary {
  /// The words, in the order of their numbers.
  fileprivate var forms: [[UInt8]] {
    (0..<Int32(count)).map { Array(pool[range(of: $0)]) }
  }
}

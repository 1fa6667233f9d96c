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
  let classes: (source: [MarkerClasses], target: [MarkerClasses])
  /// What kinds of words they are.
  let kinds: (source: [WordClasses], target: [WordClasses])
  /// How much more each word is one of the other side's language than of its own, in nats.
  let foreignness: (source: [Float], target: [Float])
  /// Whether the data of the originals' language tell the gender of people.
  let tellsGender: Bool
  /// Whether the data of both languages tell the persons of verbs and pronouns.
  let tellsPerson: Bool
  /// Names that mean the same in both languages.
  let names: EqualNames
  /// Whether a lexicon has each word.
  let isKnown: (source: [Bool], target: [Bool])

  init(
    _ source: Vocabulary, _ target: Vocabulary, _ resources: FidelityResources
  ) {
    vocabulary = (source, target)
    names = resources.names
    tellsPerson =
      resources.markers.source.inventory.contains(.firstPlural)
      && resources.markers.target.inventory.contains(.firstPlural)
    tellsGender = resources.markers.source.inventory.contains(.femininePronoun)
    evidence = LinkEvidence(source, target, lexicons: resources.lexicons)
    known = (
      KnownWords(source, resources.lexicons, .source),
      KnownWords(target, resources.lexicons, .target)
    )
    classes = (
      Self.classes(of: source, resources.markers.source),
      Self.classes(of: target, resources.markers.target)
    )
    kinds = (
      source.forms.map { resources.words.source?.classes(of: $0) ?? [] },
      target.forms.map { resources.words.target?.classes(of: $0) ?? [] }
    )
    foreignness = (
      Self.foreignness(known.source, KnownWords(source, resources.lexicons, .target)),
      Self.foreignness(known.target, KnownWords(target, resources.lexicons, .source))
    )
    isKnown = (Self.isKnown(known.source), Self.isKnown(known.target))
  }

  private static func classes(
    of vocabulary: Vocabulary, _ markers: MarkerWords
  ) -> [MarkerClasses] {
    if markers.isEmpty { return Array(repeating: [], count: vocabulary.count) }
    let possessive = Array("'s".utf8)
    return vocabulary.forms.map { form in
      let classes = markers.classes(of: form)
      // *The duke's* is as much of a man as the duke.
      guard classes == [], form.suffix(2).elementsEqual(possessive) else { return classes }
      return markers.classes(of: form.dropLast(2)).intersection(.gendered)
    }
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

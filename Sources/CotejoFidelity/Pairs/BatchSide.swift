internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What is known of the words of one side of a batch, by their numbers in its vocabulary.
///
/// A class, so that checks can pass it on without a copy of what it holds.
final class BatchSide: Sendable {
  /// The distinct words.
  let vocabulary: Vocabulary
  /// Their bytes, in matching form.
  let forms: [[UInt8]]
  /// The same as names are compared.
  let folded: [[UInt8]]
  /// The number of the word of the other side with the same form, -1 where there is none.
  let twins: [Int32]
  /// The words as the lexicons know them.
  let known: KnownWords
  /// Whether a lexicon has each word.
  let isKnown: [Bool]
  /// What it tells, in nats, that each word stands in a text.
  let information: [Float]
  /// What the words do to a sentence, taken alone.
  let meanings: [MarkerWords.Meaning]
  /// Whether the language has words and phrases that do something to a sentence.
  let hasMarkers: Bool
  /// The phrases among them.
  let phrases: PhraseTable
  /// What the words say of persons.
  let persons: [PersonClasses]
  /// What kinds of words they are.
  let kinds: [WordClasses]
  /// The words as the model of their language knows them; none if there is no model.
  let fluentWords: [FluentWord]
  /// How much more each word is one of the other side's language than of its own, in nats.
  let foreignness: [Float]
  /// The same by the looks of words of renderings where there is no lexicon; else none.
  let looksForeign: [Float]
  /// The words of the same language that mean the opposite.
  let opposites: [[[UInt8]]]
  /// Whether each word looks like one of the other language that means something else.
  let isFalseFriend: [Bool]
  /// Whether each word means something else in some region.
  let isRegional: [Bool]

  init(
    _ vocabulary: Vocabulary, beside other: Vocabulary, _ side: Lexicon.Side,
    _ information: [Float], _ resources: FidelityResources
  ) {
    let words = side == .source ? resources.words.source : resources.words.target
    let classes = side == .source ? resources.classedWords.source : resources.classedWords.target
    let forms = (0..<Int32(vocabulary.count)).map { word in
      Array(vocabulary.pool[vocabulary.range(of: word)])
    }
    self.vocabulary = vocabulary
    self.forms = forms
    folded = forms.map {
      NameForm.folded(resources.lexicons.isEmpty ? NameForm.withoutElision($0) : $0)
    }
    twins = forms.map { other.find($0.span) ?? -1 }
    self.information = information
    known = KnownWords(vocabulary, resources.lexicons, side)
    isKnown = Self.isKnown(known)
    hasMarkers = !words.markers.isEmpty
    phrases = PhraseTable(words.markers, vocabulary)
    meanings = forms.map(words.markers.meaning)
    persons = forms.map(words.persons.classes)
    kinds = forms.map { classes?.classes(of: $0) ?? [] }
    let fluency = side == .source ? resources.fluency.source : resources.fluency.target
    fluentWords =
      fluency.map { model in
        forms.map {
          let hash = FluencyModel.hash($0)
          return FluentWord(hash: hash, plainCost: model.cost(of: hash))
        }
      } ?? []
    foreignness = Self.foreignness(
      known, KnownWords(vocabulary, resources.lexicons, side == .source ? .target : .source))
    let isLooked = side == .target && resources.lexicons.isEmpty
    looksForeign = isLooked ? forms.map(resources.known.wordForeignness()) : []
    opposites = forms.map(words.opposites.opposites)
    isFalseFriend = forms.map { side == .source && resources.falseFriends[$0] != nil }
    isRegional = forms.map { words.regionalWords.meaning(of: $0) != nil }
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

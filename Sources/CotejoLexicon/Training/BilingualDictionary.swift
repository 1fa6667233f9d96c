/// Word pairs that are known to render each other before any text is read.
///
/// Weights say how the translations of one word compare with one another, in whatever unit: training
/// gives all translations of a word together a fixed number of pseudo-counts, in each direction.
public struct BilingualDictionary: Sendable {
  /// An entry: a word of each side.
  struct Entry {
    var source: Int32
    var target: Int32
    var weight: Float
  }

  private(set) var source = Vocabulary()
  private(set) var target = Vocabulary()
  private(set) var entries: [Entry] = []

  /// Makes a dictionary without entries.
  public init() {}

  /// How many word pairs there are.
  public var count: Int { entries.count }

  /// Adds entries: sentence *i* of one text is rendered by sentence *i* of the other.
  ///
  /// Sides of several words share the weight between the pairs of their words. Weights are above 0;
  /// entries of any other weight, and those without a word on a side, are left out.
  public mutating func add(_ weights: [Float], from left: IndexedText, _ right: IndexedText) {
    for index in 0..<min(weights.count, left.count, right.count)
    where weights[index] > 0 && weights[index].isFinite {
      let sourceWords = left.words(of: index..<index + 1)
      let targetWords = right.words(of: index..<index + 1)
      let share = weights[index] / Float(max(1, sourceWords.count * targetWords.count))
      for sourceWord in sourceWords {
        let here = source.intern(
          left.vocabulary.pool.span.extracting(left.vocabulary.range(of: sourceWord)))
        for targetWord in targetWords {
          let there = target.intern(
            right.vocabulary.pool.span.extracting(right.vocabulary.range(of: targetWord)))
          entries.append(Entry(source: here, target: there, weight: share))
        }
      }
    }
  }

  /// The priors that the dictionary gives in both directions for a bitext, whose vocabularies take
  /// in the words that they lack.
  func priors(
    for bitext: inout Bitext
  ) -> (forward: TranslationPrior, backward: TranslationPrior) {
    let sourceNumbers = Self.intern(source, into: &bitext.source.vocabulary)
    let targetNumbers = Self.intern(target, into: &bitext.target.vocabulary)
    let numbered = entries.map { entry in
      Entry(
        source: sourceNumbers[Int(entry.source)], target: targetNumbers[Int(entry.target)],
        weight: entry.weight)
    }
    let flipped = numbered.map { Entry(source: $0.target, target: $0.source, weight: $0.weight) }
    return (
      TranslationPrior(numbered, words: bitext.source.vocabulary.count),
      TranslationPrior(flipped, words: bitext.target.vocabulary.count)
    )
  }

  private static func intern(_ words: Vocabulary, into vocabulary: inout Vocabulary) -> [Int32] {
    (0..<Int32(words.count)).map {
      vocabulary.intern(words.pool.span.extracting(words.range(of: $0)))
    }
  }
}

/// What a dictionary says in one direction: of each given word, the shares of its translations.
struct TranslationPrior {
  /// Where the translations of each given word end.
  private var ends: [Int32] = []
  /// The predicted words, in ascending order within a given word.
  private(set) var predicted: [Int32] = []
  /// Their shares, which sum to 1 over the translations of a word.
  private(set) var shares: [Float] = []

  /// Knows nothing of any word.
  static let none = TranslationPrior([], words: 0)

  /// Sorts the entries of given words 0 ..< `words`; entries of the same two words are one.
  init(_ entries: [BilingualDictionary.Entry], words: Int) {
    // Sums of floats depend on their order: ties stay in the order of the dictionary.
    let order = entries.indices.sorted {
      (entries[$0].source, entries[$0].target, $0) < (entries[$1].source, entries[$1].target, $1)
    }
    ends.reserveCapacity(words)
    var next = 0
    for word in 0..<Int32(words) {
      let start = predicted.count
      var sum: Float = 0
      while next < order.count, entries[order[next]].source == word {
        let entry = entries[order[next]]
        if predicted.count > start, predicted.last == entry.target {
          shares[shares.count - 1] += entry.weight
        } else {
          predicted.append(entry.target)
          shares.append(entry.weight)
        }
        sum += entry.weight
        next += 1
      }
      for index in start..<predicted.count { shares[index] /= sum }
      ends.append(Int32(predicted.count))
    }
  }

  /// The translations of a given word, as a range of `predicted` and `shares`.
  func range(of word: Int) -> Range<Int> {
    guard word < ends.count else { return 0..<0 }
    return (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
  }
}

internal import CotejoText

/// Sentence pairs as numbered words: what a lexicon is trained from.
///
/// A bitext is bounded: when it has taken in more than `mostTokenPairs`, every second pair goes, and
/// from then on only every second pair (later every fourth, …) is taken. Which pairs remain depends
/// on their order alone.
public struct Bitext: Sendable {
  /// One side of all pairs.
  struct Side: Sendable {
    var vocabulary = Vocabulary()
    /// The words of all sentences, one sentence after another.
    var words: [Int32] = []
    /// Where the words of each sentence end.
    var ends: [Int32] = []

    func range(of sentence: Int) -> Range<Int> {
      (sentence == 0 ? 0 : Int(ends[sentence - 1]))..<Int(ends[sentence])
    }

    /// Drops every second sentence; the vocabulary stays.
    mutating func thin() {
      var kept: [Int32] = []
      var keptEnds: [Int32] = []
      for sentence in stride(from: 0, to: ends.count, by: 2) {
        kept += words[range(of: sentence)]
        keptEnds.append(Int32(kept.count))
      }
      words = kept
      ends = keptEnds
    }
  }

  var source = Side()
  var target = Side()
  /// The most pairs of a source and a target word of one sentence pair; training takes 8 bytes each.
  public let mostTokenPairs: Int
  private var tokenPairs = 0
  /// Every how many-th pair is taken, and how many were offered.
  private var pace = 1
  private var offered = 0

  /// The longest side that is taken, in words: longer ones teach little and cost much.
  private static let longest = 120

  /// Makes a bitext without pairs.
  public init(mostTokenPairs: Int = 100_000_000) {
    self.mostTokenPairs = mostTokenPairs
  }

  /// How many pairs there are.
  public var count: Int { source.ends.count }

  /// Adds pairs of runs of sentences from two texts.
  ///
  /// A pair with no word on a side, or more than 120 on one, is left out.
  public mutating func add(
    _ pairs: [(source: Range<Int>, target: Range<Int>)], from left: IndexedText,
    _ right: IndexedText
  ) {
    var sourceNumbers = [Int32](repeating: -1, count: left.vocabulary.count)
    var targetNumbers = [Int32](repeating: -1, count: right.vocabulary.count)
    for pair in pairs {
      let sourceWords = left.words(of: pair.source)
      let targetWords = right.words(of: pair.target)
      guard (1...Self.longest).contains(sourceWords.count),
        (1...Self.longest).contains(targetWords.count)
      else { continue }
      offered += 1
      guard (offered - 1) % pace == 0 else { continue }
      Self.append(sourceWords, of: left.vocabulary, to: &source, &sourceNumbers)
      Self.append(targetWords, of: right.vocabulary, to: &target, &targetNumbers)
      tokenPairs += (sourceWords.count + 1) * targetWords.count
      if tokenPairs > mostTokenPairs { thin() }
    }
  }

  private mutating func thin() {
    source.thin()
    target.thin()
    pace *= 2
    tokenPairs = (0..<count).reduce(0) {
      $0 + (source.range(of: $1).count + 1) * target.range(of: $1).count
    }
  }

  private static func append(
    _ words: ArraySlice<Int32>, of vocabulary: Vocabulary, to side: inout Side,
    _ numbers: inout [Int32]
  ) {
    for word in words {
      if numbers[Int(word)] < 0 {
        let bytes = vocabulary.pool.span.extracting(vocabulary.range(of: word))
        numbers[Int(word)] = side.vocabulary.intern(bytes)
      }
      side.words.append(numbers[Int(word)])
    }
    side.ends.append(Int32(side.words.count))
  }
}

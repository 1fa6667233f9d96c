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

    /// Appends a sentence; `numbers` holds what words of its vocabulary are here, -1 if not known yet.
    mutating func append(
      _ sentence: ArraySlice<Int32>, of other: Vocabulary, _ numbers: inout [Int32],
      stems: WordStems? = nil
    ) {
      for word in sentence {
        if numbers[Int(word)] < 0 {
          let bytes = other.pool.span.extracting(other.range(of: word))
          numbers[Int(word)] = vocabulary.intern(
            bytes.extracting(0..<(stems?.count(of: bytes) ?? bytes.count)))
        }
        words.append(numbers[Int(word)])
      }
      ends.append(Int32(words.count))
    }

    /// Drops every second sentence, and the words that only those had: they would fill lexicons with
    /// words that have no translation, and in time more than a lexicon can number.
    mutating func thin() {
      var kept = Side()
      var numbers = [Int32](repeating: -1, count: vocabulary.count)
      for sentence in stride(from: 0, to: ends.count, by: 2) {
        kept.append(words[range(of: sentence)], of: vocabulary, &numbers)
      }
      self = kept
    }
  }

  var source = Side()
  var target = Side()
  /// The most pairs of a source and a target word of one sentence pair; training takes 8 bytes each.
  public let mostTokenPairs: Int
  /// How its words are cut, if they are.
  public let stems: WordStems?
  private var tokenPairs = 0
  /// Every how many-th pair is taken, and how many were offered.
  private var pace = 1
  private var offered = 0

  /// The longest side that is taken, in words: longer ones teach little and cost much.
  private static let longest = 120

  /// Makes a bitext without pairs.
  ///
  /// With `stems`, words are taken in by their stems.
  public init(mostTokenPairs: Int = 100_000_000, stems: WordStems? = nil) {
    self.mostTokenPairs = mostTokenPairs
    self.stems = stems
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
      source.append(sourceWords, of: left.vocabulary, &sourceNumbers, stems: stems)
      target.append(targetWords, of: right.vocabulary, &targetNumbers, stems: stems)
      tokenPairs += (sourceWords.count + 1) * targetWords.count
      guard tokenPairs > mostTokenPairs else { continue }
      // Again where what remains is the longer half; one pair remains in any case.
      while tokenPairs > mostTokenPairs, count > 1 { thin() }
      sourceNumbers = [Int32](repeating: -1, count: left.vocabulary.count)
      targetNumbers = [Int32](repeating: -1, count: right.vocabulary.count)
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
}

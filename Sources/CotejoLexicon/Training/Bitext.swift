/// Sentence pairs as numbered words: what a lexicon is trained from.
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
  }

  var source = Side()
  var target = Side()
  /// Number maps from the vocabulary of the text being added to ours, filled as words turn up.
  private var sourceNumbers: [Int32] = []
  private var targetNumbers: [Int32] = []

  /// Makes a bitext without pairs.
  public init() {}

  /// How many pairs there are.
  public var count: Int { source.ends.count }

  /// Adds pairs of runs of sentences from two texts.
  ///
  /// - Parameters:
  ///   - pairs: sentence numbers in `source` and the ones in `target` that render them; a pair with
  ///     no word on either side, or over 120 words on one, teaches little and is left out.
  public mutating func add(
    _ pairs: [(source: Range<Int>, target: Range<Int>)], from source: IndexedText,
    _ target: IndexedText
  ) {
    sourceNumbers = [Int32](repeating: -1, count: source.vocabulary.count)
    targetNumbers = [Int32](repeating: -1, count: target.vocabulary.count)
    for pair in pairs {
      guard !pair.source.isEmpty, !pair.target.isEmpty else { continue }
      let left = source.words(of: pair.source)
      let right = target.words(of: pair.target)
      guard (1...120).contains(left.count), (1...120).contains(right.count) else { continue }
      Self.append(left, of: source.vocabulary, to: &self.source, numbers: &sourceNumbers)
      Self.append(right, of: target.vocabulary, to: &self.target, numbers: &targetNumbers)
    }
  }

  private static func append(
    _ words: ArraySlice<Int32>, of vocabulary: Vocabulary, to side: inout Side,
    numbers: inout [Int32]
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

extension IndexedText {
  /// The words of a run of sentences.
  func words(of sentences: Range<Int>) -> ArraySlice<Int32> {
    guard !sentences.isEmpty else { return [] }
    return words[range(of: sentences.lowerBound).lowerBound..<Int(ends[sentences.upperBound - 1])]
  }
}

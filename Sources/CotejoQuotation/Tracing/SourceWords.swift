internal import CotejoLexicon
internal import CotejoText

/// The words of a transcript, ready for quotations to be looked up in them.
struct SourceWords {
  /// The words in their order.
  let sequence: WordSequence
  /// What the words are.
  let vocabulary: Vocabulary
  /// How often each word of the vocabulary occurs.
  let counts: [Int32]
  /// Where the places of each word end in `places`.
  private let ends: [Int32]
  /// The places of the words, as indices of the sequence, word after word of the vocabulary.
  let places: [Int32]

  init(_ text: SegmentedText) throws(TextError) {
    var reader = try WordSequence.Reader(language: text.language)
    sequence = try reader.words(of: text)
    vocabulary = reader.vocabulary
    var counts = [Int32](repeating: 0, count: vocabulary.count)
    for word in sequence.words { counts[Int(word)] += 1 }
    var next: [Int32] = []
    var ends: [Int32] = []
    var total: Int32 = 0
    for count in counts {
      next.append(total)
      total += count
      ends.append(total)
    }
    var places = [Int32](repeating: 0, count: Int(total))
    for (place, word) in sequence.words.enumerated() {
      places[Int(next[Int(word)])] = Int32(place)
      next[Int(word)] += 1
    }
    self.counts = counts
    self.ends = ends
    self.places = places
  }

  /// How many words the transcript has.
  var count: Int { sequence.count }

  /// The places of a word, as a range of `places`.
  @inline(__always)
  func range(of word: Int32) -> Range<Int> {
    Int(ends[Int(word)] - counts[Int(word)])..<Int(ends[Int(word)])
  }
}

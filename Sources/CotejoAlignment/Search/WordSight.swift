/// Which words stand in a run of sentences that moves down a text.
struct WordSight {
  /// A bit for each word of the text.
  private(set) var bits: [UInt64]
  /// How many of the sentences in sight have each word.
  private var counts: [Int32]
  private var sentences = 0..<0

  /// Sees no sentence of a text of so many words.
  init(words: Int) {
    bits = [UInt64](repeating: 0, count: words / 64 + 1)
    counts = [Int32](repeating: 0, count: words)
  }

  /// Brings other sentences in sight.
  ///
  /// - Complexity: O(*n*) for *n* words of the sentences that come or go.
  mutating func move(to range: Range<Int>, of text: WordOccurrences) {
    if range == sentences { return }
    let kept = sentences.clamped(to: range)
    if kept.isEmpty {
      for sentence in sentences { drop(sentence, of: text) }
      for sentence in range { add(sentence, of: text) }
    } else {
      for sentence in sentences.lowerBound..<kept.lowerBound { drop(sentence, of: text) }
      for sentence in kept.upperBound..<sentences.upperBound { drop(sentence, of: text) }
      for sentence in range.lowerBound..<kept.lowerBound { add(sentence, of: text) }
      for sentence in kept.upperBound..<range.upperBound { add(sentence, of: text) }
    }
    sentences = range
  }

  private mutating func add(_ sentence: Int, of text: WordOccurrences) {
    for index in text.wordRange(of: sentence) {
      let word = Int(text.words[index])
      counts[word] += 1
      bits[word >> 6] |= 1 << UInt64(word & 63)
    }
  }

  private mutating func drop(_ sentence: Int, of text: WordOccurrences) {
    for index in text.wordRange(of: sentence) {
      let word = Int(text.words[index])
      counts[word] -= 1
      if counts[word] == 0 { bits[word >> 6] &= ~(1 << UInt64(word & 63)) }
    }
  }
}

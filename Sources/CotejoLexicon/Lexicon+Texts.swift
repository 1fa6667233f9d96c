extension Lexicon {
  /// The number on a side of each word of a text, -1 for words that are not known.
  package func numbers(of vocabulary: Vocabulary, _ side: Side) -> [Int32] {
    let table = words(side)
    let pool = vocabulary.pool.span
    return (0..<Int32(vocabulary.count)).map { word in
      table.find(pool.extracting(vocabulary.range(of: word))) ?? -1
    }
  }

  /// Calls `body` with each translation of the words of a text that another text has: the word of
  /// the text, the word of the other text and the probability.
  ///
  /// `numbers` are those of each word of the text on `side`, -1 for words that are not known, and
  /// `others` the words of the other text on the other side.
  package func forEachTranslation(
    of numbers: [Int32], _ side: Side, among others: WordSelection,
    _ body: (Int32, Int32, Float) -> Void
  ) {
    let table = translations(side)
    for (word, number) in numbers.enumerated() where number >= 0 {
      for entry in table.range(of: Int(number)) {
        guard let translation = table.word(entry), let other = others[translation] else { continue }
        body(Int32(word), other, table.probability(entry))
      }
    }
  }
}

/// Which words of a side of a lexicon a text has.
///
/// A bit a word of the lexicon, small enough for the first cache, and the words of the text in the
/// order of their numbers.
package struct WordSelection {
  private var bits: [UInt64]
  /// How many words stand before each 64 numbers.
  private var ranks: [Int32]
  private var words: [Int32]

  /// Takes the number of each word of a text, -1 for words that are not known, on a side of a lexicon
  /// that has `count` words.
  package init(_ numbers: [Int32], count: Int) {
    bits = [UInt64](repeating: 0, count: count / 64 + 1)
    for number in numbers where number >= 0 { bits[Int(number) >> 6] |= 1 << UInt64(number & 63) }
    ranks = []
    ranks.reserveCapacity(bits.count)
    var rank: Int32 = 0
    for block in bits {
      ranks.append(rank)
      rank += Int32(block.nonzeroBitCount)
    }
    words = [Int32](repeating: -1, count: Int(rank))
    for (word, number) in numbers.enumerated() where number >= 0 {
      words[place(of: number)] = Int32(word)
    }
  }

  @inline(__always)
  private func place(of number: Int32) -> Int {
    let below = bits[Int(number) >> 6] & (1 << UInt64(number & 63) &- 1)
    return Int(ranks[Int(number) >> 6]) + below.nonzeroBitCount
  }

  /// The word of the text that has a number, or nil.
  @inline(__always)
  package subscript(number: Int32) -> Int32? {
    guard bits[Int(number) >> 6] >> UInt64(number & 63) & 1 == 1 else { return nil }
    return words[place(of: number)]
  }
}

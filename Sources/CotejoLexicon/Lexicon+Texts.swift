extension Lexicon {
  /// The number on a side of each word of a text, -1 for words that are not known.
  package func numbers(of vocabulary: Vocabulary, _ side: Side) -> [Int32] {
    let table = words(side)
    let pool = vocabulary.pool.span
    let ranges = (0..<Int32(vocabulary.count)).map { word -> Range<Int> in
      let range = vocabulary.range(of: word)
      guard let stems else { return range }
      return range.lowerBound..<range.lowerBound + stems.count(of: pool.extracting(range))
    }
    // Step by step over all words, so that none waits for the memory that the one before asks for.
    let slots = ranges.map { table.slot(of: pool.extracting($0)) }
    let firsts = slots.map { table.slots[$0] }
    return ranges.indices.map {
      table.find(pool.extracting(ranges[$0]), in: slots[$0], holding: firsts[$0]) ?? -1
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
        guard let translation = table.word(entry) else { continue }
        others.forEach(translation) { body(Int32(word), $0, table.probability(entry)) }
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
  /// For each word of the text, the one before it that has the same number, or -1; empty where no two
  /// have, as in lexicons of whole words.
  private var same: [Int32] = []

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
      let place = place(of: number)
      if words[place] >= 0 {
        if same.isEmpty { same = [Int32](repeating: -1, count: numbers.count) }
        same[word] = words[place]
      }
      words[place] = Int32(word)
    }
  }

  @inline(__always)
  private func place(of number: Int32) -> Int {
    let below = bits[Int(number) >> 6] & (1 << UInt64(number & 63) &- 1)
    return Int(ranks[Int(number) >> 6]) + below.nonzeroBitCount
  }

  /// Calls `body` with each word of the text that has a number.
  @inline(__always)
  package func forEach(_ number: Int32, _ body: (Int32) -> Void) {
    guard bits[Int(number) >> 6] >> UInt64(number & 63) & 1 == 1 else { return }
    var word = words[place(of: number)]
    body(word)
    while !same.isEmpty, same[Int(word)] >= 0 {
      word = same[Int(word)]
      body(word)
    }
  }
}

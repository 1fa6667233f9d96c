/// Which words of one text may render which words of the other, and how surely.
package struct MatchTable: Sendable {
  package struct Match: Sendable {
    /// The word of the other text.
    package var word: Int32
    /// 0 to 1.
    package var strength: Float
  }

  /// Where the matches of each word end.
  package private(set) var ends: [Int32]
  package private(set) var matches: [Match]

  /// Takes (word, other word, strength) triples in any order; of double ones the strongest counts.
  package init(_ triples: [(word: Int32, other: Int32, strength: Float)], words: Int) {
    var next = [Int32](repeating: 0, count: words + 1)
    for triple in triples { next[Int(triple.word) + 1] += 1 }
    for word in 0..<words { next[word + 1] += next[word] }
    var sorted = [Match](repeating: Match(word: 0, strength: 0), count: triples.count)
    for triple in triples {
      sorted[Int(next[Int(triple.word)])] = Match(word: triple.other, strength: triple.strength)
      next[Int(triple.word)] += 1
    }
    var ends = next
    let count = sorted.withUnsafeMutableBufferPointer { sorted in
      var start = 0
      var count = 0
      for word in 0..<words {
        let stop = Int(next[word])
        // In place: to sort a slice of an array is to copy it.
        var row = UnsafeMutableBufferPointer(rebasing: sorted[start..<stop])
        row.sort { $0.word != $1.word ? $0.word < $1.word : $0.strength > $1.strength }
        for index in start..<stop
        where index == start || sorted[index].word != sorted[count - 1].word {
          sorted[count] = sorted[index]
          count += 1
        }
        start = stop
        ends[word] = Int32(count)
      }
      return count
    }
    sorted.removeLast(sorted.count - count)
    ends.removeLast()
    self.ends = ends
    matches = sorted
  }

  /// The matches of a word, as a range of `matches`.
  @inline(__always)
  package func range(of word: Int32) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[Int(word) - 1]))..<Int(ends[Int(word)])
  }

  /// The place of the first match in a range of one word's whose word is no smaller than `other`; the
  /// end of the range if there is none.
  ///
  /// - Complexity: O(log *n*), *n* being how far it is from the beginning of the range.
  func firstIndex(notBelow other: Int32, in range: Range<Int>) -> Int {
    var lower = range.lowerBound
    var step = 1
    while lower + step < range.upperBound, matches[lower + step].word < other {
      lower += step
      step *= 2
    }
    var upper = min(range.upperBound, lower + step)
    while lower < upper {
      let middle = (lower + upper) / 2
      if matches[middle].word < other { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}

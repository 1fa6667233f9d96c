/// Finds the windows of a document that explain most of a query.
///
/// It holds buffers: use one for document after document.
struct PassageWindows {
  /// A term of the query that a document has.
  struct FoundTerm {
    /// Its number in the query.
    var term: Int32
    /// The place of its form in the document.
    var form: Int32
  }

  /// A window and what it explains.
  struct Window {
    var score: Float = 0
    /// The first and the last mention, as indices of `mentions`; empty where there is none.
    var range = 0..<0
  }

  /// A place where a term of the query stands.
  private struct Mention {
    /// The word number in the document.
    var position: Int64
    /// The number of the term, and that of its word, in the query.
    var term: Int32
    var word: Int32
    /// What it is worth.
    var value: Float
    /// The neighbours in its word's list: mentions in the window, each worth less than the one
    /// before, which are the best of the word from there on.
    var previous: Int32 = -1
    var next: Int32 = -1
  }

  private let query: WeightedQuery
  /// What the terms are worth.
  private let values: [Float]
  /// The mentions as numbers to sort: the position above, the term below.
  private var keys: [UInt64] = []
  private var mentions: [Mention] = []
  /// What the best window explains of each word.
  private var explained: [Float]
  private var sumsByWord: [Float]
  /// The ends of each word's list.
  private var first: [Int32]
  private var last: [Int32]
  /// For ``bound(of:in:)``: the best of a word in stretches of half a window's width, and the sums.
  private var stretches: [Float] = []
  private var sums: [Float] = []

  private static let none: Int32 = -1
  /// A second place counts half: that a quotation joins two is possible, not likely.
  private static let secondShare: Float = 0.5

  init(_ query: WeightedQuery) {
    self.query = query
    values = query.terms.map(\.value)
    sumsByWord = [Float](repeating: 0, count: query.wordCount)
    explained = [Float](repeating: 0, count: query.wordCount)
    first = [Int32](repeating: Self.none, count: query.wordCount)
    last = first
  }

  /// No less than a document's best window is worth, at a small part of the cost of finding it.
  ///
  /// A window lies in three neighbouring stretches of half its width, and explains no more than the
  /// best mentions in them.
  mutating func bound(of found: [FoundTerm], in block: DocumentBlock) -> Float {
    let width = UInt32(query.width) / 2
    let count = block.words / Int(width) + 3
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(0, count: count))
    var index = 0
    while index < found.count {
      let word = query.terms[Int(found[index].term)].word
      stretches.removeAll(keepingCapacity: true)
      stretches.append(contentsOf: repeatElement(0, count: count))
      while index < found.count, query.terms[Int(found[index].term)].word == word {
        let value = query.terms[Int(found[index].term)].value
        stretches.withUnsafeMutableBufferPointer { stretches in
          block.forEachPosition(of: Int(found[index].form)) { position in
            let stretch = min(Int(position / width), count - 3)
            if stretches[stretch] < value { stretches[stretch] = value }
          }
        }
        index += 1
      }
      for stretch in 0..<count - 2 {
        sums[stretch] += max(stretches[stretch], stretches[stretch + 1], stretches[stretch + 2])
      }
    }
    // With room for the rounding of sums.
    return (sums.max() ?? 0) * 1.0001
  }

  /// The best place of a document.
  mutating func best(
    of found: [FoundTerm], in block: DocumentBlock, document: Int
  ) -> PassageMatch? {
    gather(found, in: block)
    let best = sweep()
    guard best.score > 0 else { return nil }
    return PassageMatch(
      document: document, score: best.score, window: window(best.range, of: block),
      secondWindow: nil)
  }

  /// The best place of a document, and a second one that adds to it.
  mutating func bestTwo(
    of found: [FoundTerm], in block: DocumentBlock, document: Int
  ) -> PassageMatch? {
    gather(found, in: block)
    let best = sweep()
    guard best.score > 0 else { return nil }
    for index in best.range {
      let mention = mentions[index]
      let word = Int(mention.word)
      explained[word] = max(explained[word], values[Int(mention.term)])
    }
    var match = PassageMatch(
      document: document, score: best.score, window: window(best.range, of: block),
      secondWindow: nil)
    for index in mentions.indices {
      let mention = mentions[index]
      mentions[index].value = max(0, values[Int(mention.term)] - explained[Int(mention.word)])
    }
    let second = sweep()
    if second.score > 0 {
      match.score += Self.secondShare * second.score
      match.secondWindow = window(second.range, of: block)
    }
    return match
  }

  /// Lists where the terms of a document stand, in its order.
  private mutating func gather(_ found: [FoundTerm], in block: DocumentBlock) {
    keys.removeAll(keepingCapacity: true)
    for term in found {
      block.forEachPosition(of: Int(term.form)) {
        keys.append(UInt64($0) << 32 | UInt64(UInt32(bitPattern: term.term)))
      }
    }
    keys.sort()
    mentions.removeAll(keepingCapacity: true)
    for key in keys {
      let term = Int32(truncatingIfNeeded: key)
      mentions.append(
        Mention(
          position: Int64(key >> 32), term: term, word: query.terms[Int(term)].word,
          value: values[Int(term)]))
    }
    for word in explained.indices { explained[word] = 0 }
  }

  private func window(_ range: Range<Int>, of block: DocumentBlock) -> Range<Int32> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let limit = Int64(min(block.words, Int(Int32.max)))
    let lower = min(mentions[first].position, limit)
    return Int32(lower)..<Int32(min(max(mentions[last].position + 1, lower), limit))
  }

  /// The window whose words are worth most; the first of equals.
  private mutating func sweep() -> Window {
    for word in first.indices {
      first[word] = Self.none
      last[word] = Self.none
    }
    var best = Window()
    var score: Float = 0
    var lower = 0
    mentions.withUnsafeMutableBufferPointer { mentions in
      first.withUnsafeMutableBufferPointer { first in
        last.withUnsafeMutableBufferPointer { last in
          for index in mentions.indices where mentions[index].value > 0 {
            let floor = mentions[index].position - Int64(query.width)
            while mentions[lower].position <= floor {
              if mentions[lower].value > 0 {
                score -= Self.drop(lower, of: mentions, first, last)
              }
              lower += 1
            }
            score += Self.add(index, to: mentions, first, last)
            if score > best.score + 1e-4 {
              best.score = score
              best.range = lower..<index + 1
            }
          }
        }
      }
    }
    // Mentions at either end that explain nothing do not belong to it.
    best.range = trimmed(best.range)
    // Summed anew: the running sum gathers errors of rounding.
    best.score = exactScore(best.range)
    return best
  }

  /// Adds a mention to its word's list; by how much the word's best value grows.
  private static func add(
    _ index: Int, to mentions: UnsafeMutableBufferPointer<Mention>,
    _ first: UnsafeMutableBufferPointer<Int32>, _ last: UnsafeMutableBufferPointer<Int32>
  ) -> Float {
    let word = Int(mentions[index].word)
    let value = mentions[index].value
    let before = first[word] == none ? 0 : mentions[Int(first[word])].value
    var tail = last[word]
    while tail != none, mentions[Int(tail)].value <= value { tail = mentions[Int(tail)].previous }
    mentions[index].previous = tail
    mentions[index].next = none
    if tail == none {
      first[word] = Int32(index)
    } else {
      mentions[Int(tail)].next = Int32(index)
    }
    last[word] = Int32(index)
    return max(0, value - before)
  }

  /// Takes the oldest mention out of the window; by how much its word's best value falls.
  private static func drop(
    _ index: Int, of mentions: UnsafeMutableBufferPointer<Mention>,
    _ first: UnsafeMutableBufferPointer<Int32>, _ last: UnsafeMutableBufferPointer<Int32>
  ) -> Float {
    let word = Int(mentions[index].word)
    guard first[word] == Int32(index) else { return 0 }
    let following = mentions[index].next
    first[word] = following
    guard following != none else {
      last[word] = none
      return mentions[index].value
    }
    mentions[Int(following)].previous = none
    return mentions[index].value - mentions[Int(following)].value
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, mentions[lower].value == 0 { lower += 1 }
    while lower < upper, mentions[upper - 1].value == 0 { upper -= 1 }
    return lower..<upper
  }

  private mutating func exactScore(_ range: Range<Int>) -> Float {
    for word in sumsByWord.indices { sumsByWord[word] = 0 }
    for index in range {
      let word = Int(mentions[index].word)
      sumsByWord[word] = max(sumsByWord[word], mentions[index].value)
    }
    return sumsByWord.reduce(0, +)
  }
}

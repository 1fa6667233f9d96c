/// Finds the windows of a document that explain most of a query.
///
/// It holds buffers: use one for document after document.
struct PassageWindows {
  /// A window and what it explains.
  struct Window {
    var score: Float = 0
    /// The first and the last mention, as indices of `mentions`; empty where there is none.
    var range = 0..<0
  }

  private let query: WeightedQuery
  /// Where the terms stand: the word number above, the number of the term below.
  private var mentions: [UInt64] = []
  /// What the best window explains of each word.
  private var explained: [Float]
  /// For each word the mentions in the window that are the best from there on, as a list of falling
  /// values: its first and last, and what follows each mention.
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32] = []
  private var previous: [Int32] = []

  private static let none: Int32 = -1
  /// A second place counts half: that a quotation joins two is possible, not likely.
  private static let secondShare: Float = 0.5

  init(_ query: WeightedQuery) {
    self.query = query
    explained = [Float](repeating: 0, count: query.wordCount)
    first = [Int32](repeating: Self.none, count: query.wordCount)
    last = first
  }

  /// The best place of a document, and a second one that adds to it.
  ///
  /// - Parameter found: the terms that the document has, as pairs of their number in the query and
  ///   the place of their form in the document.
  mutating func best(
    of found: [(term: Int32, form: Int32)], in block: DocumentBlock, document: Int
  ) -> PassageMatch? {
    mentions.removeAll(keepingCapacity: true)
    for (term, form) in found {
      block.forEachPosition(of: Int(form)) {
        mentions.append(UInt64($0) << 32 | UInt64(UInt32(bitPattern: term)))
      }
    }
    guard !mentions.isEmpty else { return nil }
    mentions.sort()
    for word in explained.indices { explained[word] = 0 }
    let best = sweep()
    for index in best.range {
      let term = query.terms[term(of: index)]
      explained[Int(term.word)] = max(explained[Int(term.word)], term.value)
    }
    let second = sweep()
    var match = PassageMatch(
      document: document, score: best.score, window: window(best.range, of: block),
      secondWindow: nil)
    if second.score > 0 {
      match.score += Self.secondShare * second.score
      match.secondWindow = window(second.range, of: block)
    }
    return match
  }

  private func term(of mention: Int) -> Int { Int(truncatingIfNeeded: mentions[mention] & 0xFFFF_FFFF) }

  private func position(of mention: Int) -> Int64 { Int64(mentions[mention] >> 32) }

  /// A value above what is explained already.
  private func gain(of mention: Int) -> Float {
    let term = query.terms[term(of: mention)]
    return max(0, term.value - explained[Int(term.word)])
  }

  private func window(_ range: Range<Int>, of block: DocumentBlock) -> Range<Int32> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let limit = Int64(min(block.words, Int(Int32.max)))
    let lower = min(position(of: first), limit)
    return Int32(lower)..<Int32(min(max(position(of: last) + 1, lower), limit))
  }

  /// The window whose words gain most over what is explained; the first of equals.
  private mutating func sweep() -> Window {
    next.removeAll(keepingCapacity: true)
    previous.removeAll(keepingCapacity: true)
    for word in first.indices {
      first[word] = Self.none
      last[word] = Self.none
    }
    next.append(contentsOf: repeatElement(Self.none, count: mentions.count))
    previous.append(contentsOf: repeatElement(Self.none, count: mentions.count))
    var best = Window()
    var score: Float = 0
    var lower = 0
    for index in mentions.indices {
      while position(of: lower) <= position(of: index) - Int64(query.width) {
        score -= drop(lower)
        lower += 1
      }
      score += add(index)
      if score > best.score + 1e-4 {
        best.score = score
        best.range = lower..<index + 1
      }
    }
    // Mentions at either end that explain nothing do not belong to it.
    best.range = trimmed(best.range)
    // Summed anew: the running sum gathers errors of rounding.
    best.score = exactScore(best.range)
    return best
  }

  /// Adds a mention to its word's list; by how much the word's best value grows.
  private mutating func add(_ mention: Int) -> Float {
    let word = Int(query.terms[term(of: mention)].word)
    let value = gain(of: mention)
    let before = first[word] == Self.none ? 0 : gain(of: Int(first[word]))
    var tail = last[word]
    while tail != Self.none, gain(of: Int(tail)) <= value {
      tail = previous[Int(tail)]
    }
    previous[mention] = tail
    if tail == Self.none {
      first[word] = Int32(mention)
    } else {
      next[Int(tail)] = Int32(mention)
    }
    last[word] = Int32(mention)
    return max(0, value - before)
  }

  /// Takes the oldest mention out of the window; by how much its word's best value falls.
  private mutating func drop(_ mention: Int) -> Float {
    let word = Int(query.terms[term(of: mention)].word)
    guard first[word] == Int32(mention) else { return 0 }
    let following = next[mention]
    first[word] = following
    guard following != Self.none else {
      last[word] = Self.none
      return gain(of: mention)
    }
    previous[Int(following)] = Self.none
    return gain(of: mention) - gain(of: Int(following))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, gain(of: lower) == 0 { lower += 1 }
    while lower < upper, gain(of: upper - 1) == 0 { upper -= 1 }
    return lower..<upper
  }

  private func exactScore(_ range: Range<Int>) -> Float {
    var values: [Int32: Float] = [:]
    for index in range {
      let word = query.terms[term(of: index)].word
      values[word] = max(values[word] ?? 0, gain(of: index))
    }
    return values.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }
}

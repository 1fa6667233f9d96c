#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Sentence pairs that share rare words and stand in an order that fits the others.
struct Anchors {
  /// A source and a target sentence.
  struct Point: Hashable {
    var source: Int32
    var target: Int32
  }

  /// A point and the weight of what its sentences share.
  struct Candidate {
    var point: Point
    var weight: Float
  }

  /// In reading order, rising strictly on both sides.
  private(set) var points: [Point] = []

  /// Words of more sentences than this prove no place in the whole texts; the second bound is that of
  /// long ones, in which a word may be met once in so many sentences.
  private static let mostOccurrences = 16...64
  private static let rarity = 800
  /// Nats of shared weight below which two sentences share nothing to speak of; in texts of more
  /// sentences than *e* to its power, the logarithm of their number.
  private static let leastWeight: Float = 9
  /// Stretches between anchors of more cells than this are searched for more of them.
  private static let openStretch = 1000

  /// Takes points in reading order that rise strictly on both sides.
  init(points: [Point]) {
    self.points = points
  }

  /// Finds the chain of candidates with the greatest shared weight, and more in its open stretches.
  ///
  /// - Complexity: O(*n* log *n*) for *n* sentences: a word has at most `mostOccurrences` places.
  init(_ evidence: WordEvidence) {
    let rows = 0..<evidence.source.occurrences.count
    let columns = 0..<evidence.target.occurrences.count
    let chain = AnchorChain.heaviest(Self.candidates(evidence), columns: columns)
    var search = AnchorSearch(evidence)
    var (row, column) = (0, 0)
    for point in chain {
      search.divide(
        AnchorSearch.Stretch(
          rows: row..<Int(point.source), columns: column..<Int(point.target)),
        to: Self.openStretch, into: &points)
      points.append(point)
      (row, column) = (Int(point.source) + 1, Int(point.target) + 1)
    }
    search.divide(
      AnchorSearch.Stretch(rows: row..<rows.upperBound, columns: column..<columns.upperBound),
      to: Self.openStretch, into: &points)
  }

  /// The sentence pairs that share words which are rare in the whole texts.
  private static func candidates(_ evidence: WordEvidence) -> [Candidate] {
    var candidates: [Candidate] = []
    let source = evidence.source
    let target = evidence.target
    let (rows, columns) = (source.occurrences.count, target.occurrences.count)
    var shared = [Float](repeating: 0, count: columns)
    var touched: [Int32] = []
    var heaviest = Heaviest()
    let least = max(leastWeight, logf(Float(max(1, columns))))
    let most = min(
      mostOccurrences.upperBound, max(mostOccurrences.lowerBound, max(rows, columns) / rarity))
    // Numbers of words and sentences come from the texts' own tables, and need no test each.
    let words = source.occurrences.words.span
    let matches = source.matches.matches.span
    let sentences = target.occurrences.sentences.span
    for sentence in 0..<rows {
      var shares = shared.mutableSpan
      for index in source.occurrences.wordRange(of: sentence) {
        let word = words[unchecked: index]
        guard source.occurrences.range(of: word).count <= most else { continue }
        for match in source.matches.range(of: word) {
          let match = matches[unchecked: match]
          let places = target.occurrences.range(of: match.word)
          guard places.count <= most, match.strength >= AnchorSearch.leastStrength
          else { continue }
          let weight = match.strength * source.weights[Int(word)]
          for place in places {
            let other = sentences[unchecked: place]
            let share = shares[unchecked: Int(other)]
            if share == 0 { touched.append(other) }
            shares[unchecked: Int(other)] = share + weight
          }
        }
      }
      heaviest.reset(expected: sentence * columns / rows, least: least)
      for other in touched {
        heaviest.insert(other, shared[Int(other)])
        shared[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      heaviest.append(to: &candidates, source: sentence)
    }
    return candidates
  }

  /// The target sentences that share most with a source sentence.
  struct Heaviest {
    /// The candidates that a source sentence may have.
    private static let most = 3

    private var all: [(other: Int32, weight: Float)] = []
    private var expected: Int32 = 0
    private var least: Float = 0

    /// Forgets all; of those that share the same, the nearest to the sentence `expected` will stay:
    /// what is repeated throughout a text is known by its place alone.
    mutating func reset(expected: Int, least: Float) {
      all.removeAll(keepingCapacity: true)
      self.expected = Int32(expected)
      self.least = least
    }

    /// Takes a sentence in if it shares `least` at the least and is among the heaviest.
    @inline(__always)
    mutating func insert(_ other: Int32, _ weight: Float) {
      guard weight >= least else { return }
      var place = all.count
      while place > 0, isBehind(all[place - 1], other, weight) { place -= 1 }
      guard place < Self.most else { return }
      if all.count == Self.most { all.removeLast() }
      all.insert((other, weight), at: place)
    }

    private func isBehind(
      _ one: (other: Int32, weight: Float), _ other: Int32, _ weight: Float
    ) -> Bool {
      if one.weight != weight { return one.weight < weight }
      let (far, near) = (abs(one.other - expected), abs(other - expected))
      return far != near ? far > near : one.other > other
    }

    /// Appends the heaviest in the order of their places.
    mutating func append(to candidates: inout [Candidate], source: Int) {
      all.sort { $0.other < $1.other }
      for (other, weight) in all {
        candidates.append(
          Candidate(point: Point(source: Int32(source), target: other), weight: weight))
      }
    }
  }
}

/// Sentence pairs that share rare words and stand in an order that fits the others.
struct Anchors {
  /// A source and a target sentence.
  struct Point: Hashable {
    var source: Int32
    var target: Int32
  }

  /// In reading order, rising strictly on both sides.
  private(set) var points: [Point] = []

  /// Words of more sentences than this prove no place.
  private static let mostOccurrences = 16
  /// The candidates that a source sentence may have.
  private static let mostCandidates = 3
  /// Nats of shared weight below which two sentences share nothing to speak of.
  private static let leastWeight: Float = 9

  /// Takes points in reading order that rise strictly on both sides.
  init(points: [Point]) {
    self.points = points
  }

  /// Finds the chain of candidates with the greatest shared weight.
  ///
  /// - Complexity: O(*n* log *n*) for *n* sentences: a word has at most `mostOccurrences` places.
  init(_ evidence: WordEvidence) {
    var candidates: [(point: Point, weight: Float)] = []
    let source = evidence.source
    let target = evidence.target
    var shared = [Float](repeating: 0, count: target.occurrences.count)
    var touched: [Int32] = []
    var heaviest: [(other: Int32, weight: Float)] = []
    for sentence in 0..<source.occurrences.count {
      for index in source.occurrences.wordRange(of: sentence) {
        let word = source.occurrences.words[index]
        guard source.occurrences.range(of: word).count <= Self.mostOccurrences else { continue }
        for match in source.matches.matches[source.matches.range(of: word)] {
          let places = target.occurrences.range(of: match.word)
          guard places.count <= Self.mostOccurrences, match.strength >= 0.25 else { continue }
          for place in places {
            let other = Int(target.occurrences.sentences[place])
            if shared[other] == 0 { touched.append(Int32(other)) }
            shared[other] += match.strength * source.weights[Int(word)]
          }
        }
      }
      heaviest.removeAll(keepingCapacity: true)
      for other in touched {
        Self.insert((other, shared[Int(other)]), among: &heaviest)
        shared[Int(other)] = 0
      }
      heaviest.sort { $0.other < $1.other }
      for (other, weight) in heaviest {
        candidates.append((Point(source: Int32(sentence), target: other), weight))
      }
      touched.removeAll(keepingCapacity: true)
    }
    points = Self.heaviestChain(candidates, columns: target.occurrences.count)
  }

  /// Inserts a target sentence among the heaviest, the lower number first where two weigh the same.
  @inline(__always)
  private static func insert(
    _ new: (other: Int32, weight: Float), among heaviest: inout [(other: Int32, weight: Float)]
  ) {
    guard new.weight >= leastWeight else { return }
    var place = heaviest.count
    while place > 0,
      (heaviest[place - 1].weight, new.other) < (new.weight, heaviest[place - 1].other)
    {
      place -= 1
    }
    guard place < mostCandidates else { return }
    if heaviest.count == mostCandidates { heaviest.removeLast() }
    heaviest.insert(new, at: place)
  }

  /// The heaviest strictly rising chain, with a Fenwick tree of best chains by target sentence.
  private static func heaviestChain(
    _ candidates: [(point: Point, weight: Float)], columns: Int
  ) -> [Point] {
    // The candidate that ends the best chain through the columns of each node.
    var tree = [Int32](repeating: -1, count: columns + 1)
    var best = [Float](repeating: 0, count: candidates.count)
    var previous = [Int32](repeating: -1, count: candidates.count)
    var last: Int32 = -1
    var start = 0
    while start < candidates.count {
      // Candidates of one source sentence must not follow one another.
      var stop = start
      while stop < candidates.count,
        candidates[stop].point.source == candidates[start].point.source
      {
        var node = Int(candidates[stop].point.target)
        while node > 0 {
          let end = tree[node]
          if end >= 0, previous[stop] < 0 || best[Int(end)] > best[Int(previous[stop])] {
            previous[stop] = end
          }
          node &= node - 1
        }
        best[stop] =
          candidates[stop].weight + (previous[stop] < 0 ? 0 : best[Int(previous[stop])])
        stop += 1
      }
      for index in start..<stop {
        if last < 0 || best[index] > best[Int(last)] { last = Int32(index) }
        var node = Int(candidates[index].point.target) + 1
        while node <= columns {
          if tree[node] < 0 || best[index] > best[Int(tree[node])] { tree[node] = Int32(index) }
          node += node & -node
        }
      }
      start = stop
    }
    var chain: [Point] = []
    while last >= 0 {
      chain.append(candidates[Int(last)].point)
      last = previous[Int(last)]
    }
    return chain.reversed()
  }
}

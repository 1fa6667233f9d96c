/// The heaviest chain of sentence pairs that rises strictly on both sides.
enum AnchorChain {
  /// Finds it with a Fenwick tree of the best chains by target sentence.
  ///
  /// Candidates come in the order of their source sentences; `columns` are the target sentences that
  /// they may have.
  /// - Complexity: O(*n* log *m*) for *n* candidates and *m* columns.
  static func heaviest(
    _ candidates: [Anchors.Candidate], columns: Range<Int>
  ) -> [Anchors.Point] {
    // The candidate that ends the best chain through the columns of each node.
    var tree = [Int32](repeating: -1, count: columns.count + 1)
    // In double: a float has no digits left for a candidate behind some hundred thousand others.
    var best = [Double](repeating: 0, count: candidates.count)
    var previous = [Int32](repeating: -1, count: candidates.count)
    var last: Int32 = -1
    var start = 0
    while start < candidates.count {
      // Candidates of one source sentence must not follow one another.
      var stop = start
      while stop < candidates.count,
        candidates[stop].point.source == candidates[start].point.source
      {
        var node = Int(candidates[stop].point.target) - columns.lowerBound
        while node > 0 {
          let end = tree[node]
          if end >= 0, previous[stop] < 0 || best[Int(end)] > best[Int(previous[stop])] {
            previous[stop] = end
          }
          node &= node - 1
        }
        best[stop] =
          Double(candidates[stop].weight) + (previous[stop] < 0 ? 0 : best[Int(previous[stop])])
        stop += 1
      }
      for index in start..<stop {
        if last < 0 || best[index] > best[Int(last)] { last = Int32(index) }
        var node = Int(candidates[index].point.target) - columns.lowerBound + 1
        while node <= columns.count {
          if tree[node] < 0 || best[index] > best[Int(tree[node])] { tree[node] = Int32(index) }
          node += node & -node
        }
      }
      start = stop
    }
    var chain: [Anchors.Point] = []
    while last >= 0 {
      chain.append(candidates[Int(last)].point)
      last = previous[Int(last)]
    }
    return chain.reversed()
  }
}

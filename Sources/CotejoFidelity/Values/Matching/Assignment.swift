/// A one-to-one assignment of two lists by their places.
struct Assignment: Sendable {
  private var targets: [Int?]
  private var sources: [Int?]

  /// Makes an assignment of nothing.
  init(_ sourceCount: Int, _ targetCount: Int) {
    targets = Array(repeating: nil, count: sourceCount)
    sources = Array(repeating: nil, count: targetCount)
  }

  /// The place that a place of the source is assigned to.
  func target(of source: Int) -> Int? { targets[source] }

  /// The place that is assigned to a place of the target.
  func source(of target: Int) -> Int? { sources[target] }

  /// Assigns two places to each other if both are free.
  ///
  /// - Returns: whether they were.
  @discardableResult
  mutating func take(_ source: Int, _ target: Int) -> Bool {
    guard targets[source] == nil, sources[target] == nil else { return false }
    targets[source] = target
    sources[target] = source
    return true
  }

  /// Reassigns along `edges` until as many places as possible are assigned.
  ///
  /// Augmenting paths (Kuhn 1955): what was taken best first stays unless a place would be left.
  /// - Complexity: O(*e*) for each place that gets assigned, and O(*e*) for all others together, for
  ///   *e* edges: what a search in vain has seen leads nowhere for the next one either.
  mutating func augment(_ edges: [(source: Int, target: Int)]) {
    var neighbours: [Int: [Int]] = [:]
    for edge in edges { neighbours[edge.source, default: []].append(edge.target) }
    var dead: Set<Int> = []
    for source in targets.indices where targets[source] == nil {
      guard neighbours[source] != nil else { continue }
      var visited = dead
      if !reassign(source, neighbours, &visited) { dead = visited }
    }
  }

  private mutating func reassign(
    _ source: Int, _ neighbours: [Int: [Int]], _ visited: inout Set<Int>
  ) -> Bool {
    for target in neighbours[source] ?? [] where visited.insert(target).inserted {
      let holder = sources[target]
      if let holder, !reassign(holder, neighbours, &visited) { continue }
      targets[source] = target
      sources[target] = source
      return true
    }
    return false
  }
}

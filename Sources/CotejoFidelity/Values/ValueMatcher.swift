/// Words of the two sides that render each other, as byte ranges.
public struct ValueLink: Hashable, Sendable {
  /// Bytes of the source.
  public var source: Range<Int32>
  /// Bytes of the target.
  public var target: Range<Int32>

  /// Makes a link of the words in two ranges.
  public init(source: Range<Int32>, target: Range<Int32>) {
    self.source = source
    self.target = target
  }
}

/// Which value renders which, and what is left.
public struct ValueMatching: Hashable, Sendable {
  /// A value and its rendering, by their places in the two lists.
  public struct Pair: Hashable, Sendable {
    /// The place in the list of the source.
    public var source: Int
    /// The place in the list of the target.
    public var target: Int
  }

  /// The pairs that agree, in the order of the source; those of unit or currency changed, too.
  public var pairs: [Pair]
  /// What disagrees: in the order of the source, added values last.
  public var issues: [ValueIssue]
}

/// Matches the values of a source and its rendering one to one.
///
/// Two values agree when their sets of meanings meet. Equal values of one kind go first, then equal
/// ones of kinds that may be the same, then converted and rounded ones; among equals the linked and
/// the nearest by order. Whatever is left over on both sides pairs up as changed, and alone is
/// missing or added, unless the other side holds the same value once already.
public struct ValueMatcher: Sendable {
  /// Two readings that may belong together.
  private struct Edge {
    var source: Int
    var target: Int
    var agreement: ValueAgreement
    var score: Double
    var isLinked: Bool
  }

  /// Makes a matcher.
  public init() {}

  /// Matches two lists of readings.
  ///
  /// - Parameters:
  ///   - source: the readings of the original, in order.
  ///   - target: the readings of the rendering, in order.
  ///   - links: which words render which, if that is known; in any order.
  /// - Returns: the pairs, and what disagrees.
  /// - Complexity: O(*n·m*·log *n·m*) for *n* and *m* readings, and *l* times that for *l* links;
  ///   of lists with more than 40,000 possible pairs only those near by order are looked at.
  public func matching(
    source: [ValueReading], target: [ValueReading], links: [ValueLink] = []
  ) -> ValueMatching {
    if source.isEmpty, target.isEmpty { return ValueMatching(pairs: [], issues: []) }
    let edges = edges(source, target, links)
    var assignment = Assignment(source.count, target.count)
    for edge in edges where edge.agreement >= .converted {
      assignment.take(edge.source, edge.target)
    }
    let faithful = edges.filter { $0.agreement >= .converted }.map { ($0.source, $0.target) }
    assignment.augment(faithful)
    for edge in edges where edge.agreement < .converted && edge.agreement != .none {
      assignment.take(edge.source, edge.target)
    }
    var issues: [(order: Int32, issue: ValueIssue)] = []
    for (index, reading) in source.enumerated() {
      guard let partner = assignment.target(of: index) else { continue }
      let agreement = ValueAgreement(reading, target[partner])
      if let issue = issue(agreement, reading, target[partner]) {
        issues.append((reading.range.lowerBound, issue))
      }
    }
    let pairs = source.indices.compactMap { index in
      assignment.target(of: index).map { ValueMatching.Pair(source: index, target: $0) }
    }
    let repeatedSource = Set(edges.filter { $0.agreement.isFaithful }.map(\.source))
    let repeatedTarget = Set(edges.filter { $0.agreement.isFaithful }.map(\.target))
    // What is left pairs up as changed.
    for edge in leftovers(source, target, links, assignment) {
      let isRepeated = repeatedSource.contains(edge.source) && repeatedTarget.contains(edge.target)
      guard !isRepeated, assignment.take(edge.source, edge.target) else { continue }
      issues.append(
        (
          source[edge.source].range.lowerBound,
          ValueIssue(
            .changed, source: source[edge.source], target: target[edge.target],
            traits: edge.isLinked ? .linked : [])
        ))
    }
    for (index, reading) in source.enumerated()
    where assignment.target(of: index) == nil && !repeatedSource.contains(index) {
      issues.append(
        (reading.range.lowerBound, ValueIssue(.missing, source: reading, target: nil)))
    }
    issues.sort { $0.order < $1.order }
    var sorted = issues.map(\.issue)
    for (index, reading) in target.enumerated()
    where assignment.source(of: index) == nil && !repeatedTarget.contains(index) {
      sorted.append(ValueIssue(.added, source: nil, target: reading))
    }
    return ValueMatching(pairs: pairs, issues: sorted)
  }

  /// All pairs that agree somehow, best first.
  private func edges(
    _ source: [ValueReading], _ target: [ValueReading], _ links: [ValueLink]
  ) -> [Edge] {
    var edges: [Edge] = []
    for (index, reading) in source.enumerated() {
      let reach = Self.reach(of: index, source.count, target.count)
      for (other, rendering) in zip(reach, target[reach]) {
        let agreement = ValueAgreement(reading, rendering)
        guard agreement != .none else { continue }
        let isLinked = isLinked(reading, rendering, links)
        let weakness = reading.traits.contains(.weak) == rendering.traits.contains(.weak)
        edges.append(
          Edge(
            source: index, target: other, agreement: agreement,
            score: Double(agreement.rawValue) + (isLinked ? 8 : 0) + (weakness ? 2 : 0)
              + 3 * nearness(index, source.count, other, target.count), isLinked: isLinked))
      }
    }
    return edges.sorted { ($0.score, $1.source, $1.target) > ($1.score, $0.source, $0.target) }
  }

  /// Pairs of readings left over on both sides that one may have been changed into, best first.
  private func leftovers(
    _ source: [ValueReading], _ target: [ValueReading], _ links: [ValueLink],
    _ assignment: Assignment
  ) -> [Edge] {
    var edges: [Edge] = []
    for (index, reading) in source.enumerated() where assignment.target(of: index) == nil {
      let reach = Self.reach(of: index, source.count, target.count)
      for (other, rendering) in zip(reach, target[reach])
      where assignment.source(of: other) == nil {
        let likeness = likeness(reading, rendering)
        guard likeness > 0 else { continue }
        let isLinked = isLinked(reading, rendering, links)
        edges.append(
          Edge(
            source: index, target: other, agreement: .none,
            score: likeness + (isLinked ? 30 : 0)
              + 10 * nearness(index, source.count, other, target.count), isLinked: isLinked))
      }
    }
    return edges.sorted { ($0.score, $1.source, $1.target) > ($1.score, $0.source, $0.target) }
  }

  /// How alike two values that disagree are in kind and size, 0 to 50; 0 if neither became the other.
  private func likeness(_ left: ValueReading, _ right: ValueReading) -> Double {
    let (one, other) = (left.value, right.value)
    guard one.kind.family == other.kind.family else { return 0 }
    // An article becomes no year.
    if left.isArticle && right.traits.contains(.specific)
      || right.isArticle && left.traits.contains(.specific)
    {
      return 0
    }
    var likeness = 10.0
    if one.kind == other.kind {
      likeness = 35
    } else {
      switch (one.kind, other.kind) {
      case (.measure, .measure), (.money, .money): likeness = 28
      case (.cardinal, _), (_, .cardinal): likeness = 22
      case (.year, _), (_, .year), (.ordinal, _), (_, .ordinal), (.day, _), (_, .day):
        likeness = 5
      default: break
      }
    }
    if one.number > 0, other.number > 0 {
      let ratio = one.number / other.number
      if ratio > 0.2, ratio < 5 { likeness += 5 }
      if [0.001, 0.01, 0.1, 10, 100, 1000].contains(where: { Value.isSame($0, ratio) }) {
        likeness += 10
      }
    }
    let weak = [left, right].count { $0.traits.contains(.weak) }
    return max(1, likeness - 12 * Double(weak))
  }

  /// The places of the target that a place of the source may be matched with: all of them, or in
  /// lists as long as tables those around the same share of the list.
  private static func reach(of index: Int, _ count: Int, _ targetCount: Int) -> Range<Int> {
    guard count * targetCount > 40_000 else { return 0..<targetCount }
    let middle = index * targetCount / count
    return max(0, middle - 100)..<min(targetCount, middle + 100)
  }

  /// How near two readings are by their places in order, 0 to 1.
  private func nearness(_ index: Int, _ count: Int, _ other: Int, _ otherCount: Int) -> Double {
    1 - abs((Double(index) + 0.5) / Double(count) - (Double(other) + 0.5) / Double(otherCount))
  }

  private func isLinked(
    _ left: ValueReading, _ right: ValueReading, _ links: [ValueLink]
  ) -> Bool {
    links.contains { $0.source.overlaps(left.range) && $0.target.overlaps(right.range) }
  }

  /// What is wrong with a pair, or worth a note.
  private func issue(
    _ agreement: ValueAgreement, _ source: ValueReading, _ target: ValueReading
  ) -> ValueIssue? {
    let kind: ValueIssue.Kind
    switch agreement {
    case .none, .shortYear: return nil
    case .regional:
      return ValueIssue(.changed, source: source, target: target, traits: .regional)
    case .rounded: kind = .rounded
    case .otherKind: kind = .kindChanged
    case .otherUnit: kind = .unitChanged
    case .otherCurrency: kind = .currencyChanged
    case .converted: kind = .converted
    case .likely, .equal, .same:
      guard isQualifierChanged(source, target) else { return nil }
      kind = .qualifierChanged
    }
    return ValueIssue(kind, source: source, target: target)
  }

  /// Whether one side says more and the other less, or a vague number has become exact.
  private func isQualifierChanged(_ source: ValueReading, _ target: ValueReading) -> Bool {
    if let one = source.qualifier, let other = target.qualifier,
      one.direction * other.direction < 0
    {
      return true
    }
    let (vague, exact) = source.traits.contains(.vague) ? (source, target) : (target, source)
    return vague.traits.contains(.vague) && !exact.isApproximate && exact.value.kind != .multiple
  }
}

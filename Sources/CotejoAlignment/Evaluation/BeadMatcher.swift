/// Tells which beads of one alignment stand in another.
struct BeadMatcher {
  /// How far a bead agrees with the other alignment.
  enum Verdict: Hashable {
    /// It shares no sentence pair with any bead there.
    case wrong
    /// A bead there holds one of its source sentences together with one of its target sentences.
    case lax
    /// The same bead stands there.
    case strict
  }

  private struct Sides: Hashable {
    let source: [Int32]
    let target: [Int32]

    init(_ bead: JudgedBead) {
      source = bead.source
      target = bead.target
    }
  }

  /// The beads, each once, the first of equal ones; empty ones left out.
  let beads: [JudgedBead]
  private let known: Set<Sides>
  /// The paired beads that hold each source sentence.
  private var holders: [Int32: [Int32]] = [:]
  /// The bead of the other alignment that each bead was last compared with.
  private var comparedWith: [Int32]

  init(_ beads: [JudgedBead]) {
    var known = Set<Sides>(minimumCapacity: beads.count)
    self.beads = beads.filter { !$0.isEmpty && known.insert(Sides($0)).inserted }
    self.known = known
    for (number, bead) in self.beads.enumerated() where !bead.target.isEmpty {
      for sentence in bead.source { holders[sentence, default: []].append(Int32(number)) }
    }
    comparedWith = Array(repeating: -1, count: self.beads.count)
  }

  /// How far the beads of another alignment agree with this one, in their order.
  mutating func verdicts(of others: [JudgedBead]) -> [Verdict] {
    for index in comparedWith.indices { comparedWith[index] = -1 }
    return others.enumerated().map { number, other in
      if known.contains(Sides(other)) { return .strict }
      return overlaps(other, number: Int32(number)) ? .lax : .wrong
    }
  }

  /// Whether a bead here shares a source sentence and a target sentence with one of the others.
  private mutating func overlaps(_ other: JudgedBead, number: Int32) -> Bool {
    if other.target.isEmpty { return false }
    for sentence in other.source {
      for holder in holders[sentence] ?? [] where comparedWith[Int(holder)] != number {
        comparedWith[Int(holder)] = number
        if Self.meet(beads[Int(holder)].target, other.target) { return true }
      }
    }
    return false
  }

  /// Whether two lists in order have a number in common.
  private static func meet(_ left: [Int32], _ right: [Int32]) -> Bool {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { return true }
      if left[i] < right[j] { i += 1 } else { j += 1 }
    }
    return false
  }
}

internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What it says for a bead that the items which begin with it on both sides have the same number, or
/// not: logarithms of likelihood ratios, in nats.
struct NumberAgreement {
  /// For equal numbers.
  let equal: Double
  /// For different ones.
  let different: Double

  /// Finds what the numbers of first sentences of beads say.
  ///
  /// With the probability *c* that two numbers drawn from both sides are equal, and *e* beads of equal
  /// and *u* of different numbers, counted by probability, the share of equal ones is taken for
  /// *p* = (*e* + *c*)/(*e* + *u* + 1): the mean of a Beta prior that expects chance and weighs as
  /// much as one bead. The ratios are *p*/*c* and (1 − *p*)/(1 − *c*).
  init(
    _ beads: [Bead], _ source: [DocumentStructure.Mark], _ target: [DocumentStructure.Mark]
  ) {
    var (equal, different) = (0.0, 0.0)
    MarkedBeads.forEach(beads, source, target) { bead, one, other in
      if one == other { equal += Double(bead.score) } else { different += Double(bead.score) }
    }
    let chance = Self.chance(source, target)
    guard chance > 0, chance < 1 else {
      (self.equal, self.different) = (0, 0)
      return
    }
    let share = (equal + chance) / (equal + different + 1)
    self.equal = log(share / chance)
    self.different = log((1 - share) / (1 - chance))
  }

  /// The probability that numbers drawn from both sides are equal.
  private static func chance(
    _ source: [DocumentStructure.Mark], _ target: [DocumentStructure.Mark]
  ) -> Double {
    var counts: [Int32: Double] = [:]
    for mark in source { counts[mark.value, default: 0] += 1 }
    let pairs = target.reduce(0) { $0 + counts[$1.value, default: 0] }
    return pairs / max(1, Double(source.count) * Double(target.count))
  }
}

/// The beads whose first sentences have marks on both sides.
enum MarkedBeads {
  /// Calls `body` with each such bead and the values of its marks; beads and marks are in order.
  static func forEach(
    _ beads: [Bead], _ source: [DocumentStructure.Mark], _ target: [DocumentStructure.Mark],
    _ body: (Bead, Int32, Int32) -> Void
  ) {
    var (row, column) = (0, 0)
    for bead in beads where !bead.source.isEmpty && !bead.target.isEmpty {
      while row < source.count, source[row].sentence < bead.source.lowerBound { row += 1 }
      while column < target.count, target[column].sentence < bead.target.lowerBound { column += 1 }
      guard row < source.count, column < target.count else { return }
      if source[row].sentence == bead.source.lowerBound,
        target[column].sentence == bead.target.lowerBound
      {
        body(bead, source[row].value, target[column].value)
      }
    }
  }
}

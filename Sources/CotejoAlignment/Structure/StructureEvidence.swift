internal import CotejoText

/// What the structure of two documents says for or against a bead.
///
/// How far the structures of both sides may be believed is estimated from beads that were found
/// without them: breaks that meet no more often than by chance, numbers that differ, times that do
/// not run together come to nothing by themselves. The evidence is likelihood ratios; as posteriors
/// weigh chains by *e* to their score over a temperature, a nat is worth that temperature.
struct StructureEvidence {
  /// The classes of the places of the source, times the number of classes, to look up `ends`.
  private let sources: [Int32]
  /// For each target place, the classes of it and of the four places before it.
  private let targets: [SIMD8<UInt8>]
  /// What the classes at an end of a bead are worth: half of what they say, as the bead next door
  /// has the same end.
  private let ends: [Float]
  /// What it is worth that the place before a source sentence lies inside a bead.
  private let inside: [Float]
  /// The same for the one to three target places before a place, summed, for beads of one to four.
  private let insides: [SIMD4<Float>]
  private let marks: MarkEvidence?

  /// What says less than this, in nats, cannot change an alignment.
  private static let leastEvidence = 0.05

  /// Estimates what structures are worth from beads, which may be those of the first part of the
  /// texts; `nil` if they are worth nothing.
  init?(_ beads: [Bead], _ source: DocumentStructure, _ target: DocumentStructure) {
    let (left, right) = (OpeningClasses(source), OpeningClasses(target))
    let openings = OpeningAgreement(
      OpeningCounts(beads, left, right), source: left.shares, target: right.shares)
    marks = MarkEvidence(beads, source, target)
    guard marks != nil || openings.greatest >= Self.leastEvidence else { return nil }
    let nat = Double(BeadPosteriors.temperature)
    ends = openings.ends.map { Float($0 / 2 * nat) }
    let count = Int32(OpeningClasses.count)
    sources = left.places.map { Int32($0) * count }
    inside = left.places.map { Float(openings.inSource[Int($0)] * nat) }
    var last = SIMD8<UInt8>(repeating: 0)
    targets = right.places.map { place in
      last = SIMD8(place, last[0], last[1], last[2], last[3], 0, 0, 0)
      return last
    }
    let values = openings.inTarget.map { Float($0 * nat) }
    insides = targets.map { places in
      let one = values[Int(places[1])]
      let two = one + values[Int(places[2])]
      return SIMD4(0, one, two, two + values[Int(places[3])])
    }
  }

  /// Fewer openings behind the first say nothing.
  private static let leastOpenings = 2

  /// Whether structures could say anything about each other.
  static func isPossible(_ source: DocumentStructure, _ target: DocumentStructure) -> Bool {
    [source, target].allSatisfy { structure in
      structure.openings.dropFirst().count { $0 != .nothing } >= leastOpenings
    }
  }

  /// What is worth that beads of `a` source and one to four target sentences, a lane each, end
  /// before `row` and `column`; lanes that reach back behind the start of the text mean nothing.
  @inline(__always)
  func scores(_ a: Int, endingAt row: Int, _ column: Int) -> SIMD4<Float> {
    let places = targets[column]
    let source = Int(sources[row - a])
    var worth =
      SIMD4(
        ends[source + Int(places[1])], ends[source + Int(places[2])],
        ends[source + Int(places[3])], ends[source + Int(places[4])])
      + ends[Int(sources[row]) + Int(places[0])] + insides[column]
    for place in (row - a + 1)..<row { worth += inside[place] }
    if let marks { marks.add(row - a, column, to: &worth) }
    return worth
  }
}

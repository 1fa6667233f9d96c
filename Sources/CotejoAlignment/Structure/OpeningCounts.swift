/// How often the classes of openings meet at the ends of beads.
struct OpeningCounts {
  /// By source class and target class; a bead counts half for each of its ends, as its neighbour's end
  /// is the same place.
  private(set) var ends = [[Double]](
    repeating: [Double](repeating: 0, count: OpeningClasses.count), count: OpeningClasses.count)

  /// Counts the beads with sentences on both sides by their probability; the edges of the texts, which
  /// always meet, are left out.
  init(_ beads: [Bead], _ source: OpeningClasses, _ target: OpeningClasses) {
    for bead in beads where !bead.source.isEmpty && !bead.target.isEmpty {
      for (row, column) in [
        (Int(bead.source.lowerBound), Int(bead.target.lowerBound)),
        (Int(bead.source.upperBound), Int(bead.target.upperBound)),
      ] where Self.isInner(row, source) && Self.isInner(column, target) {
        ends[Int(source.places[row])][Int(target.places[column])] += Double(bead.score) / 2
      }
    }
  }

  private static func isInner(_ place: Int, _ classes: OpeningClasses) -> Bool {
    place > 0 && place < classes.places.count - 1
  }
}

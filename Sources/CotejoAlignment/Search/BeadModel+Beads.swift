extension BeadModel {
  /// Calls `body` with every bead that ends behind `row` source and `column` target sentences: its
  /// sentences on both sides, the cell it starts from, and its score.
  @inline(__always)
  func forEachBead(
    endingAt row: Int, _ column: Int, in corridor: Corridor,
    _ body: (Int, Int, Int, Float) -> Void
  ) {
    if row > 0, corridor.contains(row - 1, column) {
      body(1, 0, corridor.cell(row - 1, column), nullScore)
    }
    if column > Int(corridor.lower[row]) {
      body(0, 1, corridor.cell(row, column) - 1, nullScore)
    }
    let scores = scores(endingAt: row, column, in: corridor)
    for a in 1..<Self.mostOnASide + 1 where a <= row {
      for b in 1..<Self.mostOnASide + 1 where scores[a][b - 1] > -.infinity {
        guard corridor.contains(row - a, column - b) else { continue }
        body(a, b, corridor.cell(row - a, column - b), scores[a][b - 1])
      }
    }
  }
}

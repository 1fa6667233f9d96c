/// Finds the best chain of beads through a corridor.
struct BeadSearch {
  /// Consumes sentences of both sides at once.
  struct Step: Hashable {
    var source: Int
    var target: Int
  }

  let corridor: Corridor
  let model: BeadModel

  /// The best chain of steps from the start of both texts to their ends.
  func best() -> [Step] {
    // In double: the scores of a long text would leave a float no digits for a bead.
    let unreached = -Double.greatestFiniteMagnitude
    var scores = [Double](repeating: unreached, count: corridor.cells)
    // The step that leads to each cell: source sentences in the upper half, target in the lower.
    var steps = [UInt8](repeating: 0, count: corridor.cells)
    scores[0] = 0
    for row in 0..<corridor.rows {
      for column in corridor.columns(of: row) {
        let cell = corridor.cell(row, column)
        var best = scores[cell]
        var step: UInt8 = 0
        model.forEachBead(endingAt: row, column, in: corridor) { a, b, previous, score in
          let score = scores[previous] + Double(score)
          if score > best { (best, step) = (score, UInt8(a << 4 | b)) }
        }
        scores[cell] = best
        steps[cell] = step
      }
    }
    var chain: [Step] = []
    var row = corridor.rows - 1
    var column = corridor.columns - 1
    while row > 0 || column > 0 {
      let step = steps[corridor.cell(row, column)]
      chain.append(Step(source: Int(step >> 4), target: Int(step & 15)))
      row -= Int(step >> 4)
      column -= Int(step & 15)
    }
    return chain.reversed()
  }
}

/// Walks down a corridor once: finds the best chain of beads and how probable each of them is.
///
/// Large corridors are walked in blocks of rows. A block's chain is taken once every chain that may
/// still win agrees on it, and its posteriors once the chain goes on far enough, so that the result
/// does not depend on where blocks end, but that memory does not grow with the texts.
struct BeadWalk {
  /// The cells of a block of a large corridor, but those of its last row.
  private static let usualBlock = 1 << 17
  /// Where nothing tells chains apart over so many cells, the best one so far is taken.
  private static let mostCells = 1 << 22
  /// Beads farther off than this on either side have no say in a posterior.
  private static let context = 64

  private let corridor: Corridor
  private var model: BeadModel
  private var search: BeadSearch
  private var result: [Bead] = []
  /// The last steps, of which the first `settled` are in `result`, and the cell they start from.
  private var steps: [BeadSearch.Step] = []
  private var settled = 0
  private var start = (row: 0, column: 0)
  private let blockCells: Int

  /// Starts at the top; blocks of other than the usual size are for tests.
  init(_ corridor: Corridor, _ model: BeadModel, blockCells: Int? = nil) {
    self.corridor = corridor
    self.model = model
    self.blockCells =
      blockCells ?? (corridor.cells > BeadModel.wholeCells ? Self.usualBlock : corridor.cells)
    search = BeadSearch(corridor: corridor)
  }

  /// The beads from the start of both texts to their ends.
  mutating func beads() -> [Bead] {
    while search.rows < corridor.rows {
      let end = nextEnd
      // Beads reach four rows back, from where they may end.
      model.look(
        at: max(
          model.rows.lowerBound, min(start.row, search.rows) - BeadModel.mostOnASide)..<max(
            end, model.rows.upperBound))
      search.advance(to: end, model)
      var taken = search.takeSteps()
      if taken.isEmpty, end < corridor.rows, search.heldCells > Self.mostCells {
        taken = search.takeBestSteps()
      }
      steps += taken
      if end == corridor.rows || steps.count - settled > 2 * Self.context { settle() }
    }
    return result
  }

  /// The end of the next block.
  private var nextEnd: Int {
    // What was searched in vain is not searched again before it has doubled.
    let cells = corridor.starts[search.rows] + max(blockCells, search.heldCells)
    var end = search.rows + 1
    while end < corridor.rows, corridor.starts[end] < cells { end += 1 }
    return end
  }

  /// Makes beads of the steps whose surroundings are known.
  private mutating func settle() {
    let posteriors = BeadPosteriors.of(steps, from: start, in: corridor, model)
    let isEnd = search.rows == corridor.rows
    let end = isEnd ? steps.count : steps.count - Self.context
    var (row, column) = (Int32(start.row), Int32(start.column))
    for (index, step) in steps.enumerated() {
      let (first, begin) = (row, column)
      row += Int32(step.source)
      column += Int32(step.target)
      if index >= settled, index < end {
        result.append(
          Bead(source: first..<row, target: begin..<column, score: posteriors[index]))
      }
      if index < end - Self.context { start = (Int(row), Int(column)) }
    }
    let dropped = max(0, end - Self.context)
    steps.removeFirst(dropped)
    settled = end - dropped
  }
}

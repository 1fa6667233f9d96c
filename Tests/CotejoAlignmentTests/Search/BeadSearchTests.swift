import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct BeadSearchTests {
  private func score(_ chain: [BeadSearch.Step], _ grid: SmallGrid) -> Float {
    var sum: Float = 0
    var (row, column) = (0, 0)
    for step in chain {
      row += step.source
      column += step.target
      var found = -Float.infinity
      grid.model.forEachBead(endingAt: row, column, in: grid.corridor) {
        if $0 == step.source, $1 == step.target { found = $3 }
      }
      sum += found
    }
    #expect(row == grid.corridor.rows - 1 && column == grid.corridor.columns - 1)
    return sum
  }

  @Test func `no chain is better than the best`() throws {
    var generator = SeededGenerator(seed: 41)
    for round in 0..<60 {
      let rows = Int.random(in: 0...4, using: &generator)
      let columns = Int.random(in: 0...4, using: &generator)
      let corridor =
        round < 30 ? nil : SmallGrid.corridor(rows: rows, columns: columns, &generator)
      let grid = try SmallGrid(rows: rows, columns: columns, corridor: corridor, &generator)
      let best = BeadSearch.best(in: grid.corridor, grid.model)
      let most = try #require(grid.chains.map(\.score).max())
      #expect(abs(score(best, grid) - most) < 1e-4)
    }
  }

  @Test func `a side without sentences is passed one by one`() throws {
    var generator = SeededGenerator(seed: 42)
    let grid = try SmallGrid(rows: 3, columns: 0, &generator)
    let best = BeadSearch.best(in: grid.corridor, grid.model)
    #expect(best == Array(repeating: BeadSearch.Step(source: 1, target: 0), count: 3))
    let empty = try SmallGrid(rows: 0, columns: 0, &generator)
    #expect(BeadSearch.best(in: empty.corridor, empty.model).isEmpty)
  }
}

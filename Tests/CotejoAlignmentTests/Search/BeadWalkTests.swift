import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct BeadWalkTests {
  private func walk(_ grid: SmallGrid, blockCells: Int? = nil) -> [Bead] {
    var walk = BeadWalk(grid.corridor, grid.model, blockCells: blockCells)
    return walk.beads()
  }

  @Test(arguments: [1, 900])
  func `blocks of any size give the beads of the whole`(_ blockCells: Int) throws {
    var generator = SeededGenerator(seed: 61)
    for round in 0..<2 {
      let rows = 200 + round * 40
      var source = generator.sentences(rows, of: 900, length: 3...9)
      var target = source
      target.removeSubrange(30..<50)
      source.removeSubrange(90..<110)
      // Wide enough for all that is missing.
      let columns = Int32(target.count)
      let corridor = Corridor(
        lower: (0...source.count).map { max(0, min(columns, Int32($0)) - 34) },
        upper: (0...source.count).map { min(columns, Int32($0) + 34) })
      let grid = try SmallGrid(source, target, corridor: corridor)
      let whole = walk(grid)
      let parts = walk(grid, blockCells: blockCells)
      #expect(whole.covers(source.count, target.count))
      #expect(parts.joints == whole.joints)
      // What lies far off may be left out of a posterior.
      #expect(zip(parts, whole).allSatisfy { abs($0.score - $1.score) < 0.01 })
    }
  }

  @Test func `texts that nothing tells apart are taken all the same`() throws {
    let lines = Array(repeating: "la misma frase", count: 40)
    let grid = try SmallGrid(lines, lines)
    for blockCells in [1, 300] {
      let beads = walk(grid, blockCells: blockCells)
      #expect(beads.joints == walk(grid).joints)
    }
  }

  @Test(arguments: [(0, 0), (0, 200), (200, 0), (1, 1), (150, 2), (2, 150)])
  func `sides of any length are covered`(_ rows: Int, _ columns: Int) throws {
    var generator = SeededGenerator(seed: 62)
    let grid = try SmallGrid(rows: rows, columns: columns, words: 40, &generator)
    for blockCells in [nil, 1, 64] {
      let beads = walk(grid, blockCells: blockCells)
      #expect(beads.covers(rows, columns))
    }
  }
}

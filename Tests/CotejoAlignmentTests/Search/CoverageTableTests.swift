import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct CoverageTableTests {
  /// The covered weight of a sentence by a window of the other side, word by word.
  private func coverage(
    of sentence: Int, _ side: WordEvidence.Side, by window: Range<Int>, _ other: WordOccurrences
  ) -> Float {
    var sum: Float = 0
    for index in side.occurrences.wordRange(of: sentence) {
      let (word, weight) = side.weighted(index)
      let strengths = side.matches.matches[side.matches.range(of: word)].filter { match in
        other.sentences[other.range(of: match.word)].contains { window.contains(Int($0)) }
      }
      sum += weight * (strengths.map(\.strength).max() ?? 0)
    }
    return sum
  }

  private func check(_ grid: SmallGrid) {
    let (evidence, corridor) = (grid.evidence, grid.corridor)
    var table = CoverageTable(evidence, corridor)
    table.move(to: 0..<corridor.rows)
    var parts = CoverageTable(evidence, corridor, jobs: 3, leastPart: 2)
    parts.move(to: 0..<corridor.rows)
    #expect(parts.source == table.source && parts.target == table.target)
    checkMoves(grid, table)
    var worst: Float = 0
    var most: Float = 0
    for row in 0..<corridor.rows {
      for column in corridor.columns(of: row) {
        let cell = corridor.cell(row, column)
        for lane in 0..<4 {
          if row > 0 {
            let expected = coverage(
              of: row - 1, evidence.source, by: max(0, column - lane - 1)..<column,
              evidence.target.occurrences)
            worst = max(worst, abs(table.source[cell][lane] - expected))
            most = max(most, expected)
          }
          if column > 0 {
            let expected = coverage(
              of: column - 1, evidence.target, by: max(0, row - lane - 1)..<row,
              evidence.source.occurrences)
            worst = max(worst, abs(table.target[cell][lane] - expected))
          }
        }
      }
    }
    #expect(worst < 0.001)
    #expect(most > 0 || corridor.cells < 30)
  }

  /// Moves a table down the corridor, which must give the rows of the whole one.
  private func checkMoves(_ grid: SmallGrid, _ whole: CoverageTable) {
    let corridor = grid.corridor
    for (height, step) in [(1, 1), (3, 1), (4, 3), (5, 9)] {
      var moving = CoverageTable(grid.evidence, corridor, jobs: 2, leastPart: 2)
      for start in stride(from: 0, to: corridor.rows, by: step) {
        let rows = start..<min(corridor.rows, start + height)
        moving.move(to: rows)
        let isSame = rows.allSatisfy { row in
          corridor.columns(of: row).allSatisfy { column in
            let cell = corridor.cell(row, column)
            return moving.source[cell] == whole.source[cell]
              && moving.target[cell] == whole.target[cell]
          }
        }
        #expect(isSame)
        if rows.upperBound == corridor.rows { break }
      }
    }
  }

  @Test func `whole grids are as by hand`() throws {
    var generator = SeededGenerator(seed: 37)
    for (rows, columns) in [(0, 0), (0, 5), (5, 0), (1, 1), (1, 9), (9, 1), (7, 8), (12, 11)] {
      check(try SmallGrid(rows: rows, columns: columns, &generator))
    }
  }

  @Test func `corridors are as by hand`() throws {
    var generator = SeededGenerator(seed: 38)
    for _ in 0..<40 {
      let rows = Int.random(in: 1...14, using: &generator)
      let columns = Int.random(in: 1...14, using: &generator)
      let corridor = SmallGrid.corridor(rows: rows, columns: columns, &generator)
      check(try SmallGrid(rows: rows, columns: columns, corridor: corridor, &generator))
    }
  }
}

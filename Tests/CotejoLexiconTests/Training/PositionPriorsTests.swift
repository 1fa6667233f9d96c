import Testing

@testable import CotejoLexicon

struct PositionPriorsTests {
  private func rows(_ priors: inout PositionPriors, width: Int, height: Int) -> [[Float]] {
    var rows: [[Float]] = []
    priors.withPriors(width: width, height: height) { table in
      rows = (0..<height).map { Array(table[($0 * width)..<(($0 + 1) * width)]) }
    }
    return rows
  }

  @Test(arguments: [0, 4] as [Float])
  func `each row is shared out whole`(_ tension: Float) {
    var priors = PositionPriors(emptyWord: 0.08, tension: tension)
    for width in [2, 3, 7, 121, 128, 129] {
      for height in [0, 1, 2, 5, 120, 128, 129] {
        for row in rows(&priors, width: width, height: height) {
          #expect(row[0] == 0.08)
          #expect(abs(row.reduce(0, +) - 1) < 1e-4)
          #expect(row.allSatisfy { $0 > 0 })
        }
      }
    }
  }

  @Test func `near places are likelier, and flat ones alike`() {
    var priors = PositionPriors(emptyWord: 0.1, tension: 4)
    for (token, row) in rows(&priors, width: 6, height: 5).enumerated() {
      let best = row.indices.dropFirst().max { row[$0] < row[$1] }
      #expect(best == token + 1)
    }
    var flat = PositionPriors(emptyWord: 0.1, tension: 0)
    for row in rows(&flat, width: 4, height: 9) {
      #expect(row.dropFirst().allSatisfy { abs($0 - 0.3) < 1e-6 })
    }
  }

  @Test func `a table that is asked for again is the same`() {
    var priors = PositionPriors(emptyWord: 0.08, tension: 4)
    let first = rows(&priors, width: 5, height: 3)
    _ = rows(&priors, width: 3, height: 5)
    _ = rows(&priors, width: 200, height: 90)
    #expect(rows(&priors, width: 5, height: 3) == first)
  }

  @Test func `without a given word there is the empty one`() {
    var priors = PositionPriors(emptyWord: 0.08, tension: 4)
    #expect(rows(&priors, width: 1, height: 2) == [[0.08], [0.08]])
  }
}

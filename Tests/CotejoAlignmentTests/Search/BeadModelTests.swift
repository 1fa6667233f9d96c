import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct BeadModelTests {
  /// The beads there are: 1-0, 0-1, and up to four on a side, six together.
  private static let sizes: [BeadSearch.Step] = {
    var sizes = [BeadSearch.Step(source: 1, target: 0), BeadSearch.Step(source: 0, target: 1)]
    for a in 1...4 {
      for b in 1...4 where a + b <= 6 { sizes.append(BeadSearch.Step(source: a, target: b)) }
    }
    return sizes
  }()

  @Test func `every bead that fits is offered once`() throws {
    var generator = SeededGenerator(seed: 39)
    for round in 0..<20 {
      let rows = Int.random(in: 0...9, using: &generator)
      let columns = Int.random(in: 0...9, using: &generator)
      let corridor =
        round < 6 ? nil : SmallGrid.corridor(rows: rows, columns: columns, &generator)
      let grid = try SmallGrid(rows: rows, columns: columns, corridor: corridor, &generator)
      for row in 0...rows {
        for column in grid.corridor.columns(of: row) {
          var offered: [BeadSearch.Step] = []
          grid.model.forEachBead(endingAt: row, column, in: grid.corridor) { a, b, cell, score in
            offered.append(BeadSearch.Step(source: a, target: b))
            #expect(grid.corridor.contains(row - a, column - b))
            #expect(cell == grid.corridor.cell(row - a, column - b))
            #expect(score.isFinite)
          }
          #expect(Set(offered).count == offered.count)
          let fits = Self.sizes.filter { size in
            size.source <= row && size.target <= column
              && grid.corridor.contains(row - size.source, column - size.target)
          }
          if round < 6 {
            #expect(offered.count == fits.count)
          } else {
            // At the edge of a corridor, beads whose inner cells lie outside are left out.
            #expect(offered.count <= fits.count)
            #expect(offered.allSatisfy(fits.contains))
          }
        }
      }
    }
  }

  @Test func `that nothing is shared tells of many words, not of few`() throws {
    let shared = (0..<12).map { "Quito Bolívar \(1900 + $0) Sucre" }
    let grid = try SmallGrid(
      shared + ["alfa bravo charlie delta eco foxtrot golf hotel india", "kilo"],
      shared + ["lima mike noviembre óscar papá quebec romeo sierra", "zulú"])
    func score(_ place: Int) -> Float {
      var found = -Float.infinity
      grid.model.forEachBead(endingAt: place, place, in: grid.corridor) {
        if $0 == 1, $1 == 1 { found = $3 }
      }
      return found
    }
    #expect(score(13) < 0)
    #expect(score(14) > 0)
    #expect(score(12) > score(14))
  }

  @Test func `what shares words scores more than what does not`() throws {
    let grid = try SmallGrid(
      ["Quito 1998 Bolívar", "Lima 2004 Grau", "Cuzco 2011 Pizarro"],
      ["Bolívar Quito 1998", "Grau Lima 2004", "Pizarro Cuzco 2011"])
    func score(_ row: Int, _ column: Int, _ a: Int, _ b: Int) -> Float {
      var found = -Float.infinity
      grid.model.forEachBead(endingAt: row, column, in: grid.corridor) {
        if $0 == a, $1 == b { found = $3 }
      }
      return found
    }
    for row in 1...3 {
      for column in 1...3 where column != row {
        #expect(score(row, row, 1, 1) > score(row, column, 1, 1) + 0.3)
      }
      #expect(score(row, row, 1, 1) > score(row, row, 0, 1))
    }
    #expect(score(2, 2, 2, 2) > score(2, 2, 1, 2))
  }

  /// Sums over a long text must not lose the digits that a sentence needs.
  @Test func `a bead scores the same early and late in a long text`() throws {
    // Long sentences of rare words bring the sums up faster than many short ones.
    var generator = SeededGenerator(seed: 40)
    let long = (0..<40).map { number in
      (0..<4000).map { _ in
        SeededGenerator.word(Int.random(in: 0..<60, using: &generator) + number * 60, "x")
      }.joined(separator: " ")
    }
    let sentences = ["Lima 2004 Grau"] + long + ["Cuzco 2011 Puno"]
    let rows = sentences.count
    // A narrow way, as the texts are long.
    let corridor = Corridor(
      lower: (0...rows).map { Int32(max(0, $0 - 2)) },
      upper: (0...rows).map { Int32(min(rows, $0 + 2)) })
    let grid = try SmallGrid(sentences, sentences, corridor: corridor)
    func score(_ end: Int) -> Float {
      var found = -Float.infinity
      grid.model.forEachBead(endingAt: end, end, in: corridor) {
        if $0 == 1, $1 == 1 { found = $3 }
      }
      return found
    }
    #expect(abs(score(1) - score(rows)) < 0.001)
  }
}

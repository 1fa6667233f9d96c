import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

/// Two random texts of few sentences, with all that a search over them needs.
struct SmallGrid {
  let evidence: WordEvidence
  let corridor: Corridor
  let model: BeadModel

  init(_ source: [String], _ target: [String], corridor: Corridor? = nil) throws {
    let (left, right) = try (IndexedText(source), IndexedText(target, "en"))
    evidence = WordEvidence(left, right, lexicons: [])
    self.corridor =
      corridor
      ?? Corridor(rows: left.count, columns: right.count, anchors: Anchors(points: []))
    model = BeadModel(
      evidence, self.corridor, sourceLengths: left.lengths, targetLengths: right.lengths,
      endings: EndingAgreement(left.endings, right.endings))
  }

  /// Sentences of a small vocabulary that both sides share.
  init(
    rows: Int, columns: Int, words: Int = 12, corridor: Corridor? = nil,
    _ generator: inout SeededGenerator
  ) throws {
    try self.init(
      generator.sentences(rows, of: words), generator.sentences(columns, of: words),
      corridor: corridor)
  }

  /// A corridor of random width that leads from the start to the end.
  static func corridor(
    rows: Int, columns: Int, _ generator: inout SeededGenerator
  ) -> Corridor {
    var lower = [Int32](repeating: 0, count: rows + 1)
    var upper = [Int32](repeating: Int32(columns), count: rows + 1)
    for row in 0..<rows {
      let low = row == 0 ? 0 : lower[row - 1]
      let high = row == 0 ? 0 : upper[row - 1]
      lower[row] = row == 0 ? 0 : Int32.random(in: low...high, using: &generator)
      upper[row] = Int32.random(in: max(high, lower[row])...Int32(columns), using: &generator)
    }
    if rows > 0 {
      lower[rows] = Int32.random(in: lower[rows - 1]...upper[rows - 1], using: &generator)
    }
    return Corridor(lower: lower, upper: upper)
  }

  typealias Chain = (steps: [BeadSearch.Step], score: Float)

  /// Every chain of beads that leads through the corridor.
  var chains: [Chain] { chains(endingAt: corridor.rows - 1, corridor.columns - 1) }

  private func chains(endingAt row: Int, _ column: Int) -> [Chain] {
    if row == 0, column == 0 { return [([], 0)] }
    var chains: [Chain] = []
    model.forEachBead(endingAt: row, column, in: corridor) { a, b, _, score in
      let step = BeadSearch.Step(source: a, target: b)
      for chain in self.chains(endingAt: row - a, column - b) {
        chains.append((chain.steps + [step], chain.score + score))
      }
    }
    return chains
  }
}

import CotejoAlignment
import CotejoFormats
import CotejoText
import Testing

@testable import CotejoPipeline

struct PairStateTests {
  private func isPartitioned(_ beads: [[Int32]]) throws -> Bool {
    try Pairs.aligned(
      [("a", "A"), ("b", "B")],
      beads: beads.map { Bead(source: $0[0]..<$0[1], target: $0[2]..<$0[3], score: 1) }
    ).isPartitioned
  }

  static let partitions: [[[Int32]]] = [
    [[0, 1, 0, 1], [1, 2, 1, 2]], [[0, 2, 0, 2]], [[0, 1, 0, 0], [1, 2, 0, 2]],
  ]

  @Test(arguments: partitions)
  func `a partition holds every sentence once`(_ beads: [[Int32]]) throws {
    #expect(try isPartitioned(beads))
  }

  static let others: [[[Int32]]] = [
    [[0, 1, 0, 1]], [[0, 1, 0, 1], [0, 2, 1, 2]], [[0, 2, 0, 2], [2, 2, 2, 2]], [],
    [[0, 1, 1, 2], [1, 2, 0, 1]],
  ]

  @Test(arguments: others)
  func `anything else is none`(_ beads: [[Int32]]) throws {
    #expect(try !isPartitioned(beads))
  }

  @Test func `units lead to the bytes of the files`() throws {
    var state = try Pairs.pair("\u{FEFF}Uno.\r\nDos\r\ntres.", "One. Two.")
    try Pairs.run(SegmentStage.self, ["paragraphs": .text("blankLine")], on: &state)
    state.join([Bead(source: 0..<2, target: 0..<2, score: 0.5)])
    let unit = state.unit(of: 0)
    #expect(unit.source.map(\.text) == ["Uno.", "Dos tres."])
    #expect(unit.source.map(\.start) == [3, 9])
    #expect(unit.source.map(\.end) == [7, 19])
    #expect(unit.target.map(\.start) == [0, 5])
    #expect(unit.type == "2-2")
  }

  @Test func `only beads that go on are rendered`() throws {
    var state = try Pairs.aligned([("a", "A"), ("b", "B")])
    state.reject(0, by: "x", "y", "z")
    #expect(state.remaining == 1)
    #expect(state.amount(of: .beads) == 1)
    #expect(state.amount(of: .sentences) == 4)
    state.renderUnits()
    #expect(state.units[0] == nil)
    #expect(state.units[1]?.source.first?.text == "b")
  }
}

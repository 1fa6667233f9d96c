import CotejoAlignment
import Testing

struct JudgedBeadTests {
  @Test(
    arguments: [
      ([3, 1, 2], [1, 2, 3]), ([5, 5, 0], [0, 5]), ([], []), ([7, 9], [7, 9]),
    ] as [([Int32], [Int32])])
  func `sentences stand in order, each once`(given: [Int32], kept: [Int32]) {
    let bead = JudgedBead(source: given, target: given, score: 0.5)
    #expect(bead.source == kept)
    #expect(bead.target == kept)
  }

  @Test func `a bead of runs keeps its sentences and its score`() {
    let bead = JudgedBead(Bead(source: 2..<4, target: 7..<7, score: 0.25))
    #expect(bead == JudgedBead(source: [2, 3], target: [], score: 0.25))
  }

  @Test(
    arguments: [
      (1, 1, "1-1"), (1, 2, "1-2"), (2, 1, "2-1"), (2, 2, "n-m"), (1, 3, "n-m"), (4, 1, "n-m"),
      (0, 1, "0-n"), (0, 3, "0-n"), (1, 0, "n-0"), (2, 0, "n-0"),
    ] as [(Int32, Int32, String)])
  func `beads are of the kind that their numbers say`(source: Int32, target: Int32, name: String) {
    let type = BeadType(JudgedBead(source: Array(0..<source), target: Array(0..<target)))
    #expect(type.rawValue == name)
    #expect(type.isPaired == (source > 0 && target > 0))
  }
}

import CotejoAlignment
import CotejoFormats
import CotejoTestSupport
import Testing

struct LadderFormatTests {
  @Test
  func `Rungs begin beads and the last closes`() throws {
    let beads = [
      Bead(source: 0..<2, target: 0..<1, score: 0.93),
      Bead(source: 2..<3, target: 1..<1, score: 0.4),
    ]
    let text = String(decoding: try LadderFormat.bytes(of: beads), as: UTF8.self)
    #expect(text == "0\t0\t0.93\n2\t1\t0.40\n3\t1\t0.00\n")
    #expect(try LadderFormat.bytes(of: []) == Array("0\t0\t0.00\n".utf8))
  }

  @Test
  func `What was written is read back`() throws {
    var generator = SeededGenerator(seed: 101)
    for _ in 0..<200 {
      let beads = BeadsFormatTests.alignment(&generator)
      #expect(try LadderFormat.beads(in: LadderFormat.bytes(of: beads), place: "a") == beads)
    }
  }

  @Test
  func `hunalign's own form, spaces and missing scores are read`() throws {
    let text = "0\t0\t-0.3\r\n1\t2\t1.25\n\n  3   2\n4\t2\t0.5"
    #expect(
      try LadderFormat.beads(in: Array(text.utf8), place: "a") == [
        Bead(source: 0..<1, target: 0..<2, score: -0.3),
        Bead(source: 1..<3, target: 2..<2, score: 1.25),
        Bead(source: 3..<4, target: 2..<2, score: 1),
      ])
    #expect(try LadderFormat.beads(in: [], place: "a").isEmpty)
    #expect(try LadderFormat.beads(in: Array("0\t0".utf8), place: "a").isEmpty)
  }

  @Test(arguments: [
    "1", "a b", "1\t-1", "1\t1\tx", "1\t1\t0.5\tx", "0\t9", "9\t0", "1\t4294967296",
  ])
  func `Anything else is an error with its line`(text: String) {
    let error = #expect(throws: FormatError.self) {
      try LadderFormat.beads(in: Array("0\t0\n1\t1\n\(text)".utf8), place: "a.ladder")
    }
    #expect(error?.code == .malformed)
    #expect(error?.line == 3)
    #expect(error?.place == "a.ladder")
  }

  @Test(arguments: [
    [Bead(source: 1..<2, target: 0..<1, score: 1)],
    [Bead(source: 0..<1, target: 0..<1, score: 1), Bead(source: 1..<2, target: 2..<3, score: 1)],
    [Bead(source: 0..<1, target: 0..<1, score: .infinity)],
  ])
  func `Beads without rungs cannot be written`(beads: [Bead]) {
    let error = #expect(throws: FormatError.self) { try LadderFormat.bytes(of: beads) }
    #expect(error?.code == .unrepresentable)
  }

  @Test
  func `Records have the lines of their rungs and scores as written`() throws {
    let text = "0\t0\n\n1 1 -0.3\n1\t3\t7.5\n3\t3\t0.1"
    #expect(
      try LadderFormat.records(in: Array(text.utf8), place: "a") == [
        BeadRecord(source: [0], target: [0], score: nil, line: 1),
        BeadRecord(source: [], target: [1, 2], score: -0.3, line: 3),
        BeadRecord(source: [1, 2], target: [], score: 7.5, line: 4),
      ])
  }

  @Test
  func `Two rungs cannot ask for more memory than there is`() {
    let text = "0\t0\n2147483647\t2147483647\n"
    let error = #expect(throws: FormatError.self) {
      try LadderFormat.records(in: Array(text.utf8), place: "a")
    }
    #expect(error?.code == .malformed)
    #expect(error?.line == 1)
  }

  @Test
  func `Random text never traps`() {
    var generator = SeededGenerator(seed: 111)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        "0123456789\t\t\n\n .-e\r\u{FF}".utf8.randomElement(using: &generator) ?? 0
      }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
      do {
        #expect(try LadderFormat.beads(in: bytes, place: "a").count < max(lines, 1))
        _ = try LadderFormat.records(in: bytes, place: "a")
      } catch {
        #expect((1...lines).contains(error.line ?? 0))
      }
    }
  }
}

import CotejoAlignment
import CotejoFormats
import CotejoTestSupport
import Foundation
import Testing

struct BeadsFormatTests {
  /// Random beads that cover two texts in order.
  static func alignment(_ generator: inout SeededGenerator) -> [Bead] {
    var source: Int32 = 0
    var target: Int32 = 0
    return (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      let left = Int32.random(in: 0...4, using: &generator)
      let right = Int32.random(in: left == 0 ? 1...2 : 0...4, using: &generator)
      defer { (source, target) = (source + left, target + right) }
      // As many decimals as are written, so that the score comes back.
      let score = Float(Int.random(in: 0...10_000, using: &generator)) / 10_000
      return Bead(source: source..<source + left, target: target..<target + right, score: score)
    }
  }

  @Test
  func `Beads are written one a line`() throws {
    let beads = [
      Bead(source: 0..<2, target: 0..<1, score: 0.93), Bead(source: 2..<3, target: 1..<1, score: 0),
      Bead(source: 3..<3, target: 1..<3, score: 1),
    ]
    let text = String(decoding: try BeadsFormat.bytes(of: beads), as: UTF8.self)
    #expect(text == "[0, 1]:[0]:0.93\n[2]:[]:0.00\n[]:[1, 2]:1.00\n")
  }

  @Test
  func `What was written is read back`() throws {
    var generator = SeededGenerator(seed: 81)
    for _ in 0..<200 {
      let beads = Self.alignment(&generator)
      let back = try BeadsFormat.beads(in: BeadsFormat.bytes(of: beads), place: "a")
      #expect(back == beads)
    }
  }

  @Test(
    arguments: [
      ("[0]:[0]", [0], [0], nil), (" [ 0 ,1 ] : [ ] : -12.5e1 \r", [0, 1], [], -125),
      ("[5,3]:[7]:1", [5, 3], [7], 1), ("[]:[]", [], [], nil), ("[2147483647]:[]", [.max], [], nil),
      ("\u{FEFF}[0]:[1]\t:\t.5", [0], [1], 0.5),
    ] as [(String, [Int32], [Int32], Double?)])
  func `Spaces and a missing score do no harm`(
    text: String, source: [Int32], target: [Int32], score: Double?
  ) throws {
    let records = try BeadsFormat.records(in: Array(text.utf8), place: "a")
    #expect(records == [BeadRecord(source: source, target: target, score: score, line: 1)])
  }

  @Test(arguments: [
    "[0]", "[0]:", "[0]:[", "[0]:[1", "0:0", "[0]:[0]:", "[0]:[0]:x", "[0]:[0]:0.5x", "[0]:[0] x",
    "[-1]:[0]", "[0,]:[0]", "[,0]:[0]", "[0 1]:[0]", "[2147483648]:[0]", "[0]:[0]:nan",
    "[0]:[0]:1e999", "[0]:[0]:0,93", "[0x1]:[0]", "[99999999999999999999]:[]", "[0]:[0]:0x1p3",
    "\u{1}",
  ])
  func `Anything else is an error with its line`(text: String) {
    let error = #expect(throws: FormatError.self) {
      try BeadsFormat.records(in: Array("[0]:[0]\n\n\(text)\n[1]:[1]".utf8), place: "g.beads")
    }
    #expect(error?.code == .malformed)
    #expect(error?.line == 3)
    #expect(error?.place == "g.beads")
  }

  @Test(arguments: ["[0, 2]:[0]", "[1, 0]:[0]", "[0]:[3, 3]", "[0]:[2147483647]"])
  func `Scattered sentences are a record, not a bead`(text: String) throws {
    #expect(try BeadsFormat.records(in: Array(text.utf8), place: "a").count == 1)
    let error = #expect(throws: FormatError.self) {
      try BeadsFormat.beads(in: Array(text.utf8), place: "a")
    }
    #expect(error?.line == 1)
  }

  @Test
  func `An empty side stands behind the bead before, a missing score is 1`() throws {
    let beads = try BeadsFormat.beads(in: Array("[0]:[0, 1]\n[1]:[]\n[]:[2]".utf8), place: "a")
    #expect(
      beads == [
        Bead(source: 0..<1, target: 0..<2, score: 1), Bead(source: 1..<2, target: 2..<2, score: 1),
        Bead(source: 2..<2, target: 2..<3, score: 1),
      ])
  }

  @Test
  func `Random and changed text never traps`() throws {
    var generator = SeededGenerator(seed: 91)
    for _ in 0..<3000 {
      var bytes = try BeadsFormat.bytes(of: Self.alignment(&generator)) + generator.bytes(upTo: 4)
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          "[]:,0. 9-e\n".utf8.randomElement(using: &generator) ?? 0
      }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
      do {
        #expect(try BeadsFormat.beads(in: bytes, place: "a").count <= lines)
      } catch {
        #expect((1...lines).contains(error.line ?? 0))
      }
    }
  }

  @Test
  func `A file is written whole or not at all`() throws {
    let folder = TemporaryFolder()
    let beads = [Bead(source: 0..<1, target: 0..<1, score: 0.5)]
    try BeadsFormat.write(beads, to: folder.file("a.beads"))
    #expect(folder.text("a.beads") == "[0]:[0]:0.50\n")
    let broken = [Bead(source: 0..<1, target: 0..<1, score: .nan)]
    let error = #expect(throws: FormatError.self) {
      try BeadsFormat.write(broken, to: folder.file("b.beads"))
    }
    #expect(error?.code == .unrepresentable)
    #expect(folder.names() == ["a.beads"])
  }
}

import CotejoFormats
import CotejoTestSupport
import Testing

struct PlacedBeadTests {
  private func read(_ text: String) throws -> [PlacedBead] {
    try PlacedBead.read(Array(text.utf8), place: "a.jsonl")
  }

  @Test func `records of the writer are read back`() throws {
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<20 {
      var units: [TranslationUnit] = []
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        var unit = generator.unit()
        // As many decimals as are written, so that the score comes back.
        unit.score = (unit.score * 10_000).rounded() / 10_000
        units.append(unit)
      }
      var writer = try JSONLinesWriter(path: folder.file("a.jsonl"))
      for unit in units { try writer.write(unit) }
      try writer.finish()
      let beads = try PlacedBead.read(folder.bytes("a.jsonl"), place: "a")
      #expect(beads.count == units.count)
      for (bead, unit) in zip(beads, units) {
        #expect(bead.source.map(\.document) == unit.source.map(\.document))
        #expect(bead.source.map { Int($0.start) } == unit.source.map(\.start))
        #expect(bead.target.map { Int($0.end) } == unit.target.map(\.end))
        #expect(bead.score == unit.score)
      }
    }
  }

  @Test func `other members, blank lines and missing scores do no harm`() throws {
    let beads = try read(
      "\u{FEFF}\r\n{\"type\":\"1-0\",\"target\":[],\"links\":[[{},{}]],"
        + "\"source\":[{\"end\":4,\"text\":\"[}\",\"start\":0}]}\r\n \n"
        + "{\"source\":[],\"target\":[{\"start\":1,\"end\":1,\"document\":\"é\"}],\"score\":null}")
    #expect(
      beads == [
        PlacedBead(
          source: [.init(document: "", start: 0, end: 4)], target: [], score: nil, line: 2),
        PlacedBead(
          source: [], target: [.init(document: "é", start: 1, end: 1)], score: nil, line: 4),
      ])
  }

  @Test(arguments: [
    "{}", "[]", "{\"source\":[]}", "{\"source\":[],\"target\":[]", "{\"source\":[],\"target\":[]}x",
    "{\"source\":[],\"source\":[],\"target\":[]}", "{\"source\":[{}],\"target\":[]}",
    "{\"source\":[{\"start\":2,\"end\":1}],\"target\":[]}",
    "{\"source\":[{\"start\":-1,\"end\":1}],\"target\":[]}",
    "{\"source\":[{\"start\":0,\"end\":4294967296}],\"target\":[]}",
    "{\"source\":[{\"start\":0,\"end\":1.5}],\"target\":[]}",
    "{\"source\":[],\"target\":[],\"score\":\"0.5\"}",
    "{\"source\":[],\"target\":[],\"score\":1e999}",
    "{\"source\":[],\"target\":{}}", "{\"source\":null,\"target\":[]}", "\u{1}",
  ])
  func `anything else is an error with its line`(text: String) {
    let error = #expect(throws: FormatError.self) {
      try read("{\"source\":[],\"target\":[]}\n\n\(text)\n")
    }
    #expect(error?.code == .malformed)
    #expect(error?.line == 3)
    #expect(error?.place == "a.jsonl")
  }

  @Test func `bytes that are not UTF-8 are an error`() {
    let error = #expect(throws: FormatError.self) {
      try PlacedBead.read([0x7B, 0xFF, 0x7D], place: "a")
    }
    #expect(error?.line == 1)
  }

  @Test func `changed text never traps`() {
    let line = Array(
      "{\"source\":[{\"document\":\"a\",\"start\":0,\"end\":9}],\"target\":[],\"score\":0.5}\n".utf8
    )
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<3000 {
      var bytes = line + line
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] =
          "{}[]:,\"\\0e-n\n \u{FF}".utf8.randomElement(using: &generator) ?? 0
      }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
      do {
        #expect(try PlacedBead.read(bytes, place: "a").count <= lines)
      } catch {
        #expect((1...lines).contains(error.line ?? 0))
      }
    }
  }
}

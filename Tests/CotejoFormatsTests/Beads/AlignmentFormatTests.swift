import CotejoFormats
import CotejoTestSupport
import Testing

struct AlignmentFormatTests {
  @Test(
    arguments: [
      ("[0]:[0]", .beads), ("\u{FEFF}  [0]:[0]", .beads), ("\r\n\n\t0\t0\t0.3", .ladder),
      ("9 9", .ladder), ("{\"source\":[]}", .jsonl), ("\n {", .jsonl), ("", .beads),
      (" \r\n\t\n", .beads), ("\u{FEFF}", .beads),
    ] as [(String, AlignmentFormat)])
  func `the first byte of text tells the format`(text: String, format: AlignmentFormat) throws {
    #expect(try AlignmentFormat.detect(Array(text.utf8), place: "a") == format)
  }

  @Test(
    arguments: [
      ("Hola.\tHello.", 1), ("\n\n<tmx>", 3), ("-1\t0", 1), ("\u{0}", 1),
    ] as [(String, Int)])
  func `what is no alignment is named with its line`(text: String, line: Int) {
    let error = #expect(throws: FormatError.self) {
      try AlignmentFormat.detect(Array(text.utf8), place: "a.txt")
    }
    #expect(error?.code == .unknownFormat)
    #expect(error?.line == line)
    #expect(error?.place == "a.txt")
  }

  @Test func `random bytes never trap`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let bytes = generator.bytes(upTo: 8)
      do {
        let format = try AlignmentFormat.detect(bytes, place: "a")
        #expect(AlignmentFormat.allCases.contains(format))
      } catch {
        #expect(error.code == .unknownFormat)
      }
    }
  }
}

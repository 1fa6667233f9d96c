import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct PairTableTests {
  private func table(_ text: String) throws -> PairTable {
    try table(Array(text.utf8))
  }

  private func table(_ bytes: [UInt8]) throws -> PairTable {
    let names = LanguageNames(source: try LanguageTag("es-MX"), target: try LanguageTag("en"))
    return PairTable(bytes, file: "m.tsv", names: names)
  }

  @Test func `rows name pairs, other columns are kept`() throws {
    let table = try table(
      "\u{FEFF}speaker\tid\ten\tes\r\nAna\tx\ten/1.txt\tes/1.txt\r\n\r\n\ty\t\tes/2.txt\n")
    #expect(table.problems.isEmpty)
    #expect(table.rows.map(\.id) == ["x", "y"])
    #expect(table.rows[0].source == "es/1.txt")
    #expect(table.rows[0].target == "en/1.txt")
    #expect(
      table.rows[0].attributes == [DocumentPair.Attribute(name: "speaker", value: "Ana")])
    #expect(table.rows[1].target.isEmpty)
    #expect(table.rows[1].line == 4)
  }

  @Test func `an exact tag goes before another region`() throws {
    let table = try table("id\tes\tes-MX\ten\nx\ta\tb\tc\n")
    #expect(table.problems.isEmpty)
    #expect(table.rows[0].source == "b")
  }

  @Test(arguments: [
    ("", "m.tsv:1: error: the table is empty; it needs a header row"),
    ("name\tes\ten\n", "m.tsv:1: error: the header has no column 'id'"),
    ("id\tes\n", "m.tsv:1: error: the header has no column for the language 'en'"),
    ("id\tid\tes\ten\n", "m.tsv:1: error: the header has two columns 'id'"),
    ("id\tes\ten\nx\ta\tb\tc\n", "m.tsv:2: error: the row has 4 cells, the header only 3"),
    ("id\tes\ten\n\ta\tb\n", "m.tsv:2: error: the row has no id"),
    (
      "id\tes\ten\nx\ta\tb\nx\tc\td\n",
      "m.tsv:3: error: duplicate id 'x'; it was first given in line 2"
    ),
  ])
  func `what is wrong is told with its line`(_ text: String, _ expected: String) throws {
    #expect(try table(text).problems.map(\.description) == [expected])
  }

  @Test func `a line that is not UTF-8 is told, the others count`() throws {
    let table = try table(Array("id\tes\ten\n".utf8) + [0xFF, 0x0A] + Array("x\ta\tb".utf8))
    #expect(table.problems.map(\.description) == ["m.tsv:2: error: the line is not UTF-8"])
    #expect(table.rows.map(\.id) == ["x"])
  }

  @Test(arguments: 0..<20)
  func `random tables never trap`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["id", "es", "en", "\t", "\n", "\r", "x", "", "\u{FEFF}", "é", "\u{0}"]
    for _ in 0..<100 {
      var text = Bool.random(using: &random) ? "id\tes\ten\n" : ""
      for _ in 0..<30 { text += pieces.randomElement(using: &random) ?? "" }
      var bytes = Array(text.utf8)
      if !bytes.isEmpty, Bool.random(using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = 0xC3
      }
      let table = try table(bytes)
      #expect(Set(table.rows.map(\.id)).count == table.rows.count)
      #expect(table.rows.allSatisfy { !$0.id.isEmpty })
    }
  }
}

import CotejoTestSupport
import Testing

@testable import CotejoText

struct WordListFileTests {
  private static let sections: Set = ["never", "may-end"]

  private func read(_ text: String) throws -> [WordListFile.Entry] {
    try WordListFile(Array(text.utf8), place: "list.txt", sections: Self.sections).entries
  }

  @Test func `reads headings, entries and comments`() throws {
    let text = "# origin\r\n\r\n[never]\r\nSr.   # lord\r\n  S. A.\t# blanks\n[may-end]\nC#.\nSr."
    let entries = try read(text)
    #expect(entries.map(\.text) == ["Sr.", "S. A.", "C#.", "Sr."])
    #expect(entries.map(\.section) == ["never", "never", "may-end", "may-end"])
    #expect(entries.map(\.line) == [4, 5, 7, 8])
  }

  @Test(arguments: ["", "\n\n", "# nothing but a comment", "[never]"])
  func `takes a file without entries`(_ text: String) throws {
    #expect(try read(text).isEmpty)
  }

  @Test(arguments: [
    ("Sr.", 1, "before the first heading"),
    ("[never]\nSr.\n\nSr.", 4, "twice"),
    ("[never]\na  b.", 2, "two blanks"),
    ("[never]\na\tb.", 2, "control"),
    ("[never]\n\u{0}.", 2, "control"),
    ("\n[sometimes]", 2, "known are may-end, never"),
    ("[never", 1, "lacks its ']'"),
  ])
  func `names file and line of a fault`(_ text: String, _ line: Int, _ words: String) throws {
    let error = try #require(throws: TextError.self) { try read(text) }
    #expect(error.code == .languageData)
    #expect(error.place == "list.txt:\(line)")
    #expect(error.message.contains(words))
  }

  @Test func `refuses bytes that are not UTF-8`() throws {
    let error = try #require(throws: TextError.self) {
      try WordListFile([0x5B, 0xFF], place: "list.txt", sections: Self.sections)
    }
    #expect(error.place == "list.txt")
  }

  @Test func `random bytes give entries or an error that names a line of the file`() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "[never]\n", "[may-end]\n", "\n", "\n", "\r\n", " ", "\t", "#", "Sr.", "ñ", "\u{0}", "]",
      "etc.",
    ]
    var read = 0
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      do throws(TextError) {
        let file = try WordListFile(Array(text.utf8), place: "f", sections: Self.sections)
        read += file.entries.count
        for entry in file.entries {
          #expect(Self.sections.contains(entry.section))
          #expect(!entry.text.isEmpty && text.contains(entry.text))
        }
      } catch {
        let line = Int(error.place.dropFirst(2)) ?? 0
        #expect(1...(1 + text.utf8.count { $0 == 0x0A }) ~= line)
      }
    }
    #expect(read > 100)
  }
}

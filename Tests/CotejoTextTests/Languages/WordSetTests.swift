import Testing

@testable import CotejoText

struct WordSetTests {
  @Test(arguments: [
    ("El sol", true), ("Él sol", false), ("Ella", true), ("Elsa", false), ("el", false),
    ("El", true), ("I'm", true), ("I’m", true), ("Ítem", false), ("", false),
  ])
  func `finds a word that stands whole`(_ text: String, _ isFound: Bool) throws {
    let file = try WordListFile(
      Array("[s]\nel\nella\ni'm\ni".utf8), place: "w", sections: ["s"])
    let words = WordSet(file, sections: ["s"], capitalized: true)
    let bytes = Array(text.utf8)
    #expect(words.match(at: 0, in: bytes.span, ceiling: bytes.count) == isFound)
  }
}

import CotejoAlignment
import CotejoFormats
import CotejoText
import Testing

struct TranslationUnitBeadTests {
  private func text(_ content: String, _ spans: [TextSpan]) throws -> SegmentedText {
    let document = try DocumentReader().document(
      of: Array(content.utf8), id: "a", language: LanguageTag("es"))
    let sentences = spans.map { Sentence(span: $0, paragraph: 0) }
    return SegmentedText(language: document.language, text: document.text, sentences: sentences)
  }

  @Test(arguments: [
    ("una sola línea", "una sola línea"), ("dos\nlíneas", "dos líneas"),
    ("con \t\n\n  sangría", "con sangría"), ("a  b\nc", "a  b c"), ("\n", " "),
  ])
  func `a sentence stands on one line`(_ content: String, _ expected: String) throws {
    let whole = try text(content, [TextSpan(0, Int32(content.utf8.count))])
    let unit = TranslationUnit(
      Bead(source: 0..<1, target: 0..<0, score: 1), source: whole, in: "a", target: whole, in: "b")
    #expect(unit.source.map(\.text) == [expected])
    #expect(unit.target.isEmpty)
  }

  @Test func `places are those of the file, not of the view`() throws {
    // A byte order mark and a CR LF before the second sentence.
    let original = try text("\u{FEFF}Uno.\r\nDos.", [TextSpan(0, 4), TextSpan(5, 9)])
    let unit = TranslationUnit(
      Bead(source: 0..<2, target: 0..<1, score: 0.5), source: original, in: "es.txt",
      target: original, in: "en.txt")
    #expect(unit.source.map(\.start) == [3, 9])
    #expect(unit.source.map(\.end) == [7, 13])
    #expect(unit.target.map(\.document) == ["en.txt"])
    #expect(unit.type == "2-1")
  }
}

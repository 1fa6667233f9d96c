import CotejoTestSupport
import Testing

@testable import CotejoICU

struct CaseFolderTests {
  @Test(arguments: [
    ("", ""), ("ÁRBOL", "árbol"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("I", "i"),
    ("İ", "i\u{307}"), ("ﬃ", "ffi"), ("ya", "ya"),
  ])
  func folds(text: String, folded: String) throws {
    let source = Array(text.utf8)
    var folder = try CaseFolder()
    let changed = try folder.folded(source.span)
    #expect(changed.bytes == Array(folded.utf8))
    expectTiling(changed, source: source)
  }

  @Test func tellsEachCharacterThatChanged() throws {
    let source = Array("aßEÉ".utf8)
    var folder = try CaseFolder()
    #expect(
      try folder.folded(source.span).edits == [
        Edit(source: 1..<3, result: 1..<3), Edit(source: 3..<4, result: 3..<4),
        Edit(source: 4..<6, result: 4..<6),
      ])
  }

  @Test func foldsRandomTextOnce() throws {
    var generator = SeededGenerator(seed: 11)
    var folder = try CaseFolder()
    for round in 0..<300 {
      let source = Array(generator.text(scalars: round % 50).utf8)
      let once = try folder.folded(source.span)
      expectTiling(once, source: source)
      #expect(try folder.folded(once.bytes.span).edits.isEmpty)
    }
  }
}

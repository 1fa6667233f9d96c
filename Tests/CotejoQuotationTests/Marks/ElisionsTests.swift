import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct ElisionsTests {
  @Test(arguments: [
    ("tis ", "en", true), ("Twas", "en", true), ("90s", "en", true), ("68,", "en", true),
    ("1990s", "en", false), ("them", "en", false), ("", "en", false),
    // The words are those of a language, decades are written so in many.
    ("tis ", "es", false), ("68,", "es", true),
  ])
  func whatAnApostropheBegins(text: String, language: String, isElision: Bool) throws {
    let bytes = Array(text.utf8)
    let elisions = Elisions(pack: try Articles.pack(language))
    #expect(elisions.begins(at: 0, in: bytes.span, ceiling: bytes.count) == isElision)
  }
}

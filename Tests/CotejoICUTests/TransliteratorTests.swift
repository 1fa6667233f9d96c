import CotejoTestSupport
import Testing

@testable import CotejoICU

struct TransliteratorTests {
  @Test(arguments: [
    ("", ""), ("Señor Pérez", "senor perez"), ("Москва", "moskva"), ("Αθήνα", "athena"),
  ])
  func rewrites(text: String, rewritten: String) throws {
    var transliterator = try Transliterator(identifier: "Any-Latin; Latin-ASCII; Lower")
    #expect(try transliterator.transliterated(Array(text.utf8).span) == Array(rewritten.utf8))
  }

  @Test(arguments: ["", "No-Such", "Any-Latin; No-Such", "::["])
  func refusesUnknownTransforms(identifier: String) {
    let error = #expect(throws: ICUError.self) { _ = try Transliterator(identifier: identifier) }
    #expect(error?.call == "open a transliterator")
    #expect(error?.context == identifier)
    #expect((error?.code ?? 0) > 0)
  }

  @Test func givesValidTextForRandomText() throws {
    var generator = SeededGenerator(seed: 3)
    var transliterator = try Transliterator(identifier: "Any-Latin; Latin-ASCII; Lower")
    for _ in 0..<50 {
      let source = Array(generator.text(scalars: 30).utf8)
      let result = try transliterator.transliterated(source.span)
      #expect(String(validating: result, as: UTF8.self) != nil)
    }
  }
}

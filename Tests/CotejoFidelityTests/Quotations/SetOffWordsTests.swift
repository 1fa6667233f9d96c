import Testing

@testable import CotejoFidelity

@Suite struct SetOffWordsTests {
  private static func side(_ text: String) throws -> CheckedSide {
    try CheckedPairs.pair("Un.", text, UncoveredPairs.resources("fr>de")).target
  }

  @Test(arguments: [
    ("Die „dolce vita“ ist vorbei.", ["dolce vita"]),
    ("Die Steuer (taxe locale) steigt [sic] um 3.", ["taxe locale", "sic"]),
    ("Er sagte: „Das war ein langer und sehr schöner Tag.“", []),
    ("Ohne Marken.", []), ("Eine (offene Klammer", []), ("eine zu) wenig", []), ("()", []), ("", []),
    ("(a (b) c)", ["b"]),
  ])
  func shortStretchesBetweenMarksAreSetOff(_ text: String, _ places: [String]) throws {
    let side = try Self.side(text)
    let found = side.setOffPlaces(mostWords: 6).map { side.string(side.span(of: $0)) }
    #expect(found == places)
  }

  @Test(arguments: [
    ("Das „Wort“ steht da.", 1, true), ("Das Wort (so) steht da.", 1, true),
    ("Das Wort steht da.", 1, false), ("Das „Wort steht“ da.", 1, false),
  ])
  func marksBesideAWordSetItOff(_ text: String, _ word: Int, _ isSetOff: Bool) throws {
    #expect(try Self.side(text).isSetOff(word..<word + 1) == isSetOff)
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct SetOffWordsTests {
  private static func side(_ text: String) throws -> CheckedSide {
    try CheckedPairs.pair("Un.", text, UncoveredPairs.resources("fr>de")).target
  }

  private static func words(_ flags: [Bool]?, of side: CheckedSide) -> [String] {
    side.words.indices.filter { flags?[$0] == true }.map { side.string(side.words[$0].span) }
  }

  @Test(arguments: [
    ("Die „dolce vita“ ist vorbei.", ["dolce", "vita"]),
    ("Er sagte: „Das war ein langer und sehr schöner Tag.“", []),
    ("Ohne Marken.", []), ("Eine „offene Marke", []), ("", []), ("„“", []),
  ])
  func fewWordsInQuotationMarksAreATerm(_ text: String, _ words: [String]) throws {
    let side = try Self.side(text)
    #expect(Self.words(side.wordsInQuotationMarks(most: 6), of: side) == words)
  }

  @Test(arguments: [
    ("Die Steuer (taxe locale) steigt [sic] um 3.", ["taxe", "locale", "sic"]),
    ("So (das war ein langer und sehr schöner Tag) ist es.", []),
    ("Ohne Klammern.", []), ("Eine (offene Klammer", []), ("eine zu) wenig", []), ("()", []),
    ("(a (b) c)", ["b"]), ("", []),
  ])
  func fewWordsInBracketsAreCited(_ text: String, _ words: [String]) throws {
    let side = try Self.side(text)
    #expect(Self.words(side.wordsInBrackets(most: 6), of: side) == words)
  }

  @Test(arguments: [
    ("Das „Wort“ steht da.", 1, true), ("Das Wort (so) steht da.", 1, true),
    ("Das Wort steht da.", 1, false), ("Das „Wort steht“ da.", 1, false),
  ])
  func marksBesideAWordSetItOff(_ text: String, _ word: Int, _ isSetOff: Bool) throws {
    #expect(try Self.side(text).isSetOff(word..<word + 1) == isSetOff)
  }
}

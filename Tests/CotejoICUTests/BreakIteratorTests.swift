import Testing

@testable import CotejoICU

struct BreakIteratorTests {
  private func boundaries(
    _ breaker: consuming BreakIterator, _ text: String
  ) throws -> [Boundary] {
    var list: [Boundary] = []
    try breaker.appendBoundaries(of: Array(text.utf8).span, to: &list)
    return list
  }

  @Test(arguments: [("", []), ("Sí.", [4]), ("Sí. No.", [5, 8]), ("¿Qué? ¡Ay!", [8, 13])])
  func findsSentences(text: String, offsets: [Int32]) throws {
    let found = try boundaries(BreakIterator(.sentence, locale: "es"), text)
    #expect(found.map(\.offset) == offsets)
  }

  @Test func tellsWordsFromNumbers() throws {
    let found = try boundaries(BreakIterator(.word, locale: "es"), "año 2024")
    #expect(found.map(\.offset) == [4, 5, 9])
    #expect(found.map { $0.status / 100 } == [2, 0, 1])
  }

  // More boundaries than are taken from ICU at a time, and just as many.
  @Test(arguments: [511, 512, 513, 1024, 5000])
  func findsThemAll(count: Int) throws {
    let text = String(repeating: "-", count: count)
    #expect(try boundaries(BreakIterator(.word, locale: "es"), text).count == count)
  }

  @Test func tellsWhereRulesAreWrong() {
    let error = #expect(throws: ICUError.self) { _ = try BreakIterator(rules: "[a-z]+;\n[;") }
    #expect(error?.call == "read break rules")
    #expect(error?.context.hasPrefix("line 2") == true)
  }
}

import Testing

@testable import CotejoText

struct PunctuationRepairTests {
  @Test(
    arguments: [
      ("«a» “b” „c‟", "\"a\" \"b\" \"c\"", [.quotationMark]),
      ("l’an ‹d› ‚e‛", "l'an 'd' 'e'", [.quotationMark]),
      ("a—b – c ‑ d ― e −5", "a-b - c - d - e -5", [.dash]), ("bueno…", "bueno...", [.ellipsis]),
      ("1º ¿qué? ¡ay! 2ª · × ½", "1º ¿qué? ¡ay! 2ª · × ½", []),
    ] as [(String, String, [Repairs.Kind])])
  func putsPlainMarksInPlace(text: String, expected: String, kinds: [Repairs.Kind]) {
    let result = repaired(text, by: PunctuationRepair(quotes: true, dashes: true, ellipses: true))
    #expect(Array(result.text.utf8) == Array(expected.utf8))
    #expect(result.repairs.entries.map(\.kind) == kinds)
  }

  @Test func eachCanBeSwitched() {
    let text = "“a”—…"
    #expect(
      repaired(text, by: PunctuationRepair(quotes: true, dashes: false, ellipses: false)).text
        == "\"a\"—…")
    #expect(
      repaired(text, by: PunctuationRepair(quotes: false, dashes: true, ellipses: false)).text
        == "“a”-…")
    #expect(
      repaired(text, by: PunctuationRepair(quotes: false, dashes: false, ellipses: true)).text
        == "“a”—...")
  }
}

import Testing

@testable import CotejoICU

struct SpelloutWriterTests {
  @Test(arguments: [
    ("fr", 342, ["trois cent quarante-deux"]), ("it", 2000, ["duemila"]),
    ("pt", 2, ["dois", "duas"]), ("fr", -1, ["moins un", "moins une"]),
  ])
  func writesEachForm(locale: String, number: Int, forms: [String]) throws {
    var writer = try SpelloutWriter(locale: locale)
    #expect(try writer.forms(of: number) == forms)
  }

  @Test func takesOutSoftHyphens() throws {
    var writer = try SpelloutWriter(locale: "de")
    let forms = try writer.forms(of: 21)
    #expect(forms.contains("einundzwanzig"))
    #expect(forms.allSatisfy { !$0.unicodeScalars.contains("\u{AD}") })
  }

  /// ICU would take the machine's language in their place.
  @Test(arguments: ["gl", "tlh"])
  func hasNoWordsOfALanguageWithoutRules(locale: String) throws {
    var writer = try SpelloutWriter(locale: locale)
    #expect(try writer.forms(of: 21).isEmpty)
  }

  /// What it writes is what the parser reads; of long words the parser needs the soft hyphens.
  @Test(arguments: ["es", "fr", "pt"])
  func writesWhatIsRead(locale: String) throws {
    var writer = try SpelloutWriter(locale: locale)
    var parser = try SpelloutParser(locale: locale)
    for number in [2, 17, 21, 71, 99, 100, 345, 999] {
      let form = try #require(try writer.forms(of: number).first)
      #expect(try parser.number(at: Array(form.utf8).span)?.value == Double(number))
    }
  }
}

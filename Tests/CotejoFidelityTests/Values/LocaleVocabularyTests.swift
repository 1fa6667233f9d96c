import CotejoText
import Testing

@testable import CotejoFidelity

struct LocaleVocabularyTests {
  @Test(arguments: [
    ("Am 14. März kamen 43 Leute.", "de", ["cardinal 14", "month 3", "cardinal 43"]),
    ("fünfundzwanzig Jahre", "de", ["measure 25"]),
    ("drei Millionen Euro", "de", ["money 3000000"]),
    ("zwanzigtausend Wähler", "de", ["cardinal 20000"]), ("20 Prozent", "de", ["percent 0.2"]),
    ("1.234 Häuser", "de", ["cardinal 1234"]), ("1,5 Kilometer", "de", ["measure 1.5"]),
    ("300 US-Dollar", "de", ["money 300"]), ("eine Milliarde", "de", ["cardinal 1000000000"]),
    ("vingt-trois ans", "fr", ["measure 23"]), ("trois cent deux", "fr", ["cardinal 302"]),
    ("quatre-vingt-dix pour cent", "fr", ["percent 0.9"]), ("lundi", "fr", ["weekday 1"]),
    ("deux mille livres", "fr", ["money 2000"]), ("5 dollars canadiens", "fr", ["money 5"]),
    ("trentamila abitanti", "it", ["cardinal 30000"]), ("venti sterline", "it", ["money 20"]),
    ("em março", "pt", ["month 3"]), ("trezentos e quarenta e dois", "pt", ["cardinal 342"]),
    ("dois bilhões", "pt", ["cardinal 2000000000"]), ("na segunda-feira", "pt", ["weekday 1"]),
    ("el mes d’abril", "ca", ["month 4"]), ("vint-i-tres anys", "ca", ["measure 23"]),
    ("40 quilómetros en setembro", "gl", ["measure 40", "month 9"]),
    ("20 %", "gl", ["percent 0.2"]),
  ])
  func `words of CLDR are read`(_ text: String, _ language: String, _ expected: [String]) throws {
    #expect(try values(text, language).map { shown($0.value) } == expected)
  }

  /// Words that are numbers by their form alone tell little.
  @Test(arguments: [("un nouveau livre, le neuf", "fr"), ("sei bello", "it"), ("acht geben", "de")])
  func `short numbers are weak`(_ text: String, _ language: String) throws {
    #expect(try values(text, language).allSatisfy { $0.traits.contains(.weak) })
  }

  @Test(arguments: [("de", "fr"), ("fr", "it"), ("pt", "ca"), ("it", "de")])
  func `equal numbers agree in any two languages`(_ from: String, _ to: String) throws {
    let texts = [
      "de": "25 Kilometer, 1.200 Euro, 40 Prozent, März, Freitag, siebzig",
      "fr": "25 kilomètres, 1 200 euros, 40 pour cent, mars, vendredi, soixante-dix",
      "it": "25 chilometri, 1.200 euro, 40 percento, marzo, venerdì, settanta",
      "pt": "25 quilômetros, 1.200 euros, 40 por cento, março, sexta-feira, setenta",
      "ca": "25 quilòmetres, 1.200 euros, 40 per cent, març, divendres, setanta",
    ]
    let (source, target) = (try #require(texts[from]), try #require(texts[to]))
    let found = ValueMatcher().matching(
      source: try values(source, from), target: try values(target, to))
    #expect(found.pairs.count == 6)
    #expect(found.issues.isEmpty)
  }

  @Test func `a language without rules has no words for numbers but all else`() throws {
    #expect(try values("vinte casas", "gl").isEmpty)
    #expect(try ValueReader(language: LanguageTag("gl")).hasWords)
    #expect(try !ValueReader(language: LanguageTag("tlh")).hasWords)
  }
}

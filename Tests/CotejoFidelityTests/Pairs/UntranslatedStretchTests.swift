import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

/// Stretches by the looks of words, in languages for which there is no lexicon; those by a lexicon are
/// in `UntranslatedCheckTests`.
@Suite struct UntranslatedStretchTests {
  typealias Case = (languages: String, source: String, target: String, words: [String])

  @Test(arguments: [
    (
      "fr>de", "Le boulanger ouvre sa boutique avant l'aube.",
      "Der Bäcker öffnet seine boutique avant l'aube.", ["boutique avant l'aube"]
    ),
    (
      "fr>de", "Les pêcheurs réparaient leurs filets.",
      "Die pêcheurs flickten ihre Netze.", ["pêcheurs"]
    ),
    (
      "it>en", "Il sindaco ha chiuso la biblioteca perché mancavano i soldi.",
      "The mayor closed the library perché mancavano i soldi.", ["perché mancavano i soldi"]
    ),
    (
      "it>en", "La nonna canticchiava vicino alla finestra.",
      "Grandmother canticchiava by the window.",
      ["canticchiava"]
    ),
    (
      "pt>it", "O carpinteiro não conhecia os vizinhos.",
      "Il falegname não conhecia i vicini.", ["não conhecia"]
    ),
    (
      "de>fr", "Die Kinder schliefen während der langen Fahrt.",
      "Les enfants dormaient während der longue route.", ["während der"]
    ),
  ])
  func wordsOfTheOriginalAreFound(_ example: Case) throws {
    let (languages, source, target, words) = example
    #expect(try UncoveredPairs.untranslatedWords(languages, source, target) == words)
  }

  @Test(arguments: [
    ("fr>de", "Le boulanger ouvre avant l'aube.", "Der Bäcker öffnet vor Tagesanbruch."),
    // Names.
    (
      "fr>de", "Jeanne Lefèvre habite à Saint-Rémy-de-Provence.",
      "Jeanne Lefèvre wohnt in Saint-Rémy-de-Provence."
    ),
    (
      "it>en", "Vive a San Benedetto del Tronto con Piero della Rovere.",
      "He lives in San Benedetto del Tronto with Piero della Rovere."
    ),
    // Loans that both have.
    ("de>fr", "Das Restaurant im Hotel hat ein Radio.", "Le restaurant de l'hôtel a une radio."),
    ("it>en", "Il film, la radio e il computer.", "The film, the radio and the computer."),
    // Terms in marks or brackets.
    ("de>fr", "Er litt an Weltschmerz.", "Il souffrait de « weltschmerz » depuis des années."),
    (
      "it>en", "La dolce vita è finita per i pescatori.",
      "The “dolce vita” is over for the fishermen."
    ),
    (
      "fr>de", "La commune applique la taxe d'habitation.",
      "Die Gemeinde erhebt die Wohnsteuer (taxe d'habitation)."
    ),
    (
      "it>en", "Il vaporetto è in ritardo.", "The vaporetto (a water bus) is late."
    ),
    // Numbers and signs.
    ("fr>de", "En 1984, 12 % de 300 km.", "1984 waren es 12 % von 300 km."),
    ("de>fr", "Siehe § 12 Abs. 3.", "Voir § 12 al. 3."),
    // Code, which is of no language.
    (
      "de>fr", "Der Befehl grep sucht in allen Dateien.",
      "La commande grep cherche dans tous les fichiers."
    ),
  ])
  func aFaithfulRenderingIsLeftAlone(
    _ languages: String, _ source: String, _ target: String
  ) throws {
    #expect(try UncoveredPairs.untranslatedWords(languages, source, target) == [])
  }

  @Test func aLongQuotationIsNoTerm() throws {
    let words = try UncoveredPairs.untranslatedWords(
      "fr>de", "Elle a dit : « Nous ne savons pas encore quand les ouvriers reviendront demain. »",
      "Sie sagte: „Nous ne savons pas encore quand les ouvriers reviendront demain.“")
    #expect(words.count == 1)
    #expect(words.first?.contains("savons pas encore quand les ouvriers") == true)
  }

  @Test(arguments: [
    // What related languages share is not told by looks that both have.
    ("es>pt", "La casa de la montaña es enorme.", "A casa da montanha é enorme."),
    ("es>ca", "La taula es gran y nova.", "La taula és gran i nova."),
    ("da>nb", "Huset ligger ved havet og er stort.", "Huset ligger ved havet og er stort."),
    ("gl>pt", "A porta da casa está pechada.", "A porta da casa está fechada."),
    ("ru>uk", "Вода в море была холодна.", "Вода в морі була холодна."),
  ])
  func whatRelatedLanguagesShareIsLeftAlone(
    _ languages: String, _ source: String, _ target: String
  ) throws {
    #expect(try UncoveredPairs.untranslatedWords(languages, source, target) == [])
  }

  @Test(arguments: [
    (
      "es>pt", "Los vecinos hablaron ayer con el alcalde.",
      "Os vizinhos hablaron ayer com o prefeito.", ["hablaron ayer"]
    ),
    (
      "es>ca", "Mañana lloverá mucho en los pueblos.", "Demà lloverá mucho als pobles.",
      ["lloverá mucho"]
    ),
    (
      "ru>uk", "Завтра рабочие отремонтируют крышу школы.",
      "Завтра робітники отремонтируют крышу школи.", ["отремонтируют крышу"]
    ),
  ])
  func wordsOfARelatedLanguageAreFoundByMoreOfThem(_ example: Case) throws {
    let (languages, source, target, words) = example
    #expect(try UncoveredPairs.untranslatedWords(languages, source, target) == words)
  }

  @Test(arguments: [
    (
      "el>fr", "Το παλιό σπίτι έχει ωραίο κήπο.", "La vieille maison a un ωραίο jardin.",
      ["ωραίο"]
    ),
    (
      "ru>de", "Старый дом стоит у реки.", "Das alte дом steht am Fluss.", []
    ),
    (
      "ru>de", "Старый мельник живёт у реки.", "Der alte мельник wohnt am Fluss.",
      ["мельник"]
    ),
    ("zh>fr", "老人住在河边。", "Le 老人 habite au bord de la rivière.", ["老人"]),
    ("ja>de", "おじいさんは川のそばに住んでいる。", "Der おじいさん wohnt am Fluss.", ["おじいさん"]),
    // A name in letters that the rendering's readers do not read.
    ("ru>de", "Её зовут Светлана.", "Sie heißt Светлана und wohnt am Fluss.", ["Светлана"]),
    ("ru>de", "Её зовут Светлана.", "Sie heißt Swetlana (Светлана) und wohnt hier.", []),
    // Signs of science.
    ("el>fr", "Η γωνία α είναι ίση με β.", "L'angle α est égal à β.", []),
    ("de>ru", "Das Gerät hat USB und wiegt 3 kg.", "Прибор имеет USB и весит 3 kg.", []),
  ])
  func scriptsAreMixed(_ example: Case) throws {
    let (languages, source, target, words) = example
    #expect(try UncoveredPairs.untranslatedWords(languages, source, target) == words)
  }

  @Test func aFindingSaysWhereTheWordsStandInTheOriginal() throws {
    let source = "Les pêcheurs réparaient leurs filets."
    let found = try UncoveredPairs.untranslated(
      "fr>de", source, "Die pêcheurs flickten ihre Netze.")
    #expect(found.first.map { source.text(in: $0.source) } == "pêcheurs")
    #expect(found.first?.severity == .major)
    #expect(found.first?.message == "'pêcheurs' stands untranslated")
  }

  @Test func anyTextCanBeChecked() throws {
    var random = SeededGenerator(seed: 66)
    let words = [
      "pêcheurs", "filets", "die", "Netze", "дом", "σπίτι", "河边", "«", "»", "(", ")", "[", "“", "”",
      "\u{0}", "\u{2028}", "\u{FEFF}", "\r\n", "12", "…", "l'", "x\u{301}", "🙂", "A", "\"", "'",
    ]
    var pairs: [RenderedPair] = []
    for _ in 0..<200 {
      func text() -> String {
        (0..<Int.random(in: 0...12, using: &random))
          .map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
          .joined(separator: Bool.random(using: &random) ? " " : "")
      }
      pairs.append(RenderedPair(text(), text()))
    }
    for languages in ["fr>de", "el>ru", "zh>fr", "de>ja", "tlh>fr"] {
      let checker = try UncoveredPairs.checker(languages)
      let reports = try checker.reports(of: pairs)
      // Alone some of them say the same.
      for (pair, report) in zip(pairs, reports).prefix(20) {
        #expect(try checker.reports(of: [pair])[0] == report)
      }
      for (pair, report) in zip(pairs, reports) {
        for finding in report.findings where finding.type == .untranslated {
          let span = try #require(finding.target)
          #expect(span.lower < span.upper && Int(span.upper) <= pair.target.count)
        }
      }
    }
  }

  @Test func textThatIsNoUTF8IsRefused() throws {
    let checker = try UncoveredPairs.checker("fr>de")
    #expect(throws: FidelityError.self) {
      try checker.reports(of: [RenderedPair(source: [0x61], target: [0x61, 0xFF])])
    }
  }
}

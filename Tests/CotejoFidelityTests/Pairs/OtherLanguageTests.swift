import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct OtherLanguageTests {
  private static let source = "Le boulanger du village ouvre sa boutique bien avant l'aube."

  @Test(arguments: [
    ("fr>de", source, "fr"), ("fr>it", source, "fr"),
    // The same language, other words: the rendering of another sentence, say.
    ("fr>de", "Les ouvriers ne sont pas encore revenus de la montagne.", "fr"),
    ("el>en", "Ο φούρναρης του χωριού ανοίγει πριν από την αυγή.", "el"),
    ("ru>de", "Пекарь открывает свою лавку ещё до рассвета.", "ru"),
  ])
  func aRenderingInTheOriginalsLanguageIsOneFinding(
    _ languages: String, _ target: String, _ language: String
  ) throws {
    let found = try UncoveredPairs.untranslated(languages, Self.source, target)
    try #require(found.count == 1)
    let own = languages.split(separator: ">")[1]
    #expect(
      found[0].message.hasPrefix("the rendering stands untranslated: it reads as '\(language)' (9")
        && found[0].message.hasSuffix(" %), not as '\(own)'") || !languages.hasPrefix("fr"),
      "\(found[0].message)")
    #expect(found[0].severity == .major)
    #expect(found[0].probability > 0.9)
    #expect(found[0].target?.lower == 0)
  }

  @Test func aRenderingInAThirdLanguageSaysWhich() throws {
    let found = try UncoveredPairs.untranslated(
      "fr>de", Self.source, "El panadero del pueblo abre su tienda mucho antes del amanecer.")
    try #require(found.count == 1)
    #expect(found[0].message.hasPrefix("the rendering is in a third language: it reads as 'es' (9"))
    #expect(found[0].message.hasSuffix(" %), not as 'de'"))
    #expect(found[0].source == nil)
  }

  @Test func aLexiconMakesNoDifference() throws {
    let source = "El panadero del pueblo abre su tienda mucho antes del amanecer."
    let same = try CheckedExamples.findings(.untranslated, source, source)
    #expect(same.map(\.severity) == [.major])
    #expect(same.first?.message.contains("reads as 'es'") == true)
    let third = try CheckedExamples.findings(
      .untranslated, source, "Der Bäcker des Dorfes öffnet seinen Laden lange vor Tagesanbruch.")
    #expect(third.map(\.severity) == [.major])
    #expect(third.first?.message.contains("reads as 'de'") == true)
    #expect(
      try CheckedExamples.findings(
        .untranslated, source, "The village baker opens his shop long before dawn."
      ).isEmpty)
  }

  @Test(arguments: [
    ("fr>de", "D'accord.", "OK."), ("fr>de", "Oui !", "Ja!"), ("it>en", "Ciao!", "Ciao!"),
    ("fr>de", "Jeanne Lefèvre, Lyon, Paris", "Jeanne Lefèvre, Lyon, Paris"),
    ("es>en", "Universidad Nacional Autónoma de México", "Universidad Nacional Autónoma de México"),
    ("fr>de", "", ""), ("fr>de", "1984", "1984"), ("fr>de", "…", "…"),
    // What stands in a third language on both sides stays there.
    ("es>fr", "The winner takes it all and more.", "The winner takes it all and more."),
  ])
  func whatIsShortOrOfNamesSaysNothing(
    _ languages: String, _ source: String, _ target: String
  ) throws {
    #expect(try UncoveredPairs.untranslated(languages, source, target).isEmpty)
  }

  @Test(arguments: [
    ("es>gl", "O panadeiro da aldea abre a súa tenda antes do amencer."),
    ("es>pt", "O padeiro da aldeia abre a sua loja antes do amanhecer."),
    ("da>nb", "Bakeren i bygda åpner butikken sin lenge før daggry."),
    ("cs>sk", "Pekár v dedine otvára svoj obchod dávno pred úsvitom."),
    ("de>nl", "De bakker van het dorp opent zijn winkel lang voor zonsopgang."),
  ])
  func aRenderingInARelatedLanguageIsItsOwn(_ languages: String, _ target: String) throws {
    #expect(try UncoveredPairs.untranslated(languages, "Der Bäcker.", target).isEmpty)
  }

  @Test(arguments: [
    ("da>nb", "Hunden løb efter bolden hele eftermiddagen.", true),
    ("es>gl", "Los vecinos llegaron muy tarde.", true), ("de>en", "Das ist sehr schade.", true),
    // Few words, or words that both languages have.
    ("da>nb", "Huset er stort.", false), ("es>pt", "A casa é grande.", false),
    ("fr>de", "Restaurant, bar, radio", false),
  ])
  func wordsThatStandInTheOriginalNeedLess(
    _ languages: String, _ text: String, _ isFound: Bool
  ) throws {
    #expect(try UncoveredPairs.untranslated(languages, text, text).isEmpty == !isFound)
  }

  @Test func regionsAndScriptsOfALanguageAreOne() throws {
    let text = "El panadero del pueblo abre su tienda mucho antes del amanecer."
    for languages in ["es>es-MX", "no>nb", "es-AR>es-ES"] {
      #expect(try UncoveredPairs.untranslated(languages, text, text).isEmpty)
    }
    #expect(try !UncoveredPairs.untranslated("es-MX>en-GB", text, text).isEmpty)
  }
}

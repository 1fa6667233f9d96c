import CotejoText
import Testing

@testable import CotejoFidelity

/// Languages for which the program has neither word lists nor a lexicon.
@Suite struct OtherLanguagesTests {
  private static func report(
    _ source: String, _ target: String, from: String = "de", to: String = "fr"
  ) throws -> FidelityReport {
    let checker = try FidelityChecker(
      source: LanguageTag(from), target: LanguageTag(to), lexicons: [],
      languageModel: ShippedModel.shared.get())
    return try checker.reports(of: [RenderedPair(source, target)])[0]
  }

  @Test(arguments: [
    ("Der Zug kam am 3. Mai mit 43 Leuten.", "Le train est arrivé le 3 mai avec 43 personnes."),
    ("Die Stadt hat 1.234.567 Einwohner.", "La ville compte 1 234 567 habitants."),
    ("Das Haus kostet drei Millionen Euro.", "La maison coûte trois millions d'euros."),
    ("„Wir gehen am Montag“, sagte Anna Weber.", "« Nous partons lundi », a dit Anna Weber."),
    ("Er wohnt in Deutschland.", "Il vit en Allemagne."),
    ("Ein Viertel der 250 Kinder fehlt.", "Un quart des 250 enfants est absent."),
    ("Der Hund und die Katze sind seit 20 Tagen im Haus.", "Depuis 20 jours, le chien est là."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    let report = try Self.report(source, target)
    #expect(report.verdict == .faithful)
    #expect(report.findings.allSatisfy { $0.severity == .note })
    #expect(report.score > 0.5)
  }

  @Test func anArticleBeforeANameIsNoPartOfIt() throws {
    let (source, target) = ("Il vit à l’étranger, en face de l’Allemagne.", "Vive in Germania.")
    let report = try Self.report(source, target, from: "fr", to: "it")
    #expect(!report.findings.contains { $0.type == .missingName || $0.type == .name })
  }

  @Test(arguments: [
    ("Der Zug kam mit 43 Leuten.", "Le train est arrivé avec 34 personnes.", FindingType.number),
    ("Der Zug kam im Mai an.", "Le train est arrivé en juin.", .date),
    ("Das Haus kostet 300 Dollar.", "La maison coûte 300 livres.", .currency),
    ("Rund siebzig Häuser brannten.", "Environ soixante maisons ont brûlé.", .number),
    ("Er wohnt in Deutschland.", "Il vit en Autriche.", .name),
  ])
  func valuesAndNamesAreChecked(
    _ source: String, _ target: String, _ type: FindingType
  ) throws {
    let report = try Self.report(source, target)
    #expect(report.verdict == .altered)
    #expect(report.findings.contains { $0.type == type && $0.severity > .note })
  }

  @Test func whatNeedsWordListsOrALexiconSaysSo() throws {
    let report = try Self.report(
      "Der Hund schläft nicht und 43 Katzen auch nicht.", "Le chien dort, 43 chats aussi.")
    let outcomes = Dictionary(
      uniqueKeysWithValues: report.outcomes.map { ($0.check, $0.outcome) })
    for check in [
      "coverage", "meaning", "polarity", "modality", "certainty", "quantifiers", "comparisons",
      "tense", "opposites", "false-friends", "regional", "person",
    ] {
      #expect(outcomes[check] == .cannotTell, "\(check)")
    }
    #expect(outcomes["values"] == .checked)
    // The looks of words tell which language they are of.
    #expect(outcomes["untranslated"] == .checked)
  }

  @Test func aPairInWhichNothingCanBeLookedAtCannotBeTold() throws {
    let report = try Self.report("Der Hund schläft nicht.", "Le chien dort.")
    #expect(report.verdict == .cannotTell)
    #expect(report.score == 0.5)
    #expect(report.findings.isEmpty)
  }

  @Test func aLanguageThatNobodyKnowsHasDigits() throws {
    let report = try Self.report("yIjatlh 43", "nuqneH 34", from: "tlh", to: "qya")
    #expect(report.findings.contains { $0.type == .number && $0.severity > .note })
    #expect(try Self.report("yIjatlh", "nuqneH", from: "tlh", to: "qya").verdict == .cannotTell)
  }
}

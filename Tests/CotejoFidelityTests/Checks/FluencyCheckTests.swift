import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct FluencyCheckTests {
  private static let checker = Result { () throws -> FidelityChecker in
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try Lexicon.shipped(source: es, target: en)
    return try FidelityChecker(source: es, target: en, lexicons: lexicon.map { [$0] } ?? [])
  }

  @Test(arguments: [
    (
      "El gobierno anunció ayer un nuevo plan para las escuelas rurales.",
      "The government announced a new plan for rural schools yesterday.",
      "The government announced a new plan for rural yesterday."
    ),
    (
      "Los vecinos dicen que el puente fue construido hace un siglo.",
      "The neighbors say that the bridge was built a century ago.",
      "The neighbors say that the bridge was build a century ago."
    ),
    (
      "El alcalde quiere construir una nueva escuela en el centro de la ciudad.",
      "The mayor wants to build a new school in the center of the city.",
      "The mayor wants to a new school in the center of the city."
    ),
  ])
  func theBetterRenderingScoresHigher(source: String, good: String, bad: String) throws {
    let reports = try Self.checker.get().reports(of: [
      RenderedPair(source, good), RenderedPair(source, bad),
    ])
    #expect(reports[0].score > reports[1].score)
  }

  @Test func itIsNeverTold() throws {
    let report = try Self.checker.get().reports(of: [
      RenderedPair("La casa es roja.", "Red house the the of is is been.")
    ])[0]
    #expect(report.evidence.contains { $0.type == .fluency })
    #expect(!report.findings.contains { $0.type == .fluency })
  }

  @Test func withoutAModelItCannotTell() throws {
    let checker = try FidelityChecker(
      source: LanguageTag("fi"), target: LanguageTag("en"), lexicons: [])
    let report = try checker.reports(of: [RenderedPair("Talo on punainen.", "The house is red.")])[
      0]
    #expect(report.outcomes.first { $0.check == "fluency" }?.outcome == .cannotTell)
    #expect(!report.evidence.contains { $0.type == .fluency })
  }

  @Test func longTextsMayHoldFaultsThatNobodySees() throws {
    let short = "The house is red. "
    let long = String(repeating: short, count: 12)
    let reports = try Self.checker.get().reports(of: [
      RenderedPair("La casa es roja.", short),
      RenderedPair(String(repeating: "La casa es roja. ", count: 12), long),
    ])
    #expect(reports[0].score > reports[1].score)
    #expect(reports[1].score > 0.4)
  }
}

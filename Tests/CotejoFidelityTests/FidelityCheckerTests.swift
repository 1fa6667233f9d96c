import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct FidelityCheckerTests {
  private static func checker() throws -> FidelityChecker {
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try #require(try Lexicon.shipped(source: es, target: en))
    return try FidelityChecker(source: es, target: en, lexicons: [lexicon])
  }

  @Test func reportsDoNotDependOnOtherPairs() throws {
    let checker = try Self.checker()
    let pairs = [
      RenderedPair("El perro no duerme en la casa.", "The dog does not sleep in the house."),
      RenderedPair("El perro no duerme en la casa.", "The dog sleeps in the house."),
      RenderedPair("La ministra firmó el acuerdo.", "The minister signed the agreement."),
    ]
    let together = try checker.reports(of: pairs)
    let alone = try pairs.map { try checker.reports(of: [$0])[0] }
    #expect(together == alone)
  }

  @Test func aLostNegationIsCritical() throws {
    let report = try Self.checker().reports(of: [
      RenderedPair("El perro no duerme en la casa.", "The dog sleeps in the house.")
    ])[0]
    let finding = try #require(report.findings.first)
    #expect(finding.type == .polarity)
    #expect(finding.source == TextSpan(9, 11))
  }
}

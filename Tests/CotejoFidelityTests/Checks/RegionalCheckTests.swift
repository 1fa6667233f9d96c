import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct RegionalCheckTests {
  private static func notes(
    _ language: String, _ source: String, _ target: String
  ) throws -> [Finding] {
    let (from, to) = (try LanguageTag(language), try LanguageTag("en"))
    let lexicon = try #require(try Lexicon.shipped(source: LanguageTag("es"), target: to))
    let checker = try FidelityChecker(source: from, target: to, lexicons: [lexicon])
    return try checker.reports(of: [RenderedPair(source, target)])[0].findings
      .filter { $0.type == .regional }
  }

  @Test func onlyRegionsWhereItMeansSomethingElseAreNoted() throws {
    let (source, target) = ("La tienda abre hasta las nueve.", "The shop is open until nine.")
    #expect(try Self.notes("es-MX", source, target).map(\.severity) == [.note])
    #expect(try Self.notes("es", source, target).map(\.severity) == [.note])
    #expect(try Self.notes("es-ES", source, target).isEmpty)
  }

  @Test(arguments: [
    ("La tienda no abre hasta las nueve.", "The shop does not open until nine."),
    ("Caminaron hasta la casa.", "They walked up to the house."),
  ])
  func clearWordsAreNotNoted(source: String, target: String) throws {
    #expect(try Self.notes("es-MX", source, target).isEmpty)
  }
}

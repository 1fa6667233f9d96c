import CotejoFidelity
import CotejoLexicon
import CotejoText
import Testing

struct FidelityOptionsTests {
  private static func report(_ options: FidelityOptions) throws -> FidelityReport {
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try #require(try Lexicon.shipped(source: es, target: en))
    let checker = try FidelityChecker(
      source: es, target: en, lexicons: [lexicon], options: options)
    return try checker.reports(of: [
      RenderedPair("Ayer llegaron 43 personas.", "34 people arrived yesterday.")
    ])[0]
  }

  @Test func `a type that is not told does not alter`() throws {
    let told = try Self.report(.newsroom)
    #expect(told.verdict == .altered)
    #expect(told.findings.contains { $0.type == .number })
    let types = Set(told.findings.map(\.type))
    let untold = try Self.report(FidelityOptions(untoldTypes: types))
    #expect(untold.verdict == .faithful)
    #expect(untold.findings.isEmpty)
    // What is told is no matter of how likely it is.
    #expect(untold.score == told.score)
  }

  @Test func `below the least probability a finding is a note, or nothing`() throws {
    let notes = try Self.report(FidelityOptions(minimumProbability: 1))
    #expect(notes.verdict == .faithful)
    #expect(notes.findings.allSatisfy { $0.severity == .note })
    #expect(notes.findings.contains { $0.type == .number })
    let silent = try Self.report(FidelityOptions(minimumProbability: 1, tellsNotes: false))
    #expect(silent.findings.isEmpty)
    let eager = try Self.report(FidelityOptions(minimumProbability: 0))
    #expect(eager.findings.count >= notes.findings.count)
  }

  @Test func `a group has a bound of its own`() {
    #expect(FidelityOptions.corpus.minimumProbability(of: .omission) == 0.8)
    #expect(FidelityOptions.corpus.minimumProbability(of: .number) == 0.5)
    #expect(FidelityOptions.newsroom.minimumProbability(of: .omission) == 0.5)
  }
}

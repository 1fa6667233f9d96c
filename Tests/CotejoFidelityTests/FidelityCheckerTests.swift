import CotejoLexicon
import CotejoTestSupport
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

  @Test(arguments: [
    "languages/es/fidelity.txt", "languages/en/values.txt", "measures/units.txt",
    "measures/currencies.txt",
  ])
  func theFingerprintKnowsEachFile(_ path: String) throws {
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let folder = TemporaryFolder()
    let names = [
      "languages/es/fidelity.txt", "languages/en/values.txt", "measures/units.txt",
      "measures/currencies.txt",
    ]
    for name in names {
      let shipped = try #require(ResourceFolder.path(of: name, target: "CotejoText"))
      folder.write(try InputFile.bytes(of: shipped), to: name)
    }
    func fingerprint() throws -> String {
      try FidelityChecker(source: es, target: en, lexicons: [], languageData: folder.path)
        .fingerprint
    }
    let before = try fingerprint()
    #expect(before.utf8.count == 64)
    #expect(try fingerprint() == before)
    folder.write(folder.bytes(path) + Array("\n# changed\n".utf8), to: path)
    #expect(try fingerprint() != before)
  }

  @Test func theFingerprintKnowsTheModelOfLanguages() throws {
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    func fingerprint(_ model: LanguageModel?) throws -> String {
      try FidelityChecker(source: es, target: en, lexicons: [], languageModel: model).fingerprint
    }
    let path = try #require(
      ResourceFolder.path(of: "identification/europe.model", target: "CotejoText"))
    var bytes = try InputFile.bytes(of: path)
    let shipped = try fingerprint(nil)
    #expect(try fingerprint(LanguageModel(bytes, place: path)) == shipped)
    // Another weight, and the checksum that goes with it.
    let header = try #require(bytes.indices.first { bytes[$0...].starts(with: "\n\n".utf8) }) + 2
    bytes[bytes.count - 1] ^= 1
    let sum = String(bytes[header...].withUnsafeBytes { xxh64($0) }, radix: 16)
    let lines = String(decoding: bytes[..<header], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.hasPrefix("checksum ") ? "checksum \(sum)" : $0 }
    bytes = Array(lines.joined(separator: "\n").utf8) + bytes[header...]
    #expect(try fingerprint(LanguageModel(bytes, place: path)) != shipped)
  }

  @Test func theLexiconsCanBeExchanged() throws {
    let full = try Self.checker()
    var checker = try FidelityChecker(
      source: LanguageTag("es"), target: LanguageTag("en"), lexicons: [])
    #expect(checker.lexicons.isEmpty)
    checker.lexicons = full.lexicons
    let pairs = [RenderedPair("El perro no duerme en la casa.", "The dog sleeps in the house.")]
    #expect(try checker.reports(of: pairs) == full.reports(of: pairs))
    #expect(checker.fingerprint == full.fingerprint)
  }

  @Test(arguments: [(0, true), (1, false)])
  func theMinimumProbabilityTellsFindingsFromNotes(_ minimum: Double, _ isAltered: Bool) throws {
    var checker = try Self.checker()
    checker.options.minimumProbability = minimum
    let report = try checker.reports(of: [
      RenderedPair("El perro no duerme en la casa.", "The dog sleeps in the house.")
    ])[0]
    #expect((report.verdict == .altered) == isAltered)
    #expect(report.findings.contains { $0.type == .polarity })
    #expect(report.findings.contains { $0.severity > .note } == isAltered)
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

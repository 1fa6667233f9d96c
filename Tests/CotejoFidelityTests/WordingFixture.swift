import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

/// Checks pairs with what comes with the program.
enum WordingFixture {
  private static let checker: FidelityChecker? = {
    guard let es = try? LanguageTag("es"), let en = try? LanguageTag("en"),
      let lexicon = try? Lexicon.shipped(source: es, target: en)
    else { return nil }
    return try? FidelityChecker(source: es, target: en, lexicons: [lexicon])
  }()

  /// The findings of a type that are held to be faults.
  static func faults(
    _ type: FindingType, _ source: String, _ target: String
  ) throws -> [Finding] {
    try findings(type, source, target).filter {
      $0.probability >= FidelityChecker.defaultMinimumProbability
    }
  }

  /// All findings of a type, notes with them.
  static func findings(
    _ type: FindingType, _ source: String, _ target: String
  ) throws -> [Finding] {
    try #require(checker).reports(of: [RenderedPair(source, target)])[0].findings
      .filter { $0.type == type }
  }

  /// The bytes of a stretch of a text.
  static func text(_ span: TextSpan?, _ text: String) -> String? {
    span.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }
}

import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

/// Runs one check on a pair, with the language data and the lexicon that come with the program.
///
/// Tests go by evidence, not by probability, so that a new calibration does not touch them.
enum WordingFixture {
  private static let resources = resources(from: "es", to: "en")
  private static let reversed = resources(from: "en", to: "es")

  private static func resources(from source: String, to target: String) -> FidelityResources? {
    guard let source = try? LanguageTag(source), let target = try? LanguageTag(target),
      let lexicon = try? Lexicon.shipped(source: source, target: target),
      let calibration = try? Calibration([], place: "none")
    else { return nil }
    return try? FidelityResources(
      source: source, target: target, lexicons: [lexicon], languageData: nil,
      calibration: calibration, languageModel: try? ShippedModel.shared.get())
  }

  /// A pair as checks read it.
  static func pair(
    _ source: String, _ target: String, joints: [RenderedPair.Joint] = []
  ) throws -> CheckedPair {
    var batch = try PairBatch(
      [RenderedPair(source, target, joints: joints)], try #require(resources))
    return batch.pair(0)
  }

  /// What a check suspects with evidence above 0, in a pair of Spanish and English or, reversed, of
  /// English and Spanish.
  static func suspicions(
    _ check: some FidelityCheck, _ source: String, _ target: String, isReversed: Bool = false
  ) throws -> [Suspicion] {
    var batch = try PairBatch(
      [RenderedPair(source, target)], try #require(isReversed ? reversed : resources))
    var suspicions: [Suspicion] = []
    _ = check.examine(batch.pair(0), &suspicions)
    return suspicions.filter { $0.features[0] > 0 }
  }

  /// The words that a suspicion is about, in the rendering if there are any there.
  static func words(_ suspicion: Suspicion, _ source: String, _ target: String) -> String {
    let (span, text) =
      suspicion.target.map { ($0, target) } ?? (suspicion.source ?? TextSpan(0, 0), source)
    return String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
  }
}

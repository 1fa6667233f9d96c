import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

/// Pairs as checks read them, and what one check makes of them: nothing is left out.
enum CheckedPairs {
  /// Language data of Spanish and English with the shipped lexicon, opened once.
  private static let shipped = Result { () throws -> FidelityResources in
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try #require(try Lexicon.shipped(source: es, target: en))
    return try FidelityResources(
      source: es, target: en, lexicons: [lexicon], languageData: nil,
      calibration: Calibration([], place: "none"), languageModel: ShippedModel.shared.get())
  }

  /// What the program has for two languages without a lexicon.
  static func resources(from source: String, to target: String) throws -> FidelityResources {
    try FidelityResources(
      source: LanguageTag(source), target: LanguageTag(target), lexicons: [], languageData: nil,
      calibration: Calibration([], place: "none"), languageModel: ShippedModel.shared.get())
  }

  /// A pair, its words linked; of Spanish and English where `resources` are not given.
  static func pair(
    _ source: String, _ target: String, _ resources: FidelityResources? = nil
  ) throws -> CheckedPair {
    var batch = try PairBatch(
      [RenderedPair(source, target)], resources ?? Self.shipped.get())
    return batch.pair(0)
  }

  /// What a check makes of a pair.
  static func examine(
    _ check: some FidelityCheck, _ source: String, _ target: String,
    _ resources: FidelityResources? = nil
  ) throws -> (outcome: FidelityReport.Outcome, suspicions: [Suspicion]) {
    var suspicions: [Suspicion] = []
    let outcome = check.examine(try pair(source, target, resources), &suspicions)
    return (outcome, suspicions)
  }
}

extension String {
  /// The text in some bytes of it.
  func text(in span: TextSpan?) -> String? {
    span.map { String(decoding: Array(utf8)[$0.range], as: UTF8.self) }
  }
}

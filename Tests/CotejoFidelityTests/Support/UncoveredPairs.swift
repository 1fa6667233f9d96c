import CotejoText
import Synchronization

@testable import CotejoFidelity

/// Checks pairs in languages for which there is no lexicon.
enum UncoveredPairs {
  private static let checkers = Mutex<[String: FidelityChecker]>([:])

  /// A checker of two languages, such as `fr>de`, opened once.
  static func checker(_ languages: String) throws -> FidelityChecker {
    if let known = checkers.withLock({ $0[languages] }) { return known }
    let tags = try languages.split(separator: ">").map { try LanguageTag(String($0)) }
    let checker = try FidelityChecker(
      source: tags[0], target: tags[1], lexicons: [], languageData: nil,
      languageModel: ShippedModel.shared.get())
    checkers.withLock { $0[languages] = checker }
    return checker
  }

  /// What a checker of two languages goes by, without a calibration.
  static func resources(_ languages: String) throws -> FidelityResources {
    let tags = try languages.split(separator: ">").map { try LanguageTag(String($0)) }
    return try FidelityResources(
      source: tags[0], target: tags[1], lexicons: [], languageData: nil,
      calibration: Calibration(), languageModel: ShippedModel.shared.get())
  }

  /// What is told of a pair.
  static func report(
    _ languages: String, _ source: String, _ target: String
  ) throws -> FidelityReport {
    try checker(languages).reports(of: [RenderedPair(source, target)])[0]
  }

  /// What is found to stand untranslated, notes left out.
  static func untranslated(
    _ languages: String, _ source: String, _ target: String
  ) throws -> [Finding] {
    try report(languages, source, target).findings
      .filter { $0.type == .untranslated && $0.severity > .note }
  }

  /// The words of a rendering that are found to stand untranslated.
  static func untranslatedWords(
    _ languages: String, _ source: String, _ target: String
  ) throws -> [String] {
    try untranslated(languages, source, target).compactMap { target.text(in: $0.target) }
  }
}

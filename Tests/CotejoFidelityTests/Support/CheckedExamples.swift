import CotejoLexicon
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

/// Runs the checker on made pairs of Spanish and English.
enum CheckedExamples {
  /// The checker with the shipped lexicon, opened once.
  private static let checker = Result { () throws -> FidelityChecker in
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try Lexicon.shipped(source: es, target: en)
    return try FidelityChecker(source: es, target: en, lexicons: lexicon.map { [$0] } ?? [])
  }

  /// The findings of a type in a pair, notes too.
  static func findings(
    _ type: FindingType, _ source: String, _ target: String
  ) throws -> [Finding] {
    try checker.get().reports(of: [RenderedPair(source, target)])[0].findings
      .filter { $0.type == type }
  }

  /// Whether a check finds more for a fault of a type in a pair than against it, apart from how the
  /// calibration takes that.
  static func isSuspected(_ type: FindingType, _ source: String, _ target: String) throws -> Bool {
    try checker.get().reports(of: [RenderedPair(source, target)])[0].evidence
      .contains { $0.type == type && $0.features[0] > 0 }
  }

  /// Whether a pair has a finding of a type that is more than a note.
  static func isFlagged(_ type: FindingType, _ source: String, _ target: String) throws -> Bool {
    try findings(type, source, target).contains { $0.severity > .note }
  }

  /// The text that the first finding of a type marks in the rendering.
  static func marked(
    _ type: FindingType, _ source: String, _ target: String
  ) throws -> String? {
    try findings(type, source, target).first?.target.map {
      String(decoding: Array(target.utf8)[$0.range], as: UTF8.self)
    }
  }
}

import CotejoLexicon
import CotejoText

@testable import CotejoFidelity

/// Pairs of Spanish and English, cut into words and linked as the checker has them.
enum MadePairs {
  private static let resources = Result { () throws -> FidelityResources in
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try Lexicon.shipped(source: es, target: en)
    return try FidelityResources(
      source: es, target: en, lexicons: lexicon.map { [$0] } ?? [], languageData: nil,
      calibration: Calibration(), languageModel: ShippedModel.shared.get())
  }

  /// A pair by itself.
  static func pair(_ source: String, _ target: String) throws -> CheckedPair {
    var batch = try PairBatch([RenderedPair(source, target)], resources.get())
    return batch.pair(0)
  }

  /// Where a text stands in another, in bytes.
  static func span(of part: String, in text: String) -> TextSpan? {
    guard let range = text.range(of: part) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return TextSpan(Int32(start), Int32(start + part.utf8.count))
  }
}

extension String {
  /// The first place of a part, by its characters.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}

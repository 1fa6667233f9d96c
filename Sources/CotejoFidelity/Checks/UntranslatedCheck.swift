internal import CotejoAlignment
internal import CotejoText

/// Whether words of the original stand in the rendering as they are.
///
/// Each word of the rendering votes for the language that it is of, by how often the lexicons saw it
/// in either; names, loans and terms in quotation marks are left alone. The words found count as not
/// rendered for the other checks. Acronyms of terms count where the original explains them and the
/// rendering's own words have other initials.
struct UntranslatedCheck: FidelityCheck {
  let name = "untranslated"

  /// The vote from which on it is more likely than not.
  private static let doubtful: Float = 3.5

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard !pair.batch.source.known.lexicons.isEmpty else { return .cannotTell }
    for stretch in pair.untranslated {
      let span = pair.target.span(of: stretch.words)
      suspicions.append(
        Suspicion(
          type: .untranslated, severity: .major, evidence: stretch.foreignness - Self.doubtful,
          source: source(of: stretch.words, in: pair), target: span,
          message: "'\(pair.target.string(span))' stands untranslated"))
    }
    for acronym in CopiedAcronym.all(in: pair) {
      let span = pair.target.words[acronym.target].span
      suspicions.append(
        Suspicion(
          type: .untranslated, severity: .major, evidence: acronym.evidence,
          source: pair.source.words[acronym.source].span, target: span,
          message: "the acronym '\(pair.target.string(span))' stands untranslated"))
    }
    return .checked
  }

  /// Where the words stand in the original.
  private func source(of words: Range<Int>, in pair: CheckedPair) -> TextSpan? {
    let places = words.map { Int(pair.target.words[$0].partner) }.filter { $0 >= 0 }
    guard let first = places.min(), let last = places.max() else { return nil }
    // Links that lie far apart are of several places.
    return last - first <= 2 * words.count ? pair.source.span(of: first..<last + 1) : nil
  }
}

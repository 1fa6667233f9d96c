internal import CotejoAlignment
internal import CotejoText

/// Whether words of the original stand in the rendering as they are, and whether the rendering is in
/// its own language at all.
///
/// Each word of the rendering votes for the language that it is of: by how often the lexicons saw it
/// in either, or, where none has it, by its looks, as `LanguageModel` knows them. Names, loans and
/// terms in quotation marks or brackets are left alone. The words found count as not rendered for the
/// other checks. A rendering that reads as a whole as another language, the original's or a third
/// one, is one finding. Acronyms of terms count where the original explains them and the rendering's
/// own words have other initials.
struct UntranslatedCheck: FidelityCheck {
  static let name = "untranslated"
  var name: String { Self.name }

  /// The vote from which on it is more likely than not.
  private static let doubtful: Float = 3.5

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let canTell = pair.batch.resources.known.canTell
    guard pair.hasLexicon || canTell else { return .cannotTell }
    if let other = pair.otherLanguage {
      suspicions.append(suspicion(other, pair))
      return .checked
    }
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
    // Names and figures are of no language.
    let hasWords = pair.target.words.contains { !$0.isNumber && !$0.isCapitalized }
    return pair.hasLexicon || hasWords ? .checked : .notApplicable
  }

  /// What a rendering in another language comes to.
  private func suspicion(_ other: OtherLanguage, _ pair: CheckedPair) -> Suspicion {
    let percent = (other.guess.confidence * 1000).rounded(.down) / 10
    let own = pair.batch.resources.languages.target
    let what =
      other.isOriginal
      ? "the rendering stands untranslated" : "the rendering is in a third language"
    return Suspicion(
      type: .untranslated, severity: .major, evidence: other.odds - Self.doubtful,
      source: other.isOriginal ? pair.source.span(of: pair.source.words.indices) : nil,
      target: pair.target.span(of: pair.target.words.indices),
      message: "\(what): it reads as '\(other.guess.language)' (\(percent) %), not as '\(own)'")
  }

  /// Where the words stand in the original.
  private func source(of words: Range<Int>, in pair: CheckedPair) -> TextSpan? {
    let places = words.map { Int(pair.target.words[$0].partner) }.filter { $0 >= 0 }
    guard let first = places.min(), let last = places.max() else { return nil }
    // Links that lie far apart are of several places.
    return last - first <= 2 * words.count ? pair.source.span(of: first..<last + 1) : nil
  }
}

internal import CotejoLexicon
internal import CotejoText

/// Whether a word means something else in the region of the original: *hasta las diez* in Mexico.
///
/// Nothing is wrong by itself: all that comes of it are notes, and none where the language tag of the
/// original names another region.
struct RegionalCheck: FidelityCheck {
  let name = "regional"

  /// The evidence where the original is from one of the regions, and where its tag names none.
  private static let evidence: (there: Float, unknown: Float) = (2, -1.2)
  /// Words behind that may name a time.
  private static let reach = 3

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let regional = pair.batch.resources.words.source.regionalWords
    guard !regional.isEmpty else { return .cannotTell }
    guard
      pair.source.words.contains(where: {
        $0.form >= 0 && pair.batch.source.isRegional[Int($0.form)]
      })
    else { return .notApplicable }
    let region = pair.batch.resources.languages.source.description.split(separator: "-").dropFirst()
      .first { $0.utf8.count == 2 }.map(String.init)
    var isThere = false
    for (index, word) in pair.source.words.enumerated() where word.form >= 0 {
      guard pair.batch.source.isRegional[Int(word.form)],
        let meaning = regional.meaning(of: pair.form(of: word, on: .source))
      else { continue }
      isThere = true
      if let region, !meaning.regions.contains(region) { continue }
      if meaning.needsTime && !Self.standsBeforeTime(index, pair, regional) { continue }
      let place = pair.surroundings(of: index..<index + 1, on: .source)
      let found = place.words.first {
        meaning.renderings.contains(pair.form(of: pair.target.words[$0], on: .target))
      }
      guard let found else { continue }
      // "No … hasta" and "not until" say it by themselves.
      if meaning.needsTime, Self.isDenied(pair.source, index) || Self.isDenied(pair.target, found) {
        continue
      }
      let evidence = region == nil ? Self.evidence.unknown : Self.evidence.there
      suspicions.append(
        Suspicion(
          type: .regional, severity: .note, evidence: evidence, source: word.span,
          target: pair.target.words[found].span, message: meaning.note))
    }
    return isThere ? .checked : .notApplicable
  }

  private static func standsBeforeTime(
    _ index: Int, _ pair: CheckedPair, _ regional: RegionalWords
  ) -> Bool {
    let words = pair.source.words
    return words[(index + 1)..<min(words.count, index + 1 + reach)].contains {
      $0.isNumber || regional.isTime(pair.form(of: $0, on: .source))
    }
  }

  /// Whether something is denied before a word.
  private static func isDenied(_ side: CheckedSide, _ word: Int) -> Bool {
    side.markers.contains {
      $0.words.upperBound <= word && $0.classes.contains(any: [.negation, .negative])
    }
  }
}

internal import CotejoLexicon
internal import CotejoText

/// Whether what is said to be is said for certain, or the other way round: *al parecer*, *habría
/// recibido*, *allegedly*.
struct CertaintyCheck: FidelityCheck {
  let name = "certainty"

  private static let comparison = CueComparison(
    type: .certainty, severity: .major,
    rules: [
      CueRule(
        cue: .hedge, rendered: .hedge, contrary: [],
        weaklyRendered: [.report, .belief, .possibility, .approximation],
        contradicted: 2, missing: 2),
      CueRule(
        cue: .approximation, rendered: [.approximation], contrary: [],
        contradicted: 1, missing: 0),
    ])

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    let outcome = Self.comparison.examine(pair, &suspicions)
    let isThere = Self.examineRumour(pair, .source, &suspicions)
    return isThere ? .checked : outcome
  }

  /// Looks for the conditional of rumour, *habría recibido*, without a counterpart; says whether
  /// there was one.
  private static func examineRumour(
    _ pair: CheckedPair, _ side: Lexicon.Side, _ suspicions: inout [Suspicion]
  ) -> Bool {
    let words = pair[side].words
    var isThere = false
    for index in words.indices.dropLast()
    where words[index].classes.contains([.conditional, .perfectAuxiliary])
      && words[index + 1].classes.contains(.participle)
    {
      isThere = true
      // What would have been on a condition is told as such.
      let place = pair.surroundings(of: index..<index + 2, on: side)
      let isRendered = pair[side.other].markers.contains {
        place.holds($0.words) && $0.renderings.contains(any: rumourRenderings)
      }
      if isRendered { continue }
      let span = pair[side].span(of: index..<index + 2)
      let target = place.words.first {
        pair[side.other].words[$0].partner == Int32(index + 1)
      }
      suspicions.append(
        Suspicion(
          type: .certainty, severity: .major,
          evidence: rumour + CueComparison.literalWeight
            * (place.literalness - CueComparison.middle),
          source: span, target: target.map { pair[side.other].words[$0].span },
          message: "'\(pair[side].string(span))' is told as a fact"))
    }
    return isThere
  }

  /// The evidence of a conditional of rumour that is told as a fact.
  private static let rumour: Float = 1.5
  private static let rumourRenderings: MarkerClasses = [
    .hedge, .report, .belief, .possibility, .conditional,
  ]
}

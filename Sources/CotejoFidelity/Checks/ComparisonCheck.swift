internal import CotejoText

/// Whether *more* became *less*, *before* became *after*, *at least* became *at most*.
struct ComparisonCheck: FidelityCheck {
  let name = "comparisons"

  private static let comparison = CueComparison(
    type: .comparison, severity: .major,
    rules: [
      opposed(.before, .after, missing: -1), opposed(.after, .before, missing: -0.5),
      opposed(.above, .below, missing: -1), opposed(.below, .above, missing: 0.5),
      opposed(.more, .less, missing: -1.5), opposed(.less, .more, missing: 0),
      opposed(.rise, .fall, missing: nil), opposed(.fall, .rise, missing: -0.5),
      opposed(.first, .last, missing: -0.5), opposed(.last, .first, missing: -1),
      opposed(.better, .worse, missing: -1), opposed(.worse, .better, missing: 0),
      opposed(.atLeast, .atMost, missing: nil), opposed(.atMost, .atLeast, missing: -0.5),
    ])

  /// A word and its opposite; a contradiction is about as sure for any of them.
  private static func opposed(
    _ cue: MarkerClasses, _ contrary: MarkerClasses, missing: Float?
  ) -> CueRule {
    CueRule(cue: cue, rendered: cue, contrary: contrary, contradicted: 3, missing: missing)
  }

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    return Self.comparison.examine(pair, &suspicions)
  }
}

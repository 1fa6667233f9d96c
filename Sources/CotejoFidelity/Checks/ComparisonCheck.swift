internal import CotejoText

/// Whether *more* became *less*, *before* became *after*, *at least* became *at most*.
struct ComparisonCheck: FidelityCheck {
  let name = "comparisons"

  private static let comparison = CueComparison(
    type: .comparison, severity: .major,
    rules: [
      CueRule(
        cue: .before, rendered: .before, contrary: .after, contradicted: 3, missing: -1),
      CueRule(
        cue: .after, rendered: .after, contrary: .before, contradicted: 3, missing: -0.5),
      CueRule(
        cue: .above, rendered: .above, contrary: .below, contradicted: 3, missing: -1),
      CueRule(
        cue: .below, rendered: .below, contrary: .above, contradicted: 3, missing: -0.8),
      CueRule(
        cue: .more, rendered: .more, contrary: .less, contradicted: 3, missing: -1.5),
      CueRule(
        cue: .less, rendered: .less, contrary: .more, contradicted: 3, missing: -0.5),
      CueRule(
        cue: .rise, rendered: .rise, contrary: .fall, contradicted: 3, missing: nil),
      CueRule(
        cue: .fall, rendered: .fall, contrary: .rise, contradicted: 3, missing: -1),
      CueRule(
        cue: .first, rendered: .first, contrary: .last, contradicted: 3, missing: -0.5),
      CueRule(
        cue: .last, rendered: .last, contrary: .first, contradicted: 3, missing: -1),
      CueRule(
        cue: .better, rendered: .better, contrary: .worse, contradicted: 3, missing: -1.5),
      CueRule(
        cue: .worse, rendered: .worse, contrary: .better, contradicted: 3, missing: -0.5),
      CueRule(
        cue: .atLeast, rendered: .atLeast, contrary: .atMost, contradicted: 3, missing: nil),
      CueRule(
        cue: .atMost, rendered: .atMost, contrary: .atLeast, contradicted: 3, missing: -0.5),
      // "Más" goes with so many words that another one may well stand for it.
      CueRule(
        cue: .more, rendered: [.more, .rise], contrary: .fall, contradicted: 1.5, missing: nil),
      CueRule(
        cue: .less, rendered: [.less, .fall], contrary: .rise, contradicted: 1.5, missing: nil),
      CueRule(
        cue: .fall, rendered: [.fall, .less], contrary: .more, contradicted: 1.5, missing: nil),
      CueRule(
        cue: .rise, rendered: [.rise, .more], contrary: .less, contradicted: 1.5, missing: nil),
    ])

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    return Self.comparison.examine(pair, &suspicions)
  }
}

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
    return Self.comparison.examine(pair, &suspicions)
  }
}

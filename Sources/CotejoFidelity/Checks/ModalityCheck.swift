internal import CotejoText

/// Whether what may be must be, will be or should be, or the other way round.
///
/// A subjunctive and a future of conjecture may stand for *may*, so that it takes a word of
/// another strength in its place to say much.
struct ModalityCheck: FidelityCheck {
  let name = "modality"

  private static let comparison = CueComparison(
    type: .modality, severity: .major,
    rules: [
      CueRule(
        cue: .necessity, rendered: [.necessity, .advice],
        contrary: [.possibility, .future], contradicted: 2, missing: -0.5),
      CueRule(
        cue: .necessity, rendered: .necessity, contrary: .advice, contradicted: 0.5, missing: nil),
      CueRule(
        cue: .advice, rendered: [.advice, .necessity],
        contrary: .possibility, contradicted: 1.5, missing: -1),
      CueRule(
        cue: .possibility, rendered: [.possibility, .hedge, .belief, .conditional],
        contrary: [.necessity, .future], contradicted: 2, missing: -1),
      CueRule(
        cue: .possibility, rendered: [.possibility, .hedge, .belief], contrary: .conditional,
        contradicted: 0, missing: nil),
    ])

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    return Self.comparison.examine(pair, &suspicions)
  }
}

internal import CotejoText

/// Whether something is denied that was not, or the other way round.
struct PolarityCheck: FidelityCheck {
  let name = "polarity"

  private static let denying: MarkerClasses = [.negation, .negative, .privative]

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let source = pair.source.markers.filter { $0.classes.contains(any: Self.denying) }
    let target = pair.target.markers.filter { $0.classes.contains(any: Self.denying) }
    if source.isEmpty && target.isEmpty { return .notApplicable }
    guard source.isEmpty != target.isEmpty else { return .checked }
    let left = source.first.map { pair.source.span(of: $0.words) }
    let right = target.first.map { pair.target.span(of: $0.words) }
    suspicions.append(
      Suspicion(
        type: .polarity, severity: .critical, evidence: 1, source: left, target: right,
        message: left.map { "'\(pair.source.string($0))' is not rendered" }
          ?? right.map { "the original does not say '\(pair.target.string($0))'" } ?? ""))
    return .checked
  }
}

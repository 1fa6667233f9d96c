internal import CotejoText

/// Whether *all* became *some*, *often* became *rarely*, *only* became *also*.
struct QuantifierCheck: FidelityCheck {
  let name = "quantifiers"

  private static let comparison = CueComparison(
    type: .quantifier, severity: .major,
    rules: [
      CueRule(
        cue: .universal, rendered: [.universal, .both],
        contrary: [.some, .few, .majority, .multitude],
        contradicted: 2, missing: -1.5),
      CueRule(
        cue: .majority, rendered: [.majority, .universal],
        contrary: [.few, .some], contradicted: 2, missing: nil),
      CueRule(
        cue: .multitude, rendered: [.multitude, .majority],
        contrary: [.few, .universal], contradicted: 2, missing: -1.5),
      CueRule(
        cue: .some, rendered: [.some, .few, .multitude],
        contrary: [.universal, .majority], contradicted: 2, missing: -1.5),
      CueRule(
        cue: .few, rendered: [.few, .negation, .negative, .lexicalNegation],
        contrary: [.multitude, .universal, .majority, .some], contradicted: 2.5, missing: -0.5),
      CueRule(
        cue: .only, rendered: [.only, .limit],
        contrary: [.also], contradicted: 2, missing: -1.5),
      CueRule(
        cue: .also, rendered: [.also], contrary: [.only], contradicted: 3, missing: -2),
      CueRule(
        cue: .both, rendered: [.both], contrary: [.some, .negative],
        contradicted: 2, missing: -1.5),
      CueRule(
        cue: .always, rendered: [.always, .universal],
        contrary: [.sometimes, .seldom, .often], contradicted: 3, missing: -1),
      CueRule(
        cue: .often, rendered: [.often, .multitude, .always],
        contrary: [.seldom, .sometimes], contradicted: 3, missing: -1),
      CueRule(
        cue: .sometimes, rendered: [.sometimes, .some, .often],
        contrary: [.always, .often, .seldom], contradicted: 3, missing: 0),
      CueRule(
        cue: .seldom, rendered: [.seldom, .few, .negation, .negative],
        contrary: [.always, .often, .sometimes], contradicted: 3, missing: 0.5),
    ])

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasMarkerWords else { return .cannotTell }
    return Self.comparison.examine(pair, &suspicions)
  }
}

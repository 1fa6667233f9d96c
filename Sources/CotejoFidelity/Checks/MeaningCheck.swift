internal import CotejoLexicon

/// Whether the rendering as a whole says what the original says, word for word.
///
/// What both sides tell that has no sure counterpart, as a share of all that they tell.
struct MeaningCheck: FidelityCheck {
  let name = "meaning"

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    var (lost, all): (Float, Float) = (0, 0)
    for words in [pair.source.words, pair.target.words] {
      for word in words {
        lost += word.information * (1 - word.strength)
        all += word.information
      }
    }
    guard all > 0 else { return .notApplicable }
    suspicions.append(
      Suspicion(
        type: .meaning, severity: .major, evidence: lost / all, source: nil, target: nil,
        message: "the rendering as a whole has little in common with the original"))
    return .checked
  }
}

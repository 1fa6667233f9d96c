#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether the words of the rendering follow one another as those of a sentence do.
///
/// Neighbours in the original are neighbours in the rendering but for a clause that moves as a whole
/// and an adjective that changes places with its noun. So the steps between the renderings of
/// neighbouring words are short on average, and few are backwards. Where clauses were only put in another
/// order, neighbours still go together as they do in the language.
struct WordOrderCheck: FidelityCheck {
  let name = "word order"

  /// Fewer links say nothing of the order.
  private static let fewestLinks = 5
  /// A step counts as this many words at the most: a clause may move as a whole.
  private static let longestStep: Float = 8
  /// The mean step of ordinary pairs, and its spread for a single step.
  ///
  /// Measured on aligned sentences of open texts.
  private static let ordinary: (mean: Float, spread: Float) = (1.3, 2.2)
  /// What words cost more behind their neighbours than alone, a word, where no model tells.
  private static let ordinaryClash: Float = 0.45
  /// From so many spreads above the ordinary on it is more likely than not that words were shuffled.
  private static let doubtful: Float = 4

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    var places: [Float] = []
    for (index, word) in pair.source.words.enumerated() where word.partner >= 0 {
      guard Int(pair.target.words[Int(word.partner)].partner) == index else { continue }
      places.append(Float(word.partner))
    }
    guard places.count >= Self.fewestLinks else { return .notApplicable }
    var sum: Float = 0
    for index in places.indices.dropFirst() {
      // A word that is not linked makes the next step longer by one, on either side.
      let step = places[index] - places[index - 1]
      sum += min(Self.longestStep, step > 0 ? max(0, step - 2) : 1 - step)
    }
    let steps = Float(places.count - 1)
    let excess = (sum / steps - Self.ordinary.mean) / Self.ordinary.spread * sqrtf(steps)
    suspicions.append(
      Suspicion(
        type: .wordOrder, severity: .major,
        features: [
          excess - Self.doubtful, max(0, excess - Self.doubtful),
          pair.fluency.target.map { $0.clash / ($0.count + 3) } ?? Self.ordinaryClash,
        ], source: nil,
        target: pair.target.span(of: 0..<pair.target.words.count),
        message: "the words stand in another order than those of a sentence do"))
    return .checked
  }
}

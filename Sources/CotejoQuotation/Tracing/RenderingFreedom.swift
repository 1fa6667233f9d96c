/// How freely an article renders what was said.
///
/// A close translation has a word for nearly every word; where the originals that were found beyond
/// doubt stand under less of their quotations than usual, the same must be expected of the others, and
/// likewise the other way round.
struct RenderingFreedom {
  /// What is to be expected of the logarithm of the coverage beside the usual: negative where
  /// translation is free.
  private(set) var shift: Float

  /// That of the texts that `TraceEvidence` was fitted on.
  static let usual = RenderingFreedom(shift: 0)

  /// For how many quotations the usual stands: it takes so many to say half of the opposite.
  private static let prior: Float = 8
  private static let rounds = 10

  private init(shift: Float) { self.shift = shift }

  /// Takes the mean of what speaks for the quotations of an article, each by the probability that it
  /// was said, which depends on that mean: by rounds of expectation and maximization.
  init(of evidences: [TraceEvidence]) {
    shift = 0
    for _ in 0..<Self.rounds {
      var weight = Self.prior
      var sum: Float = 0
      for evidence in evidences {
        let probability = Float(evidence.probability(self))
        weight += probability
        sum += probability * evidence.closeness
      }
      shift = sum / weight
    }
  }
}

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What speaks for the words of a quotation having been said at a place.
struct TraceEvidence {
  /// The share of what the quotation's words tell that the place accounts for; the neighbourhood of
  /// other quotations counts, too.
  private let coverage: Float
  /// What the place is worth, in nats.
  private let score: Float
  /// What the best path elsewhere is worth, as a share of `score`, 0 to 1.
  private let rival: Float
  /// The share of what the source words of the place tell that stands under a link, 0 to 1.
  private let density: Float
  /// How many words were looked through.
  private let sourceCount: Int
  /// What it tells, in nats, who speaks there.
  private let speaker: Float
  /// Whether another piece of the same utterance was found beyond doubt, and nowhere near.
  private let isApart: Bool
  private let isRendering: Bool

  /// The most that the neighbourhood may add to the coverage.
  private static let mostNear: Float = 0.15

  init(
    _ candidate: TraceCandidate, of quotation: QuotationWords, in source: SourceWords,
    _ evidence: RenderingEvidence, rival: Float, speaker: Float, isApart: Bool,
    sourceCount: Int
  ) {
    let told = evidence.told(by: quotation)
    let near = max(0, candidate.bonus)
    coverage = told > 0 ? candidate.score / told + min(Self.mostNear, near / told) : 0
    score = candidate.score
    self.rival = min(1, rival / max(0.1, candidate.score + near))
    let linked = Set(candidate.links.map(\.place))
    var under: Float = 0
    var all: Float = 0
    for place in candidate.ranges.lazy.flatMap(\.places) {
      let weight = evidence.sourceWeights[Int(source.sequence.words[place])]
      all += weight
      if linked.contains(place) { under += weight }
    }
    density = all > 0 ? under / all : 0
    self.sourceCount = sourceCount
    self.speaker = speaker
    self.isApart = isApart
    isRendering = evidence.isRendering
  }

  /// Weights of a logistic regression.
  private struct Weights {
    var bias: Float
    /// Of the logarithm of the coverage and 0.05.
    var coverage: Float
    var rival: Float
    /// Of the logarithm of 1 and the score.
    var score: Float
    var density: Float
    /// Of the logarithm of the hundred thousands of words that were looked through, from one on.
    var sourceCount: Float
    /// The mean of the logarithm of the coverage and 0.05, of words that were said.
    var usualCoverage: Float
  }

  /// For renderings in another language.
  ///
  /// Fitted on quotations planted by script in openly licensed parallel text (FLORES-200, XQuAD,
  /// MT-GenEval, the Debian handbook, GNOME help), full, cut, joined and reordered, in both
  /// directions; one in five was said elsewhere: in another text of the kind or, seldom, in a
  /// sentence that was taken out of the text. Each was looked for in its own text alone and among
  /// 600,000 words of press conferences.
  private static let rendering = Weights(
    bias: 0.05, coverage: 5.09, rival: -2.8, score: 2.02, density: 1.12, sourceCount: -0.18,
    usualCoverage: -0.44)
  /// For words quoted in the language they were said in.
  ///
  /// Fitted on the same texts quoted in their own language, words dropped and changed by chance.
  private static let sameLanguage = Weights(
    bias: -0.05, coverage: 5.15, rival: -1.29, score: 0.61, density: 1.89, sourceCount: -0.03,
    usualCoverage: -0.1)

  /// What it adds to the sum that pieces of one utterance lie apart: set by hand, as the texts of the
  /// fit have too few of them.
  private static let apart: Float = -3

  /// The logarithm of the coverage beside that of words of the fit which were said: negative where
  /// fewer of the words than usual stand over something.
  var closeness: Float { logf(coverage + 0.05) - weights.usualCoverage }

  private var weights: Weights { isRendering ? Self.rendering : Self.sameLanguage }

  /// The probability that the words were said there.
  ///
  /// - Parameter freedom: how freely the article renders what was said.
  /// - Returns: the probability, 0 to 1.
  func probability(_ freedom: RenderingFreedom) -> Double {
    let weights = weights
    let sum =
      weights.bias + weights.coverage * (logf(coverage + 0.05) - freedom.shift)
      + weights.rival * rival
      + weights.score * logf(1 + score) + weights.density * density
      + weights.sourceCount * logf(max(1, Float(sourceCount) / 100_000))
      + (isApart ? Self.apart : 0)
      + speaker
    return Double(1 / (1 + expf(-sum)))
  }
}

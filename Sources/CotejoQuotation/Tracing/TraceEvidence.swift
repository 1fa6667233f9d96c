#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What speaks for and against the words of a quotation having been said where a path leads.
struct TraceEvidence {
  /// The share of what the quotation's words tell that the path accounts for, 0 to 1.
  var coverage: Float
  /// The share of what the source words of the ranges tell that stands under a link, 0 to 1.
  var density: Float
  /// What the path is worth, in nats.
  var score: Float
  /// What the best path elsewhere is worth, as a share of `score`, 0 to 1.
  var rival: Float
  var bonus: Float
  var features: [Float] { [coverage, density, score, rival, scatter, bonus] }
  /// How many ranges there are for each ten words of the quotation.
  var scatter: Float
  /// Whether article and transcript are in different languages.
  var isRendering: Bool

  init(
    _ source: SourceWords, _ evidence: RenderingEvidence, _ quotation: QuotationWords,
    _ candidate: TraceCandidate, rival: Float, isRendering: Bool
  ) {
    let ranges = candidate.ranges
    let score = max(0.1, candidate.score + max(0, candidate.bonus))
    var told: Float = 0
    for word in 0..<quotation.count where !quotation.isInserted[word] {
      told += evidence.quotationWeights[Int(quotation.sequence.words[word])]
    }
    let linked = Set(candidate.links.map(\.place))
    var under: Float = 0
    var all: Float = 0
    for range in ranges {
      for place in range.places {
        let weight = evidence.sourceWeights[Int(source.sequence.words[place])]
        all += weight
        if linked.contains(place) { under += weight }
      }
    }
    coverage = told > 0 ? candidate.score / told : 0
    density = all > 0 ? under / all : 0
    self.score = candidate.score
    self.rival = min(1, rival / score)
    bonus = told > 0 ? candidate.bonus / told : 0
    scatter = 10 * Float(ranges.count) / Float(max(10, quotation.count))
    self.isRendering = isRendering
  }

  /// The probability that the words were said there.
  var probability: Double {
    Double(coverage)
  }
}

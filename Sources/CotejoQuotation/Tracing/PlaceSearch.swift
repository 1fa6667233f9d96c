/// Looks for the places that a quotation may come from.
struct PlaceSearch {
  /// What was found for a quotation.
  struct Result {
    /// The places, the best first; those behind it hold nearly as much of the quotation.
    var candidates: [TraceCandidate] = []
    /// What the best path elsewhere is worth, in nats: what chance gives, or the same words again.
    var rival: Float = 0
  }

  /// Places besides the best one that are looked for, and what they must be worth beside it.
  private static let rivals = (count: 4, weighed: Float(0.75))

  private let source: SourceWords
  private let evidence: RenderingEvidence
  private var passages: PassageSearch
  private var links: LinkSearch

  init(_ source: SourceWords, _ evidence: RenderingEvidence) {
    self.source = source
    self.evidence = evidence
    passages = PassageSearch(source, evidence)
    links = LinkSearch(source, evidence)
  }

  /// The places of a quotation for itself.
  mutating func places(of words: QuotationWords) -> Result {
    var result = Result()
    let scopes = passages.scopes(for: words)
    guard
      let best = TraceCandidate(links.path(for: words, in: scopes), of: words, in: source, evidence)
    else { return result }
    result.candidates = [best]
    var taken = best.ranges.map(\.places)
    for _ in 0..<Self.rivals.count {
      let path = links.path(for: words, in: scopes, excluding: taken)
      result.rival = max(result.rival, path.score)
      guard path.score >= Self.rivals.weighed * best.score,
        let other = TraceCandidate(path, of: words, in: source, evidence)
      else { break }
      result.candidates.append(other)
      taken += other.ranges.map(\.places)
    }
    return result
  }

  /// The best place of a quotation in reach of others.
  ///
  /// - Parameters:
  ///   - words: the quotation.
  ///   - places: the places around which to look, in any order.
  ///   - reach: how many words away from them to look.
  ///   - taken: places that it cannot have.
  /// - Returns: the place; nil where nothing there renders anything.
  mutating func place(
    of words: QuotationWords, near places: [Range<Int>], reach: Int, without taken: [Range<Int>]
  ) -> TraceCandidate? {
    let windows = places.map { near in
      let transcript = source.places(ofTranscript: source.transcript(of: near.lowerBound))
      return max(
        transcript.lowerBound, near.lowerBound - reach)..<min(
          transcript.upperBound, near.upperBound + reach)
    }
    let scope = PassageSearch.Scope(
      words: 0..<words.count, passages: PassageSearch.merged(windows))
    return TraceCandidate(
      links.path(for: words, in: [scope], excluding: taken), of: words, in: source, evidence)
  }
}

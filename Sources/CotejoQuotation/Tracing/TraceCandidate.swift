/// Places in the transcripts that a quotation may come from.
struct TraceCandidate {
  /// The ranges, in the order of the quotation; never empty.
  let ranges: [SourceRanges.Range]
  /// The links that lie in them, in the order of the quotation.
  let links: [LinkSearch.Link]
  /// What the words are worth, in nats.
  let score: Float
  /// What the speaker and the neighbourhood of other quotations add, in nats; may be negative.
  var bonus: Float = 0

  /// Takes a path; nil for one without links.
  init?(
    _ path: LinkSearch.Path, of quotation: QuotationWords, in source: SourceWords,
    _ evidence: RenderingEvidence
  ) {
    guard path.score > 0 else { return nil }
    let made = SourceRanges(source, evidence, quotation, path)
    ranges = made.ranges
    links = made.links
    score = path.score
  }

  /// The first place.
  var place: Int { ranges[0].places.lowerBound }

  /// How many words lie between these places and others; 0 where they touch or overlap.
  func distance(to other: TraceCandidate) -> Int {
    var least = Int.max
    for range in ranges {
      for near in other.ranges {
        let gap = max(
          near.places.lowerBound - range.places.upperBound,
          range.places.lowerBound - near.places.upperBound)
        least = min(least, max(0, gap))
      }
    }
    return least
  }
}

/// Places in the transcripts that a quotation may come from.
struct TraceCandidate {
  /// The ranges, in the order of the quotation; never empty.
  let ranges: [SourceRanges.Range]
  /// The places of the ranges, in the order of the transcripts.
  private let places: [Range<Int>]
  /// The links that lie in them, in the order of the quotation.
  let links: [LinkSearch.Link]
  /// What the words are worth, in nats, with links that are too far off to hold: they tell, too.
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
    self.init(ranges: made.ranges, links: made.links, score: path.score)
  }

  /// Makes a candidate of one range or more.
  init(ranges: [SourceRanges.Range], links: [LinkSearch.Link], score: Float) {
    self.ranges = ranges
    self.links = links
    self.score = score
    places = ranges.map(\.places).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The first place.
  var place: Int { ranges[0].places.lowerBound }

  /// How many words lie between these places and others; 0 where they touch or overlap.
  func distance(to other: TraceCandidate) -> Int {
    var least = Int.max
    var here = 0
    var there = 0
    while here < places.count, there < other.places.count {
      let (left, right) = (places[here], other.places[there])
      let gap = max(right.lowerBound - left.upperBound, left.lowerBound - right.upperBound)
      least = min(least, max(0, gap))
      // What ends first is as near to all that follow on the other side or nearer to none.
      if left.upperBound < right.upperBound { here += 1 } else { there += 1 }
    }
    return least
  }
}

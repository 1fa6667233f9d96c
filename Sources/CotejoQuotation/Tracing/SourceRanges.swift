/// Makes ranges of source words from the links of a path.
struct SourceRanges {
  /// A run of source words, with the part of the quotation that it renders.
  struct Range {
    /// The places of its words in the transcript.
    var places: Swift.Range<Int>
    /// The quotation words from its first to its last link.
    var words: ClosedRange<Int>
    /// What its links are worth together, in nats.
    var worth: Float
  }

  /// Source words between two links that the quotation left out and that still belong to one place.
  private static let bridge = 4
  /// What the links of a place are worth at the least, unless it is the only one.
  private static let leastWorth: Float = 4
  /// Words beyond the unlinked ones of the quotation that a range may be widened by to reach the
  /// beginning or end of a clause.
  private static let slack = 2

  private let source: SourceWords
  private let evidence: RenderingEvidence
  private let quotation: QuotationWords
  private let isLinked: [Bool]

  init(
    _ source: SourceWords, _ evidence: RenderingEvidence, _ quotation: QuotationWords,
    _ path: LinkSearch.Path
  ) {
    self.source = source
    self.evidence = evidence
    self.quotation = quotation
    var isLinked = quotation.isInserted
    for link in path.links { isLinked[link.word] = true }
    self.isLinked = isLinked
  }

  /// The ranges of a path, in the order of the quotation.
  func ranges(of path: LinkSearch.Path) -> [Range] {
    var ranges: [Range] = []
    for link in path.links.sorted(by: { ($0.place, $0.word) < ($1.place, $1.word) }) {
      if let last = ranges.last, joins(last, link) {
        ranges[ranges.count - 1] = Range(
          places: last.places.lowerBound..<(link.place + 1),
          words: min(last.words.lowerBound, link.word)...max(last.words.upperBound, link.word),
          worth: last.worth + link.worth)
      } else {
        ranges.append(
          Range(
            places: link.place..<(link.place + 1), words: link.word...link.word,
            worth: link.worth))
      }
    }
    let most = ranges.map(\.worth).max() ?? 0
    ranges.removeAll { $0.worth < min(most, Self.leastWorth) }
    for index in ranges.indices {
      let floor = index == 0 ? 0 : ranges[index - 1].places.upperBound
      let ceiling =
        index + 1 < ranges.count ? ranges[index + 1].places.lowerBound : source.count
      ranges[index].places = widened(ranges[index], within: floor..<ceiling)
    }
    var joined: [Range] = []
    for range in ranges {
      if let last = joined.last,
        range.places.lowerBound - last.places.upperBound <= 1,
        source.sequence.gaps[range.places.lowerBound] < .paragraph
      {
        joined[joined.count - 1] = Range(
          places: last.places.lowerBound..<range.places.upperBound,
          words: min(last.words.lowerBound, range.words.lowerBound)...max(
            last.words.upperBound, range.words.upperBound),
          worth: last.worth + range.worth)
      } else {
        joined.append(range)
      }
    }
    return joined.sorted {
      ($0.words.lowerBound, $0.places.lowerBound) < ($1.words.lowerBound, $1.places.lowerBound)
    }
  }

  /// Whether a link goes on the place that a range covers.
  private func joins(_ range: Range, _ link: LinkSearch.Link) -> Bool {
    let passed = link.place - range.places.upperBound
    if passed <= Self.bridge { return true }
    let between = unlinked(in: (range.words.upperBound + 1)..<max(range.words.upperBound + 1, link.word))
    return passed <= Self.bridge + between
  }

  private func unlinked(in words: Swift.Range<Int>) -> Int {
    words.count { !isLinked[$0] }
  }

  /// The places of a range with what belongs to it at both ends.
  private func widened(_ range: Range, within bounds: Swift.Range<Int>) -> Swift.Range<Int> {
    var before = 0
    while range.words.lowerBound - before > 0, !isLinked[range.words.lowerBound - before - 1] {
      before += 1
    }
    var after = 0
    while range.words.upperBound + after + 1 < quotation.count,
      !isLinked[range.words.upperBound + after + 1]
    {
      after += 1
    }
    var lower = range.places.lowerBound
    // To the beginning of the clause, if it is as near as the words that are not linked allow.
    var step = 0
    while step <= before + Self.slack, lower - step > bounds.lowerBound,
      source.sequence.gaps[lower - step] == .none
    {
      step += 1
    }
    if source.sequence.gaps[lower - step] > .none, step <= before + Self.slack { lower -= step }
    var upper = range.places.upperBound
    step = 0
    while step <= after + Self.slack, upper + step < bounds.upperBound,
      source.sequence.gaps[upper + step] == .none
    {
      step += 1
    }
    if upper + step == source.count || source.sequence.gaps[upper + step] > .none,
      step <= after + Self.slack
    {
      upper += step
    }
    return lower..<upper
  }
}

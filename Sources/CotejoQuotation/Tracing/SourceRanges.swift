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
  private static let leastWorth: Float = 6
  /// Words beyond the unlinked ones of the quotation that a range may be widened by to reach the
  /// beginning or end of a clause.
  private static let slack = 2

  /// Unlinked words of the quotation that make up for passed source words, at the most.
  private static let mostFree = 6

  private let source: SourceWords
  private let weights: [Float]
  private let quotation: QuotationWords
  /// The links that hold.
  private(set) var links: [LinkSearch.Link]
  /// The ranges, in the order of the quotation.
  private(set) var ranges: [Range] = []
  private var isLinked: [Bool]

  init(
    _ source: SourceWords, _ evidence: RenderingEvidence, _ quotation: QuotationWords,
    _ path: LinkSearch.Path
  ) {
    self.source = source
    weights = evidence.sourceWeights
    self.quotation = quotation
    links = path.links
    isLinked = []
    readLinked()
    let pieces = clusters(cutAtSentences: true)
    let most = pieces.map(\.worth).max() ?? 0
    // A word or two far from the rest, or over the end of a sentence, are there by chance.
    links.removeAll { link in
      pieces[pieces.partitioned { $0.places.upperBound <= link.place }].worth
        < min(most, Self.leastWorth)
    }
    readLinked()
    ranges = clusters(cutAtSentences: false)
    widen()
    join()
    ranges.sort {
      ($0.words.lowerBound, $0.places.lowerBound) < ($1.words.lowerBound, $1.places.lowerBound)
    }
  }

  private mutating func readLinked() {
    isLinked = quotation.isInserted
    for link in links { isLinked[link.word] = true }
  }

  /// The links' places, gathered where few words lie between them.
  private func clusters(cutAtSentences: Bool) -> [Range] {
    let free = isLinked.count { !$0 }
    var ranges: [Range] = []
    for link in links.sorted(by: { ($0.place, $0.word) < ($1.place, $1.word) }) {
      if let last = ranges.last, joins(last, link.place, free, cutAtSentences: cutAtSentences) {
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
    return ranges
  }

  /// Whether a place goes on what a range covers: a few words may have been left out, and words that
  /// the quotation renders too freely to be linked lie somewhere.
  private func joins(_ range: Range, _ place: Int, _ free: Int, cutAtSentences: Bool) -> Bool {
    guard place >= range.places.upperBound else { return true }
    if place - range.places.upperBound > Self.bridge + min(free, Self.mostFree) { return false }
    // No range holds a label or goes on in another transcript.
    let end: WordSequence.Gap = cutAtSentences ? .sentence : .part
    return !(range.places.upperBound...place).contains { source.sequence.gaps[$0] >= end }
  }

  private mutating func widen() {
    for index in ranges.indices {
      let floor = index == 0 ? 0 : ranges[index - 1].places.upperBound
      let ceiling =
        index + 1 < ranges.count ? ranges[index + 1].places.lowerBound : source.count
      ranges[index].places = widened(ranges[index], within: floor..<ceiling)
    }
  }

  private mutating func join() {
    var joined: [Range] = []
    for range in ranges {
      if let last = joined.last, range.places.lowerBound - last.places.upperBound <= 1,
        (last.places.upperBound...range.places.lowerBound).allSatisfy({
          source.sequence.gaps[$0] < .paragraph
        })
      {
        joined[joined.count - 1] = Range(
          places: last.places.lowerBound..<range.places.upperBound,
          words: min(
            last.words.lowerBound, range.words.lowerBound)...max(
              last.words.upperBound, range.words.upperBound),
          worth: last.worth + range.worth)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
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
    var reach = Reach(words: before, slack: Self.slack)
    while lower > bounds.lowerBound, source.sequence.gaps[lower] == .none, reach.takesWord() {
      lower -= 1
    }
    let begins = source.sequence.gaps[lower]
    // Where no clause begins in reach, nothing tells how much belongs to the place.
    if begins == .none || !reach.suits(begins, weights(in: lower..<range.places.lowerBound)) {
      lower = range.places.lowerBound
    }
    var upper = range.places.upperBound
    reach = Reach(words: after, slack: Self.slack)
    while upper < bounds.upperBound, source.sequence.gaps[upper] == .none, reach.takesWord() {
      upper += 1
    }
    let ends = upper < source.count ? source.sequence.gaps[upper] : .paragraph
    if ends == .none || !reach.suits(ends, weights(in: range.places.upperBound..<upper)) {
      upper = range.places.upperBound
    }
    return lower..<upper
  }

  private func weights(in places: Swift.Range<Int>) -> [Float] {
    places.map { weights[Int(source.sequence.words[$0])] }
  }

  /// How far a range may be widened.
  private struct Reach {
    /// Words of the quotation that are not linked, and may stand for as many source words.
    let words: Int
    /// Words that may be taken beyond these.
    private var left: Int

    /// Words that tell less, in nats, may be articles, auxiliaries, conjunctions.
    private static let content: Float = 3

    init(words: Int, slack: Int) {
      self.words = words
      left = words + slack
    }

    /// Takes one more word, if there is one left.
    mutating func takesWord() -> Bool {
      left -= 1
      return left >= 0
    }

    /// Whether words up to a gap may be taken: to the end of a sentence whatever they are, to that of
    /// a clause no more that tell something than the quotation has without a link.
    func suits(_ gap: WordSequence.Gap, _ weights: [Float]) -> Bool {
      gap >= .sentence || weights.count { $0 >= Self.content } <= words
    }
  }
}

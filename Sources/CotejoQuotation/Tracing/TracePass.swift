internal import CotejoText

/// Places the quotations of one article in the transcripts.
struct TracePass {
  /// Where a quotation may come from.
  struct Result {
    /// The places, the best first; those behind it hold nearly as much of the quotation.
    var candidates: [TraceCandidate] = []
    /// What the best path elsewhere is worth, in nats: what chance gives, or the same words again.
    var rival: Float = 0
    /// The probability that the quotation was said at the first place.
    var confidence = 0.0
  }

  /// Places besides the best one that are looked for, and what they must be worth beside it: to be
  /// weighed at all, and to be listed.
  private static let rivals = (count: 4, weighed: Float(0.75), listed: Float(0.9))
  /// Words of this confidence were found beyond doubt, if they were said only once.
  private static let certain = 0.8
  /// What it is worth, in nats, that a place lies near that of another piece of the same utterance,
  /// of a quotation of the same paragraph, or of any in the article.
  private static let near = (utterance: Float(5), paragraph: Float(3), article: Float(1))
  /// Words that are near in that sense.
  private static let reach = (paragraph: 100, article: 400)
  /// What it is worth that the right person speaks, or that another does.
  private static let speaker = (same: Float(2), other: Float(-2))

  private let quotations: [Quotation]
  private let words: [QuotationWords]
  private let paragraphs: [Int32]
  private let names: [Set<[UInt8]>]
  private let source: SourceWords
  private let turns: SourceTurns
  private let evidence: RenderingEvidence
  private let sourceCount: Int
  private var passages: PassageSearch
  private var links: LinkSearch
  /// A result for each quotation, once the pass has run.
  private(set) var results: [Result] = []
  /// The quotations that were found beyond doubt by themselves.
  private var anchors = TraceAnchors()

  init(
    _ quotations: [Quotation], _ words: [QuotationWords], article: SegmentedText,
    source: SourceWords, turns: SourceTurns, evidence: RenderingEvidence, sourceCount: Int
  ) {
    self.sourceCount = sourceCount
    self.quotations = quotations
    self.words = words
    self.source = source
    self.turns = turns
    self.evidence = evidence
    paragraphs = quotations.map { article.paragraph(at: $0.span.lower) }
    // A mention without a name is a pronoun: it says nothing about whose turn it is.
    names = quotations.map { $0.speaker?.name.map(SpeakerNames.parts(of:)) ?? [] }
    passages = PassageSearch(source, evidence)
    links = LinkSearch(source, evidence)
  }

  /// Finds the places of all quotations.
  mutating func run() {
    results = quotations.indices.map { alone($0) }
    let isAnchor = quotations.indices.map { isCertain($0) }
    for index in quotations.indices where isAnchor[index] {
      anchors.append(
        index, paragraph: paragraphs[index], utterance: quotations[index].utterance,
        at: results[index].candidates[0].ranges.map(\.places))
    }
    anchors.sort()
    for index in quotations.indices where !isAnchor[index] { place(index) }
    for index in quotations.indices {
      let candidates = results[index].candidates
      guard let best = candidates.first else { continue }
      results[index].confidence = confidence(of: best, index)
      results[index].candidates =
        [best] + candidates.dropFirst().filter { isListed($0, beside: best) }
    }
  }

  /// Whether a place holds nearly as much of a quotation as the best one.
  private func isListed(_ candidate: TraceCandidate, beside best: TraceCandidate) -> Bool {
    candidate.score >= Self.rivals.listed * best.score
  }

  /// The places of a quotation for itself.
  private mutating func alone(_ index: Int) -> Result {
    var result = Result()
    let found = passages.passages(for: words[index])
    guard
      let best = TraceCandidate(
        links.path(for: words[index], through: found), of: words[index], in: source, evidence)
    else { return result }
    result.candidates = [best]
    var taken = best.ranges.map(\.places)
    for _ in 0..<Self.rivals.count {
      let path = links.path(for: words[index], through: found, excluding: taken)
      result.rival = max(result.rival, path.score)
      guard path.score >= Self.rivals.weighed * best.score,
        let other = TraceCandidate(path, of: words[index], in: source, evidence)
      else { break }
      result.candidates.append(other)
      taken += other.ranges.map(\.places)
    }
    return result
  }

  private func isCertain(_ index: Int) -> Bool {
    let candidates = results[index].candidates
    guard let best = candidates.first,
      !candidates.dropFirst().contains(where: { isListed($0, beside: best) })
    else { return false }
    return confidence(of: best, index) >= Self.certain
  }

  /// The probability that a quotation was said at a place.
  private func confidence(of candidate: TraceCandidate, _ index: Int) -> Double {
    TraceEvidence(
      candidate, of: words[index], in: source, evidence, rival: results[index].rival,
      isSpeakers: isSpeakers(candidate, index), isApart: isApart(candidate, index),
      sourceCount: sourceCount
    ).probability
  }

  /// Weighs the places of a quotation once more, by the speaker and by other quotations that were
  /// found beyond doubt, and looks for it beside these.
  private mutating func place(_ index: Int) {
    let siblings = anchors.near(index, inParagraph: paragraphs[index])
    if let path = path(of: index, beside: siblings),
      let candidate = TraceCandidate(path, of: words[index], in: source, evidence),
      !results[index].candidates.contains(where: { $0.distance(to: candidate) == 0 })
    {
      results[index].candidates.append(candidate)
    }
    for number in results[index].candidates.indices {
      let candidate = results[index].candidates[number]
      results[index].candidates[number].bonus =
        speakerBonus(candidate, index) + nearBonus(candidate, index)
    }
    // A stable order: of equals the first found stays first.
    let ranked = results[index].candidates.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (right.score + right.bonus, $0.offset) < (left.score + left.bonus, $1.offset)
    }
    results[index].candidates = ranked.map(\.element)
  }

  /// The best path near the places of quotations of the same paragraph.
  private mutating func path(of index: Int, beside siblings: [Int]) -> LinkSearch.Path? {
    guard !siblings.isEmpty else { return nil }
    let taken = siblings.flatMap { results[$0].candidates[0].ranges.map(\.places) }
    let windows = taken.map { places in
      let transcript = source.places(ofTranscript: source.transcript(of: places.lowerBound))
      return max(
        transcript.lowerBound, places.lowerBound - Self.reach.paragraph)..<min(
          transcript.upperBound, places.upperBound + Self.reach.paragraph)
    }
    return links.path(
      for: words[index], through: PassageSearch.merged(windows), excluding: taken)
  }

  /// Whether weightier pieces of the same utterance were found beyond doubt, and none is near.
  private func isApart(_ candidate: TraceCandidate, _ index: Int) -> Bool {
    let pieces = anchors.near(index, inUtterance: quotations[index].utterance).filter {
      $0 != index && results[$0].candidates[0].score > candidate.score
    }
    return !pieces.isEmpty
      && pieces.allSatisfy {
        results[$0].candidates[0].distance(to: candidate) > Self.reach.paragraph
      }
  }

  /// Whether the speaker of a quotation speaks at a place.
  private func isSpeakers(_ candidate: TraceCandidate, _ index: Int) -> Bool? {
    let place = candidate.place
    return turns.speaks(
      names[index], in: source.transcript(of: place), at: source.sequence.spans[place].lower)
  }

  private func speakerBonus(_ candidate: TraceCandidate, _ index: Int) -> Float {
    isSpeakers(candidate, index).map { $0 ? Self.speaker.same : Self.speaker.other } ?? 0
  }

  private func nearBonus(_ candidate: TraceCandidate, _ index: Int) -> Float {
    let ranges = candidate.ranges.map(\.places)
    let paragraph = paragraphs[index]
    let utterance = quotations[index].utterance
    if anchors.distance(to: ranges, in: .utterance(utterance, paragraph)) <= Self.reach.paragraph {
      return Self.near.utterance
    }
    if anchors.distance(to: ranges, in: .paragraph(paragraph)) <= Self.reach.paragraph {
      return Self.near.paragraph
    }
    return anchors.distance(to: ranges, in: .article) <= Self.reach.article ? Self.near.article : 0
  }
}

extension SegmentedText {
  /// The number of the paragraph that holds a byte, or of the one before it.
  func paragraph(at offset: Int32) -> Int32 {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.lower <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : sentences[low - 1].paragraph
  }
}

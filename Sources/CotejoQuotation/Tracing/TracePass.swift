internal import CotejoText

/// Places the quotations of one article in the transcripts.
///
/// Each is looked for by itself first. What was found beyond doubt, a quotation or the pieces of an
/// utterance together, is an anchor: the other quotations are weighed once more beside the anchors.
struct TracePass {
  /// Where a quotation may come from.
  struct Result {
    /// The places, the best first; those behind it hold nearly as much of the quotation.
    var candidates: [TraceCandidate] = []
    /// The probability that the quotation was said at the first place.
    var confidence = 0.0
  }

  /// What places besides the best one must be worth beside it to be listed.
  private static let listed: Float = 0.9
  /// Words of this confidence were found beyond doubt, if they were said only once; the pieces of an
  /// utterance, which have nothing but each other to go by, with less.
  private static let certain = (quotation: 0.8, utterance: 0.5)
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
  private let source: SourceWords
  private let speakers: SpeakerEvidence
  private let evidence: RenderingEvidence
  private let sourceCount: Int
  private var search: PlaceSearch
  private var found: [PlaceSearch.Result] = []
  private var anchors = TraceAnchors([])

  init(
    _ quotations: [Quotation], _ words: [QuotationWords], article: SegmentedText,
    source: SourceWords, turns: SourceTurns, evidence: RenderingEvidence, sourceCount: Int
  ) {
    self.sourceCount = sourceCount
    self.quotations = quotations
    self.words = words
    self.source = source
    speakers = SpeakerEvidence(turns, quotations)
    self.evidence = evidence
    paragraphs = quotations.map { article.paragraph(at: $0.span.lower) }
    search = PlaceSearch(source, evidence)
  }

  /// Finds the places of all quotations: a result for each, in their order.
  mutating func results() -> [Result] {
    found = words.map { search.places(of: $0) }
    let own = quotations.indices.map { anchor(found[$0], words[$0], quotation: $0) }
    let isAnchor = own.map { $0 != nil }
    anchors = TraceAnchors(own.compactMap(\.self) + utteranceAnchors(besides: isAnchor))
    for index in quotations.indices where !isAnchor[index] { place(index) }
    let evidences = quotations.indices.map { index in
      found[index].candidates.first.map { traceEvidence(of: $0, index) }
    }
    let freedom = RenderingFreedom(of: evidences.compactMap(\.self))
    return quotations.indices.map { index in
      guard let evidence = evidences[index] else { return Result() }
      let best = found[index].candidates[0]
      return Result(
        candidates: found[index].candidates.enumerated().filter { number, candidate in
          number == 0 || Self.isListed(candidate, beside: best)
        }.map(\.element),
        confidence: evidence.probability(freedom))
    }
  }

  /// Whether a place holds nearly as much of a quotation as the best one.
  private static func isListed(_ candidate: TraceCandidate, beside best: TraceCandidate) -> Bool {
    candidate.score >= listed * best.score
  }

  // MARK: Anchors

  /// The anchor that words make which were found beyond doubt.
  private func anchor(
    _ found: PlaceSearch.Result, _ words: QuotationWords, quotation: Int, isWhole: Bool = true
  ) -> TraceAnchor? {
    guard let best = found.candidates.first,
      !found.candidates.dropFirst().contains(where: { Self.isListed($0, beside: best) })
    else { return nil }
    let evidence = TraceEvidence(
      best, of: words, in: source, evidence, rival: found.rival,
      speaker: speakerWorth(best, quotation), isApart: false, sourceCount: sourceCount)
    let certain = isWhole ? Self.certain.quotation : Self.certain.utterance
    guard evidence.probability(.usual) >= certain else { return nil }
    return TraceAnchor(
      candidate: best, quotation: quotation, isQuotation: isWhole,
      utterance: quotations[quotation].utterance, paragraph: paragraphs[quotation])
  }

  /// The anchors of utterances none of whose pieces is one.
  private mutating func utteranceAnchors(besides isAnchor: [Bool]) -> [TraceAnchor] {
    var pieces: [Int32: [Int]] = [:]
    for index in quotations.indices {
      pieces[quotations[index].utterance, default: []].append(index)
    }
    var anchors: [TraceAnchor] = []
    for pieces in pieces.values
    where pieces.count > 1 && !pieces.contains(where: { isAnchor[$0] }) {
      let joined = QuotationWords(joining: pieces.map { words[$0] })
      let found = search.places(of: joined)
      if let anchor = anchor(found, joined, quotation: pieces[0], isWhole: false) {
        anchors.append(anchor)
      }
    }
    return anchors
  }

  // MARK: Places

  /// Weighs the places of a quotation once more, by the speaker and by the anchors, and looks for it
  /// beside these.
  private mutating func place(_ index: Int) {
    let utterance = TraceAnchors.Group.utterance(quotations[index].utterance)
    let siblings =
      anchors.near(index, in: .paragraph(paragraphs[index])) + anchors.near(index, in: utterance)
    if let candidate = place(of: index, beside: siblings),
      !found[index].candidates.contains(where: { $0.distance(to: candidate) == 0 })
    {
      found[index].candidates.append(candidate)
    }
    for number in found[index].candidates.indices {
      let candidate = found[index].candidates[number]
      found[index].candidates[number].bonus =
        speakerBonus(candidate, index) + nearBonus(candidate, index)
    }
    // A stable order: of equals the first found stays first.
    let ranked = found[index].candidates.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (right.score + right.bonus, $0.offset) < (left.score + left.bonus, $1.offset)
    }
    found[index].candidates = ranked.map(\.element)
  }

  /// The best place near those of anchors, without the places of `others`.
  private mutating func place(
    of index: Int, beside siblings: [TraceAnchor], without others: TraceCandidate? = nil
  ) -> TraceCandidate? {
    guard !siblings.isEmpty else { return nil }
    // The place of an utterance holds that of its piece; what another quotation has is taken.
    let taken =
      siblings.filter(\.isQuotation).map(\.candidate) + (others.map { [$0] } ?? [])
    return search.place(
      of: words[index], near: siblings.flatMap { $0.candidate.ranges.map(\.places) },
      reach: Self.reach.paragraph, without: taken.flatMap { $0.ranges.map(\.places) })
  }

  // MARK: Evidence

  /// What speaks for a quotation having been said at a place.
  private mutating func traceEvidence(
    of candidate: TraceCandidate, _ index: Int
  ) -> TraceEvidence {
    var rival = found[index].rival
    var sourceCount = sourceCount
    let siblings = anchors.near(index, in: .utterance(quotations[index].utterance))
    let near = siblings.filter { $0.candidate.distance(to: candidate) <= Self.reach.paragraph }
    if !near.isEmpty {
      // Beside a piece of the same utterance there is little that may look alike by chance.
      rival = place(of: index, beside: near, without: candidate)?.score ?? 0
      sourceCount = 0
    }
    // Weightier pieces of the same utterance were found beyond doubt, and none is near.
    let isApart = near.isEmpty && siblings.contains { $0.candidate.score > candidate.score }
    return TraceEvidence(
      candidate, of: words[index], in: source, evidence, rival: rival,
      speaker: speakerWorth(candidate, index), isApart: isApart, sourceCount: sourceCount)
  }

  /// What it tells, in nats, who speaks at a place.
  private func speakerWorth(_ candidate: TraceCandidate, _ index: Int) -> Float {
    let place = candidate.place
    return speakers.worth(
      of: index, in: source.transcript(of: place), at: source.sequence.spans[place].lower)
  }

  private func speakerBonus(_ candidate: TraceCandidate, _ index: Int) -> Float {
    let place = candidate.place
    let isSpeaker = speakers.isSpeaker(
      of: index, in: source.transcript(of: place), at: source.sequence.spans[place].lower)
    return isSpeaker.map { $0 ? Self.speaker.same : Self.speaker.other } ?? 0
  }

  private func nearBonus(_ candidate: TraceCandidate, _ index: Int) -> Float {
    func distance(_ group: TraceAnchors.Group) -> Int {
      anchors.distance(to: candidate, in: group)
    }
    if distance(.utterance(quotations[index].utterance)) <= Self.reach.paragraph {
      return Self.near.utterance
    }
    if distance(.paragraph(paragraphs[index])) <= Self.reach.paragraph {
      return Self.near.paragraph
    }
    return distance(.article) <= Self.reach.article ? Self.near.article : 0
  }
}

extension SegmentedText {
  /// The number of the paragraph that holds a byte, or of the one before it.
  func paragraph(at offset: Int32) -> Int32 {
    let next = sentences.partitioned { $0.span.lower <= offset }
    return next == 0 ? 0 : sentences[next - 1].paragraph
  }
}

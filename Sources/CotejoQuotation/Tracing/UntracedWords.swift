/// What links leave without a partner: words of the quotation under which nothing stands, and source
/// words that the quotation passes over.
///
/// Words that stand in the place of each other, between the same links, count as partners even where
/// no lexicon knows them as such; a number never does.
struct UntracedWords {
  /// Words of the quotation that tell less, in nats, are not missed: articles, auxiliaries,
  /// prepositions.
  private static let content: Float = 4
  /// Source words that tell less, in nats, stand for nothing.
  private static let standIn: Float = 2.5
  /// What a stretch of source words must tell, in nats, to count as left out.
  private static let leastOmission: Float = 6
  /// Words between two ranges up to which what lies between them is an omission; beyond, two places
  /// were joined.
  private static let longestOmission = 80
  /// Source words around the place of a quotation word that may stand for it.
  private static let reach = 2

  private let source: SourceWords
  private let evidence: RenderingEvidence
  private let quotation: QuotationWords
  private let ranges: [Range<Int>]
  /// Quotation words that have a partner, or were put in by the editor, who says so.
  private var hasSource: [Bool]
  /// The places of source words that have a partner.
  private var hasRendering: Set<Int>

  init(
    _ source: SourceWords, _ evidence: RenderingEvidence, _ quotation: QuotationWords,
    _ candidate: TraceCandidate
  ) {
    self.source = source
    self.evidence = evidence
    self.quotation = quotation
    ranges = candidate.ranges.map(\.places).sorted { $0.lowerBound < $1.lowerBound }
    hasSource = quotation.isInserted
    for link in candidate.links { hasSource[link.word] = true }
    hasRendering = Set(candidate.links.map(\.place))
    pairStandIns(candidate.links)
  }

  /// Stretches of the quotation without a source, as ranges of its words; each begins and ends with
  /// a word that tells something.
  var added: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var word = 0
    while word < quotation.count {
      guard !hasSource[word], tells(word) else {
        word += 1
        continue
      }
      var end = word + 1
      var next = end
      while next < quotation.count, !hasSource[next] {
        if tells(next) { end = next + 1 }
        next += 1
      }
      stretches.append(word..<end)
      word = next
    }
    return stretches
  }

  /// Source words that were left out inside the ranges and between near ones, in order.
  var omitted: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for (index, places) in ranges.enumerated() {
      if index > 0 {
        let gap = ranges[index - 1].upperBound..<places.lowerBound
        if gap.count <= Self.longestOmission, !gap.isEmpty,
          source.transcript(of: gap.lowerBound) == source.transcript(of: places.lowerBound)
        {
          stretches += cutAtParts(gap)
        }
      }
      var place = places.lowerBound
      while place < places.upperBound {
        var end = place
        var told: Float = 0
        while end < places.upperBound, !hasRendering.contains(end) {
          let weight = weight(at: end)
          if weight >= Self.content { told += weight }
          end += 1
        }
        if told >= Self.leastOmission, end - place > 1 { stretches.append(place..<end) }
        place = max(end, place) + 1
      }
    }
    return stretches
  }

  /// The runs of words of a stretch that no label or note parts.
  private func cutAtParts(_ stretch: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = stretch.lowerBound
    for place in stretch.dropFirst() where source.sequence.gaps[place] == .part {
      runs.append(start..<place)
      start = place
    }
    runs.append(start..<stretch.upperBound)
    return runs
  }

  private func tells(_ word: Int) -> Bool {
    evidence.quotationWeights[Int(quotation.sequence.words[word])] >= Self.content
  }

  private func weight(at place: Int) -> Float {
    evidence.sourceWeights[Int(source.sequence.words[place])]
  }

  /// Gives words without a link a partner that stands in their place.
  private mutating func pairStandIns(_ links: [LinkSearch.Link]) {
    var before: LinkSearch.Link?
    var next = links.startIndex
    for word in 0..<quotation.count {
      while next < links.endIndex, links[next].word <= word {
        before = links[next]
        next += 1
      }
      guard !hasSource[word], tells(word), !evidence.isNumber(quotation.sequence.words[word])
      else { continue }
      let after = next < links.endIndex ? links[next] : nil
      let partner = window(of: word, between: before, and: after).first { place in
        !hasRendering.contains(place) && weight(at: place) >= Self.standIn
          && !source.isNumber(at: place)
      }
      if let partner {
        hasSource[word] = true
        hasRendering.insert(partner)
      }
    }
  }

  /// The source words where one for a word of the quotation would stand, by the links around it.
  private func window(
    of word: Int, between before: LinkSearch.Link?, and after: LinkSearch.Link?
  ) -> Range<Int> {
    guard let anchor = before ?? after,
      let places = ranges[ranges.partitioned { $0.upperBound <= anchor.place }...].first,
      places.contains(anchor.place)
    else { return 0..<0 }
    // Where the links around the word go on in the source as in the quotation, all between them.
    if let before, let after, before.place < after.place, places.contains(after.place) {
      let lower = max(places.lowerBound, before.place - Self.reach)
      return lower..<min(places.upperBound, after.place + Self.reach + 1)
    }
    let step = abs(word - anchor.word) + Self.reach
    return max(
      places.lowerBound, anchor.place - step)..<min(
        places.upperBound, anchor.place + step + 1)
  }
}

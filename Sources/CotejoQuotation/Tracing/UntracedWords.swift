internal import CotejoText

/// What links leave without a partner: words of the quotation under which nothing stands, and
/// source words that the quotation passes over.
struct UntracedWords {
  /// Words that tell less, in nats, are not missed: articles, auxiliaries, prepositions.
  private static let content: Float = 3
  /// What a stretch of source words must tell, in nats, to count as left out.
  private static let leastOmission: Float = 6
  /// Words between two ranges up to which what lies between them is an omission; beyond, two places
  /// were joined.
  private static let longestOmission = 80

  private let source: SourceWords
  private let evidence: RenderingEvidence
  private let quotation: QuotationWords
  private let links: [LinkSearch.Link]

  init(
    _ source: SourceWords, _ evidence: RenderingEvidence, _ quotation: QuotationWords,
    _ links: [LinkSearch.Link]
  ) {
    self.source = source
    self.evidence = evidence
    self.quotation = quotation
    self.links = links
  }

  /// Stretches of the quotation without a source, as ranges of its words: each begins and ends with a
  /// word that tells something. Insertions in brackets say themselves that they are none of it.
  var added: [Range<Int>] {
    var isLinked = quotation.isInserted
    for link in links { isLinked[link.word] = true }
    var stretches: [Range<Int>] = []
    var word = 0
    while word < quotation.count {
      guard !isLinked[word], tells(word) else {
        word += 1
        continue
      }
      var end = word + 1
      var next = end
      while next < quotation.count, !isLinked[next] {
        if tells(next) { end = next + 1 }
        next += 1
      }
      stretches.append(word..<end)
      word = next
    }
    return stretches
  }

  private func tells(_ word: Int) -> Bool {
    evidence.quotationWeights[Int(quotation.sequence.words[word])] >= Self.content
  }

  /// Source words that were left out inside the ranges and between near ones, in order.
  func omitted(from ranges: [SourceRanges.Range]) -> [Range<Int>] {
    let sorted = ranges.map(\.places).sorted { $0.lowerBound < $1.lowerBound }
    let linked = Set(links.map(\.place))
    var stretches: [Range<Int>] = []
    for (index, places) in sorted.enumerated() {
      if index > 0 {
        let gap = sorted[index - 1].upperBound..<places.lowerBound
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
        while end < places.upperBound, !linked.contains(end) {
          let weight = evidence.sourceWeights[Int(source.sequence.words[end])]
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
}

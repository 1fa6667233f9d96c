/// What was found beyond doubt: a quotation, or the pieces of an utterance together.
struct TraceAnchor {
  /// Where it was found.
  var candidate: TraceCandidate
  /// The quotation, or the first piece.
  var quotation: Int
  /// Whether it is that quotation alone.
  var isQuotation: Bool
  /// The utterance and the paragraph that it is of.
  var utterance: Int32
  var paragraph: Int32
}

/// The anchors of an article, which place its other quotations.
struct TraceAnchors {
  /// What an anchor has in common with a quotation.
  enum Group: Hashable {
    /// The article.
    case article
    /// The paragraph.
    case paragraph(Int32)
    /// The utterance.
    case utterance(Int32)
  }

  /// Places in the transcripts, and how far those up to each reach.
  private struct Places {
    var ranges: [Range<Int>] = []
    var reaches: [Int] = []

    mutating func sort() {
      ranges.sort { $0.lowerBound < $1.lowerBound }
      var reach = Int.min
      for range in ranges {
        reach = max(reach, range.upperBound)
        reaches.append(reach)
      }
    }

    /// How many words lie between a range and the nearest of these; 0 where they touch or overlap.
    func distance(to range: Range<Int>) -> Int {
      let behind = ranges.partitioned { $0.lowerBound < range.upperBound }
      var least = Int.max
      if behind < ranges.count { least = ranges[behind].lowerBound - range.upperBound }
      if behind > 0 { least = min(least, max(0, range.lowerBound - reaches[behind - 1])) }
      return least
    }
  }

  private var anchors: [TraceAnchor]
  private var places: [Group: Places] = [:]
  /// The numbers of the anchors of each group but the article.
  private var members: [Group: [Int]] = [:]

  /// How many of a group are looked at on either side of a quotation.
  private static let nearest = 32

  /// Takes anchors in any order.
  init(_ anchors: [TraceAnchor]) {
    self.anchors = anchors.sorted { $0.quotation < $1.quotation }
    for (number, anchor) in self.anchors.enumerated() {
      let groups = [Group.paragraph(anchor.paragraph), .utterance(anchor.utterance)]
      for group in groups { members[group, default: []].append(number) }
      for group in groups + [.article] {
        places[group, default: Places()].ranges += anchor.candidate.ranges.map(\.places)
      }
    }
    for group in Array(places.keys) { places[group]?.sort() }
  }

  /// The anchors of a group that stand nearest to a quotation in the article, in order, without
  /// itself; none of the article as a whole.
  func near(_ quotation: Int, in group: Group) -> [TraceAnchor] {
    let numbers = members[group] ?? []
    let place = numbers.partitioned { anchors[$0].quotation < quotation }
    return numbers[max(0, place - Self.nearest)..<min(numbers.count, place + Self.nearest)]
      .map { anchors[$0] }.filter { !$0.isQuotation || $0.quotation != quotation }
  }

  /// How many words lie between a candidate and the nearest of the anchors of a group; 0 where they
  /// touch or overlap, the greatest number where there is none.
  /// - Complexity: O(log *n*) for each of the candidate's places.
  func distance(to candidate: TraceCandidate, in group: Group) -> Int {
    guard let places = places[group] else { return .max }
    return candidate.ranges.map { places.distance(to: $0.places) }.min() ?? .max
  }
}

/// The quotations of an article that were found beyond doubt, and where: what places the others.
struct TraceAnchors {
  /// What an anchor has in common with a quotation.
  enum Group: Hashable {
    /// The article.
    case article
    /// The paragraph.
    case paragraph(Int32)
    /// The utterance, in one paragraph.
    case utterance(Int32, Int32)
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

  private var places: [Group: Places] = [:]
  private var byParagraph: [Int32: [Int]] = [:]
  private var byUtterance: [Int32: [Int]] = [:]

  /// How many of a paragraph or an utterance are looked at on either side of a quotation.
  private static let nearest = 32

  /// Adds a quotation by its number, higher than those before, with the words that it renders.
  mutating func append(_ index: Int, paragraph: Int32, utterance: Int32, at ranges: [Range<Int>]) {
    byParagraph[paragraph, default: []].append(index)
    byUtterance[utterance, default: []].append(index)
    for group in [.article, .paragraph(paragraph), Group.utterance(utterance, paragraph)] {
      places[group, default: Places()].ranges += ranges
    }
  }

  /// Prepares to tell distances; to be called once, when all were added.
  mutating func sort() {
    for group in Array(places.keys) { places[group]?.sort() }
  }

  /// The anchors of a paragraph that are the nearest to a quotation, in order.
  func near(_ index: Int, inParagraph paragraph: Int32) -> [Int] {
    Self.near(index, in: byParagraph[paragraph] ?? [])
  }

  /// The anchors of an utterance that are the nearest to a quotation, in order.
  func near(_ index: Int, inUtterance utterance: Int32) -> [Int] {
    Self.near(index, in: byUtterance[utterance] ?? [])
  }

  private static func near(_ index: Int, in anchors: [Int]) -> [Int] {
    let place = anchors.partitioned { $0 < index }
    return Array(anchors[max(0, place - nearest)..<min(anchors.count, place + nearest)])
  }

  /// How many words lie between some places and the nearest of the anchors of a group; 0 where they
  /// touch or overlap, the greatest number where there is none.
  /// - Complexity: O(log *n*) for each of the places.
  func distance(to ranges: [Range<Int>], in group: Group) -> Int {
    guard let places = places[group] else { return .max }
    return ranges.map { places.distance(to: $0) }.min() ?? .max
  }
}

internal import CotejoAlignment

/// Finds the passages of a transcript where many words of a quotation may have been said.
struct PassageSearch {
  /// Where some words of a quotation are looked for.
  struct Scope {
    /// The words.
    var words: Range<Int>
    /// Ranges of source words of one transcript each, in order, none overlapping another.
    var passages: [Range<Int>]
  }

  /// Source words that make up more than this share of the transcript say nothing about where.
  private static let commonShare = 0.01
  /// Passages that are kept for the whole quotation, and for each piece of one with several.
  private static let kept = (whole: 12, piece: 6)
  /// Words that are added on both sides of a passage: what the counted words do not show.
  private static let margin = 30
  /// Words up to which the whole of a quotation is looked for in all its passages; a longer one is
  /// looked for by portions of half as many, so that the work grows with its length.
  static let longest = 800

  private let source: SourceWords
  private let evidence: RenderingEvidence
  /// The best worth for each quotation word in each block, block after block.
  private var table: [Float] = []

  init(_ source: SourceWords, _ evidence: RenderingEvidence) {
    self.source = source
    self.evidence = evidence
  }

  /// Where the words of a quotation are to be looked for: one scope for all, or one for each portion
  /// of a long one, in order.
  mutating func scopes(for quotation: QuotationWords) -> [Scope] {
    guard quotation.count > Self.longest else {
      let all = 0..<quotation.count
      return [Scope(words: all, passages: passages(for: all, of: quotation))]
    }
    return quotation.portions(of: Self.longest / 2).map { portion in
      Scope(words: portion, passages: passages(for: portion, of: quotation))
    }
  }

  /// The passages for some words of a quotation.
  private mutating func passages(
    for words: Range<Int>, of quotation: QuotationWords
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    collect(quotation, words, keeping: Self.kept.whole, into: &found)
    let pieces = quotation.pieces(in: words)
    if pieces.count > 1 {
      for piece in pieces { collect(quotation, piece, keeping: Self.kept.piece, into: &found) }
    }
    return Self.merged(found)
  }

  /// Passages in order, those that overlap made one.
  static func merged(_ passages: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for passage in passages.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound > passage.lowerBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, passage.upperBound)
      } else {
        merged.append(passage)
      }
    }
    return merged
  }

  /// Adds the best passages for some words of a quotation.
  private mutating func collect(
    _ quotation: QuotationWords, _ words: Range<Int>, keeping limit: Int,
    into passages: inout [Range<Int>]
  ) {
    // Two blocks side by side hold the rendered words, wherever those begin.
    let block = max(16, words.count + words.count / 4)
    let blocks = (source.count + block - 1) / block
    guard blocks > 0, !words.isEmpty else { return }
    let width = words.count
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: (blocks + 1) * width))
    fill(quotation, words, block: block)
    // The best pairs of blocks, the best first; of equals the earlier.
    var best: [(score: Float, block: Int)] = []
    for index in 0..<blocks {
      var score: Float = 0
      let here = index * width
      for word in 0..<width { score += max(table[here + word], table[here + width + word]) }
      guard score > (best.count < limit ? 0 : best[limit - 1].score) else { continue }
      if best.count == limit { best.removeLast() }
      best.insert((score, index), at: best.firstIndex { $0.score < score } ?? best.count)
    }
    for (_, index) in best {
      append(
        max(
          0, index * block - Self.margin)..<min(
            source.count, (index + 2) * block + Self.margin), to: &passages)
    }
  }

  /// Appends a passage, cut where a transcript ends.
  private func append(_ passage: Range<Int>, to passages: inout [Range<Int>]) {
    var lower = passage.lowerBound
    while lower < passage.upperBound {
      let end = source.places(ofTranscript: source.transcript(of: lower)).upperBound
      passages.append(lower..<min(end, passage.upperBound))
      lower = end
    }
  }

  private mutating func fill(_ quotation: QuotationWords, _ words: Range<Int>, block: Int) {
    let common = max(8, Int(Self.commonShare * Double(source.count)))
    let width = words.count
    for index in words where !quotation.isInserted[index] {
      let word = quotation.sequence.words[index]
      for entry in evidence.matches.range(of: word) {
        let match = evidence.matches.matches[entry]
        let places = source.range(of: match.word)
        guard places.count <= common else { continue }
        let worth = evidence.worth(of: match, for: word)
        for place in source.places[places] {
          let cell = Int(place) / block * width + index - words.lowerBound
          table[cell] = max(table[cell], worth)
        }
      }
    }
  }
}

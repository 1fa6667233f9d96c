internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// A pair as the checks read it: both sides word by word, and which word renders which.
struct CheckedPair {
  /// The original.
  var source: CheckedSide
  /// The rendering.
  var target: CheckedSide
  /// Which word of the original is rendered by which of the rendering, by their numbers among the
  /// words of their sides; by source word, then by target word.
  var links: [WordLink]
  /// Which value of the original is which of the rendering, and what disagrees.
  var values: ValueMatching
  /// Where the original was put together from several places, in order.
  var joints: [RenderedPair.Joint] = []
  /// Whether both languages have words that bear on what a sentence says.
  var hasMarkerWords: Bool { batch.hasMarkerWords }
  /// Whether there is a lexicon, without which no word is known to render another.
  var hasLexicon: Bool { !batch.resources.lexicons.isEmpty }
  /// What the pairs of a batch have in common.
  let batch: BatchWords

  /// The most words that a side of a pair may have to be looked at word by word.
  ///
  /// That takes time by the square of them. It is room for a speech of half an hour.
  static let mostWords = 4000

  /// Whether both sides have words, and no more than can be looked at.
  var isComparable: Bool {
    [source, target].allSatisfy { !$0.words.isEmpty && !$0.isTooLong }
  }

  subscript(side: Lexicon.Side) -> CheckedSide { side == .source ? source : target }

  /// A word as texts are compared; empty if nothing is left of it.
  func form(of word: CheckedWord, on side: Lexicon.Side) -> [UInt8] {
    guard word.form >= 0 else { return [] }
    let words = batch[side].vocabulary
    return Array(words.pool[words.range(of: word.form)])
  }

  /// The words of the other side that stand where a stretch of words of `side` should be rendered:
  /// between those that its nearest linked neighbours are linked with.
  func place(of words: Range<Int>, on side: Lexicon.Side) -> Range<Int> {
    let here = self[side].words
    let there = self[side == .source ? .target : .source].words
    var before = words.lowerBound - 1
    while before >= 0, here[before].partner < 0 || here[before].isCommon { before -= 1 }
    var after = words.upperBound
    while after < here.count, here[after].partner < 0 || here[after].isCommon { after += 1 }
    let lower = before >= 0 ? Int(here[before].partner) + 1 : 0
    let upper = after < here.count ? Int(here[after].partner) : there.count
    // Neighbours that changed places have it between them all the same.
    return lower <= upper ? lower..<upper : upper..<min(lower, there.count)
  }
}

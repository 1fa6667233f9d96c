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
  /// The words of the rendering that stand as they do in the original.
  var untranslated: [UntranslatedStretch]
  /// The language that the rendering reads as, where that is not its own.
  var otherLanguage: OtherLanguage?
  /// Where the original was put together from several places, in order.
  var joints: [RenderedPair.Joint] = []
  /// Whether both languages have words that bear on what a sentence says.
  var hasMarkerWords: Bool { batch.hasMarkerWords }
  /// How well the words of either side follow one another; `nil` where no model tells.
  var fluency: (source: Fluency?, target: Fluency?)
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

  subscript(side: Lexicon.Side) -> CheckedSide {
    // Lent and not copied: checks ask for a side many times for a single word of it.
    _read {
      if side == .source { yield source } else { yield target }
    }
  }

  /// A word as texts are compared; empty if nothing is left of it.
  func form(of word: CheckedWord, on side: Lexicon.Side) -> [UInt8] {
    word.form >= 0 ? batch[side].forms[Int(word.form)] : []
  }

  /// A word as names are compared; empty if nothing is left of it.
  func folded(_ word: CheckedWord, on side: Lexicon.Side) -> [UInt8] {
    word.form >= 0 ? batch[side].folded[Int(word.form)] : []
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

internal import CotejoLexicon
internal import CotejoText

/// Where on the other side something should be rendered, and how sure that is.
struct Surroundings {
  /// Words of the other side.
  var words: Range<Int>
  /// How closely the words beside it follow one another on both sides, from 0 to 1: where a
  /// rendering is free, a word that has no counterpart says little.
  var literalness: Float

  /// Whether a stretch of words has part in it.
  func holds(_ other: Range<Int>) -> Bool { words.overlaps(other) }
}

extension CheckedPair {
  /// Words beside a stretch that are looked at on either side of it.
  private static let reach = 6
  /// Words that are taken beside those that the neighbours are linked with.
  private static let margin = 3
  /// Links that lead further off than this from the others are not gone by.
  private static let widest: Int32 = 9
  /// Links from this strength on are gone by.
  private static let leastStrength: Float = 0.3

  /// Where a stretch of words of `side` should be rendered: round about what the content words
  /// beside it are linked with, and what it is linked with itself.
  func surroundings(of words: Range<Int>, on side: Lexicon.Side) -> Surroundings {
    let here = self[side].words
    let there = self[side.other].words
    let near =
      max(0, words.lowerBound - Self.reach)..<min(here.count, words.upperBound + Self.reach)
    var partners: [Int32] = []
    for index in near where here[index].partner >= 0 && here[index].strength >= Self.leastStrength {
      if !here[index].isCommon || words.contains(index) { partners.append(here[index].partner) }
    }
    partners.sort()
    let literal = Self.literalness(of: here, near)
    guard !partners.isEmpty else {
      return Surroundings(words: 0..<there.count, literalness: 0)
    }
    let middle = partners[partners.count / 2]
    partners.removeAll { abs($0 - middle) > Self.widest }
    let lower = max(0, Int(partners[0]) - Self.margin)
    let upper = min(there.count, Int(partners[partners.count - 1]) + 1 + Self.margin)
    return Surroundings(
      words: lower..<upper, literalness: min(literal, Self.literalness(of: there, lower..<upper)))
  }

  /// Which share of what content words tell is rendered.
  private static func literalness(of words: [CheckedWord], _ range: Range<Int>) -> Float {
    var (rendered, all): (Float, Float) = (0, 0)
    for word in words[range] where !word.isCommon {
      rendered += word.information * min(1, word.support / 0.6)
      all += word.information
    }
    return all > 0 ? rendered / all : 0
  }

  /// Words that a place shown to a person has at the most.
  private static let widestPlace = 5

  /// The bytes of the other side where a stretch of words that is not rendered should be; `nil` where
  /// that is nowhere in particular.
  func placeSpan(of words: Range<Int>, on side: Lexicon.Side) -> TextSpan? {
    let place = place(of: words, on: side)
    return (1...Self.widestPlace).contains(place.count) ? self[side.other].span(of: place) : nil
  }

  /// Whether a word stands where only a name would have its capital: *May*.
  func isName(_ index: Int, on side: Lexicon.Side) -> Bool {
    let words = self[side].words
    return words[index].isCapitalized && index > 0
      && words[index - 1].token + 1 == words[index].token
  }
}

extension Lexicon.Side {
  /// The other side.
  var other: Lexicon.Side { self == .source ? .target : .source }
}

internal import CotejoLexicon

/// Finds words that look alike across two vocabularies: *información*, *information*.
enum Cognates {
  /// Words of fewer letters are not compared.
  private static let shortest = 5
  /// Words that share their first letters with more words than this are not compared: it would take
  /// long and prove little.
  private static let mostAlike = 1000

  /// Calls `body` with each pair of words that look alike, and how much, from 0.6 to 1.
  static func forEach(
    _ source: Vocabulary, _ target: Vocabulary, _ body: (Int32, Int32, Float) -> Void
  ) {
    let left = WordSkeletons(source)
    let right = WordSkeletons(target)
    // Words that begin alike, by their first four letters.
    var buckets: [UInt32: [Int32]] = [:]
    for word in 0..<Int32(target.count) {
      guard let key = key(right, word) else { continue }
      buckets[key, default: []].append(word)
    }
    for word in 0..<Int32(source.count) {
      guard let key = key(left, word), let others = buckets[key], others.count <= mostAlike else {
        continue
      }
      for other in others {
        let likeness = likeness(left, word, right, other)
        if likeness > 0.6 { body(word, other, likeness) }
      }
    }
  }

  /// The first four letters of a word that is long enough.
  private static func key(_ words: WordSkeletons, _ word: Int32) -> UInt32? {
    let range = words.range(of: word)
    guard range.count >= shortest, words.pool[range.lowerBound] >= 0x61 else { return nil }
    return (0..<4).reduce(0) { $0 << 8 | UInt32(words.pool[range.lowerBound + $1]) }
  }

  /// The share of the mean length that the common beginning makes up.
  private static func likeness(
    _ left: WordSkeletons, _ word: Int32, _ right: WordSkeletons, _ other: Int32
  ) -> Float {
    let a = left.range(of: word)
    let b = right.range(of: other)
    var common = 0
    while common < min(a.count, b.count),
      left.pool[a.lowerBound + common] == right.pool[b.lowerBound + common]
    {
      common += 1
    }
    return min(1, Float(common) / Float((a.count + b.count + 1) / 2))
  }
}

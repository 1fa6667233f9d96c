internal import CotejoLexicon
internal import CotejoText

/// Finds words that look alike across two vocabularies: *información*, *information*.
enum Cognates {
  /// Words of fewer letters are not compared.
  private static let shortest = 5

  /// Calls `body` with each pair of words that look alike, and how much, from 0.6 to 1.
  static func forEach(
    _ source: Vocabulary, _ target: Vocabulary, _ body: (Int32, Int32, Float) -> Void
  ) {
    let left = skeletons(source)
    let right = skeletons(target)
    // Words that begin alike, by their first four letters.
    var buckets: [UInt32: [Int32]] = [:]
    for word in 0..<Int32(target.count) {
      guard let key = key(right, word) else { continue }
      buckets[key, default: []].append(word)
    }
    for word in 0..<Int32(source.count) {
      guard let key = key(left, word), let others = buckets[key] else { continue }
      for other in others {
        let likeness = likeness(left, word, right, other)
        if likeness > 0.6 { body(word, other, likeness) }
      }
    }
  }

  private static func key(_ words: (pool: [UInt8], ends: [Int32]), _ word: Int32) -> UInt32? {
    let start = word == 0 ? 0 : Int(words.ends[Int(word) - 1])
    guard Int(words.ends[Int(word)]) - start >= shortest, words.pool[start] >= 0x61 else {
      return nil
    }
    return (0..<4).reduce(0) { $0 << 8 | UInt32(words.pool[start + $1]) }
  }

  /// The share of the longer word that the common beginning, and a little of the end, makes up.
  private static func likeness(
    _ left: (pool: [UInt8], ends: [Int32]), _ word: Int32, _ right: (pool: [UInt8], ends: [Int32]),
    _ other: Int32
  ) -> Float {
    let a = (word == 0 ? 0 : Int(left.ends[Int(word) - 1]))..<Int(left.ends[Int(word)])
    let b = (other == 0 ? 0 : Int(right.ends[Int(other) - 1]))..<Int(right.ends[Int(other)])
    var common = 0
    while common < min(a.count, b.count),
      left.pool[a.lowerBound + common] == right.pool[b.lowerBound + common]
    {
      common += 1
    }
    return Float(common) / Float((a.count + b.count + 1) / 2)
  }

  /// The words without accents, as far as one letter stands for one.
  private static func skeletons(_ vocabulary: Vocabulary) -> (pool: [UInt8], ends: [Int32]) {
    var pool: [UInt8] = []
    var ends: [Int32] = []
    let bytes = vocabulary.pool.span
    for word in 0..<Int32(vocabulary.count) {
      var index = vocabulary.range(of: word).lowerBound
      while index < vocabulary.range(of: word).upperBound {
        let (scalar, width) = bytes.decodeScalar(at: index)
        switch scalar {
        case 0xE0...0xE5: pool.append(UInt8(ascii: "a"))
        case 0xE7: pool.append(UInt8(ascii: "c"))
        case 0xE8...0xEB: pool.append(UInt8(ascii: "e"))
        case 0xEC...0xEF: pool.append(UInt8(ascii: "i"))
        case 0xF1: pool.append(UInt8(ascii: "n"))
        case 0xF2...0xF6: pool.append(UInt8(ascii: "o"))
        case 0xF9...0xFC: pool.append(UInt8(ascii: "u"))
        default: pool.append(scalar: scalar)
        }
        index += width
      }
      ends.append(Int32(pool.count))
    }
    return (pool, ends)
  }
}

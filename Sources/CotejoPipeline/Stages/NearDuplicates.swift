/// The words of a text as a set of hashed shingles, with the keys under which texts like it are
/// found.
struct ShingleSet: Hashable, Sendable {
  /// Hashes of all pairs of neighbouring words, sorted, each once.
  let shingles: [UInt32]
  /// One key a band of the signature.
  let bands: [UInt64]
}

/// Finds texts that share most of their word pairs.
///
/// Shingles are pairs of neighbouring words, with a mark for either end. Candidates are found by
/// MinHash signatures in bands (Broder 1997; Leskovec, Rajaraman and Ullman, *Mining of Massive
/// Datasets*, ch. 3) and then compared exactly, so that there are no false matches; a true one is
/// missed with a probability of at most 1 %. All hashes are fixed: runs give the same answers.
struct NearDuplicates {
  /// How many bands a signature has.
  static let bandCount = 16

  /// The least Jaccard similarity, 0 to 1, of texts that count as duplicates.
  let threshold: Double
  /// How many hashes stand in a band.
  let rows: Int
  private var texts: [[UInt32]] = []
  private var buckets: [UInt64: [Int32]] = [:]

  /// Looks for similarities of `threshold` and more.
  init(threshold: Double) {
    self.threshold = threshold
    rows = Self.rows(threshold)
  }

  /// The longest bands that find a pair of just this similarity with 99 %: 1 − (1 − *s*ʳ)ᵇ.
  static func rows(_ threshold: Double) -> Int {
    for rows in stride(from: 8, to: 1, by: -1) {
      var agreeing = 1.0
      for _ in 0..<rows { agreeing *= threshold }
      var missing = 1.0
      for _ in 0..<bandCount { missing *= 1 - agreeing }
      if 1 - missing >= 0.99 { return rows }
    }
    return 1
  }

  /// The shingles of a folded text, whose words are parted by single spaces.
  static func shingles(_ folded: [UInt8], rows: Int) -> ShingleSet {
    var hashes: [UInt32] = []
    var last: UInt64 = 0x2545_F491_4F6C_DD1D
    for word in folded.split(separator: UInt8(ascii: " ")) {
      let hash = TextHash(word.span).high
      hashes.append(UInt32(truncatingIfNeeded: TextHash.fold(last, hash)))
      last = hash
    }
    hashes.append(UInt32(truncatingIfNeeded: TextHash.fold(last, 0x1234_5678_9ABC_DEF1)))
    hashes.sort()
    var unique: [UInt32] = []
    for hash in hashes where unique.last != hash { unique.append(hash) }
    return ShingleSet(shingles: unique, bands: bands(of: unique, rows: rows))
  }

  private static func bands(of shingles: [UInt32], rows: Int) -> [UInt64] {
    // Multiply-add hashing; the multipliers come from a fixed sequence (splitmix64).
    var seed: UInt64 = 0x0123_4567_89AB_CDEF
    func next() -> UInt64 {
      seed &+= 0x9E37_79B9_7F4A_7C15
      var z = seed
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    var keys: [UInt64] = []
    for band in 0..<bandCount {
      var key = UInt64(band)
      for _ in 0..<rows {
        let (factor, addend) = (next() | 1, next())
        var least = UInt64.max
        for shingle in shingles {
          least = min(least, (UInt64(shingle) &* factor &+ addend) >> 32)
        }
        key = TextHash.fold(key ^ least, 0xA076_1D64_78BD_642F)
      }
      keys.append(key)
    }
    return keys
  }

  /// The number of the first text that is near enough, or `nil` after adding this one as a new text;
  /// numbers count the texts that were added, from 0.
  mutating func find(_ set: ShingleSet) -> Int? {
    var best: Int32?
    var compared: Set<Int32> = []
    for key in set.bands {
      for candidate in buckets[key] ?? [] where compared.insert(candidate).inserted {
        if let best, best < candidate { continue }
        if Self.similarity(texts[Int(candidate)], set.shingles) >= threshold { best = candidate }
      }
    }
    return best.map(Int.init)
  }

  /// Adds a text, so that later ones are compared with it.
  mutating func add(_ set: ShingleSet) {
    let number = Int32(texts.count)
    texts.append(set.shingles)
    for key in set.bands { buckets[key, default: []].append(number) }
  }

  /// The Jaccard similarity of two sorted sets: shared members by all members.
  static func similarity(_ left: [UInt32], _ right: [UInt32]) -> Double {
    var shared = 0
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        shared += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = left.count + right.count - shared
    return all == 0 ? 1 : Double(shared) / Double(all)
  }
}

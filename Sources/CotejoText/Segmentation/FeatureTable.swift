/// Hashes of 24 bits, each with a weight.
///
/// Lookups take no branch that a processor would have to guess: of the features of a place about half
/// have a weight, and which ones changes from place to place.
struct FeatureTable: Sendable {
  /// Buckets of four slots, each a key times 256 plus the bits of its weight, 0 for none.
  ///
  /// A key stands in the bucket of its upper bits, or, if that is full, in the first behind it that is
  /// not; slots are filled from the first on.
  private var buckets: [SIMD4<UInt32>]
  private let shift: UInt32

  /// The bits of a key.
  static let keyBits: UInt32 = 24

  /// Makes a table for so many keys, less than 2²³.
  init(capacity: Int) {
    // One key a bucket, about: few buckets are full then.
    var bits: UInt32 = 4
    while 4 << bits < 3 * capacity { bits += 1 }
    buckets = Array(repeating: SIMD4(), count: 1 << bits)
    shift = Self.keyBits - bits
  }

  /// Puts in a key that is neither 0 nor there yet.
  mutating func insert(_ key: UInt32, weight: Int8 = 0) {
    var bucket = Int(key >> shift)
    while buckets[bucket][3] != 0 { bucket = (bucket + 1) & (buckets.count - 1) }
    for slot in 0..<4 where buckets[bucket][slot] == 0 {
      buckets[bucket][slot] = key << 8 | UInt32(UInt8(bitPattern: weight))
      return
    }
  }

  /// Adds the weight of a key to one of four sums; nothing if the key is not there.
  @inline(__always)
  func addWeight(of key: UInt32, to sums: inout SIMD4<Int32>) {
    forEachBucket(of: key) { bucket in
      // What is left of a slot with the key is its weight.
      let rest = bucket ^ SIMD4(repeating: key << 8)
      let weights = SIMD4<Int32>(truncatingIfNeeded: rest &<< 24) &>> 24
      sums &+= weights.replacing(with: 0, where: rest .>= 256)
    }
  }

  /// Whether a key is there.
  @inline(__always)
  func contains(_ key: UInt32) -> Bool {
    // An empty slot reads as key 0, which stands for no word.
    guard key != 0 else { return false }
    var matches = SIMD4<UInt32>()
    forEachBucket(of: key) { bucket in
      let rest = bucket ^ SIMD4(repeating: key << 8)
      matches.replace(with: 1, where: rest .< 256)
    }
    return matches.wrappedSum() != 0
  }

  /// Calls `use` with each bucket that may hold a key; mostly that is one.
  @inline(__always)
  private func forEachBucket(of key: UInt32, _ use: (SIMD4<UInt32>) -> Void) {
    var place = Int(key >> shift)
    var bucket = buckets[place]
    use(bucket)
    while bucket[3] != 0 {
      place = (place + 1) & (buckets.count - 1)
      bucket = buckets[place]
      use(bucket)
    }
  }
}

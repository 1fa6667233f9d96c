internal import CotejoText

/// The name of a text in the cache: the first half of its SHA-256.
struct VectorKey: Hashable, Sendable {
  /// How many bytes it takes in a file.
  static let size = 16

  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The key of a text.
  init(_ bytes: [UInt8]) {
    let words = SHA256.hash(bytes).words
    high = UInt64(words[0]) << 32 | UInt64(words[1])
    low = UInt64(words[2]) << 32 | UInt64(words[3])
  }
}

public import CotejoText

/// The name of a stage's result: what it was made from and how, as 128 bits of a SHA-256.
public struct ResultKey: Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Takes the first half of a hash.
  public init(_ digest: SHA256.Digest) {
    let words = digest.words
    high = UInt64(words[0]) << 32 | UInt64(words[1])
    low = UInt64(words[2]) << 32 | UInt64(words[3])
  }

  /// The key as 32 lower-case hexadecimal digits.
  public var description: String {
    var words = SIMD8<UInt32>()
    (words[0], words[1]) = (UInt32(high >> 32), UInt32(truncatingIfNeeded: high))
    (words[2], words[3]) = (UInt32(low >> 32), UInt32(truncatingIfNeeded: low))
    return String(hexadecimal: words, first: 32)
  }
}

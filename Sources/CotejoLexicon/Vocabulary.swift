/// The distinct words of a text or corpus, numbered from 0 in the order of their first mention.
///
/// Words are byte strings in matching form. Interning one costs a hash of its bytes and no
/// allocation of its own.
public struct Vocabulary: Sendable {
  /// The bytes of all words, one after another.
  public private(set) var pool: [UInt8] = []
  /// Where each word ends in the pool.
  public private(set) var ends: [Int32] = []
  /// Open addressing, a power of two slots, word number + 1, 0 = free.
  private var slots = [Int32](repeating: 0, count: 64)

  /// Makes an empty vocabulary.
  public init() {}

  /// How many words there are.
  public var count: Int { ends.count }

  /// The bytes of a word, as a range of the pool.
  @inlinable
  public func range(of word: Int32) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[Int(word) - 1]))..<Int(ends[Int(word)])
  }

  /// Whether a word begins with a digit: numbers are kept as their digits alone.
  package func isNumber(_ word: Int32) -> Bool {
    let range = range(of: word)
    return !range.isEmpty && (0x30...0x39).contains(pool[range.lowerBound])
  }

  /// The word as text, for messages and listings.
  public subscript(word: Int32) -> String {
    String(decoding: pool[range(of: word)], as: UTF8.self)
  }

  /// The number of a word, which is added if it is new.
  public mutating func intern(_ bytes: Span<UInt8>) -> Int32 {
    if 2 * (ends.count + 1) > slots.count { grow() }
    var slot = Self.slot(of: bytes, in: slots.count)
    while slots[slot] != 0 {
      if matches(slots[slot] - 1, bytes) { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in bytes.indices { pool.append(bytes[index]) }
    ends.append(Int32(pool.count))
    slots[slot] = Int32(ends.count)
    return Int32(ends.count) - 1
  }

  /// The number of a word, or nil if it was never interned.
  public func find(_ bytes: Span<UInt8>) -> Int32? {
    var slot = Self.slot(of: bytes, in: slots.count)
    while slots[slot] != 0 {
      if matches(slots[slot] - 1, bytes) { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ word: Int32, _ bytes: Span<UInt8>) -> Bool {
    let range = range(of: word)
    guard range.count == bytes.count else { return false }
    for index in 0..<range.count where pool[range.lowerBound + index] != bytes[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    var larger = [Int32](repeating: 0, count: slots.count * 2)
    for word in 0..<Int32(ends.count) {
      var slot = Self.slot(of: pool.span.extracting(range(of: word)), in: larger.count)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = word + 1
    }
    slots = larger
  }

  private static func slot(of bytes: Span<UInt8>, in count: Int) -> Int {
    Int(truncatingIfNeeded: wordHash(bytes) >> 20) & (count - 1)
  }
}

/// FNV-1a over 64 bits, the hash of words in memory and in lexicon files.
///
/// Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923).
func wordHash(_ bytes: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for index in bytes.indices {
    hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
  }
  return hash
}

/// The distinct words of a text or corpus, numbered from 0 in the order of their first mention.
///
/// Words are byte strings in matching form. Interning one costs a hash of its bytes and no
/// allocation of its own.
public struct Vocabulary: Sendable {
  /// The bytes of all words, one after another.
  public private(set) var pool: [UInt8] = []
  /// Where each word ends in the pool.
  public private(set) var ends: [Int32] = []
  /// Open addressing, a power of two slots: the number of a word + 1 in the lower half, 0 = free, and
  /// a part of its hash in the upper one, so that other words are told without a look at their bytes.
  private var slots = [UInt64](repeating: 0, count: 64)

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
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if let word = match(slots[slot], hash, bytes) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.withUnsafeBufferPointer { pool.append(contentsOf: $0) }
    ends.append(Int32(pool.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(ends.count)
    return Int32(ends.count) - 1
  }

  /// The number of a word, or nil if it was never interned.
  public func find(_ bytes: Span<UInt8>) -> Int32? {
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if let word = match(slots[slot], hash, bytes) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The word of a slot that is not free, if it has these bytes.
  @inline(__always)
  private func match(_ slot: UInt64, _ hash: UInt32, _ bytes: Span<UInt8>) -> Int32? {
    guard slot >> 32 == UInt64(hash) else { return nil }
    let word = Int32(truncatingIfNeeded: slot) - 1
    let range = range(of: word)
    guard range.count == bytes.count else { return nil }
    let known = pool.span.extracting(range).bytes
    let bytes = bytes.bytes
    var index = 0
    while index &+ 8 <= range.count {
      let (one, other) = (word64(known, index), word64(bytes, index))
      if one != other { return nil }
      index &+= 8
    }
    return rest(known, index) == rest(bytes, index) ? word : nil
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Eight bytes at a time, each multiplied into the hash and folded, as in Wang Yi's "wyhash".
  ///
  /// Good for tables in memory; files have `wordHash`.
  @inline(__always)
  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    let bytes = bytes.bytes
    var hash = UInt64(bytes.byteCount) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < bytes.byteCount {
      let part =
        index &+ 8 <= bytes.byteCount ? word64(bytes, index) : rest(bytes, index)
      index &+= 8
      let product = (hash ^ part).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.high ^ product.low
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

/// The eight bytes from `index` on, which there must be, as a number.
@inline(__always)
private func word64(_ bytes: RawSpan, _ index: Int) -> UInt64 {
  bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
}

/// The bytes from `index` to the end, fewer than eight, as a number that no other bytes have of as
/// many.
@inline(__always)
private func rest(_ bytes: RawSpan, _ index: Int) -> UInt64 {
  let count = bytes.byteCount &- index
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Number.Type)
    -> UInt64
  {
    UInt64(
      truncatingIfNeeded: bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: type))
  }
  // The first and the last so many, which may overlap.
  if count >= 4 {
    return load(index, as: UInt32.self) << 32 | load(index &+ count &- 4, as: UInt32.self)
  }
  if count >= 2 {
    return load(index, as: UInt16.self) << 32 | load(index &+ count &- 2, as: UInt16.self)
  }
  return count == 1 ? load(index, as: UInt8.self) : 0
}

/// FNV-1a over 64 bits, the hash of words in lexicon files.
///
/// Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923).
func wordHash(_ bytes: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for index in bytes.indices {
    hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
  }
  return hash
}

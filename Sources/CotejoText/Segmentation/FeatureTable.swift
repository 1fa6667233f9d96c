/// Hashes of 24 bits, each with a weight.
struct FeatureTable: Sendable {
  /// In each slot a key times 256 plus the bits of its weight, 0 for none; a key stands in the first
  /// free slot at or behind its upper bits.
  private var slots: [UInt32]
  /// A bit for the upper 18 bits of each key that is there: most are not, and the whole of this stays
  /// near.
  private var presence = [UInt64](repeating: 0, count: 1 << 12)
  private let shift: UInt32

  /// The bits of a key.
  static let keyBits: UInt32 = 24

  /// Makes a table for so many keys, less than 2²³.
  init(capacity: Int) {
    var bits: UInt32 = 4
    while 3 << bits < 4 * capacity { bits += 1 }
    slots = Array(repeating: 0, count: 1 << bits)
    shift = Self.keyBits - bits
  }

  /// Puts in a key that is neither 0 nor there yet.
  mutating func insert(_ key: UInt32, weight: Int8 = 0) {
    var slot = Int(key >> shift)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = key << 8 | UInt32(UInt8(bitPattern: weight))
    presence[Int(key >> 12)] |= 1 << UInt64(key >> 6 & 63)
  }

  /// The weight of a key; 0 if it is not there.
  @inline(__always)
  func weight(of key: UInt32) -> Int {
    guard let found = entry(of: key) else { return 0 }
    return Int(Int8(truncatingIfNeeded: found))
  }

  /// Whether a key is there.
  @inline(__always)
  func contains(_ key: UInt32) -> Bool {
    entry(of: key) != nil
  }

  @inline(__always)
  private func entry(of key: UInt32) -> UInt32? {
    guard presence[Int(key >> 12)] >> UInt64(key >> 6 & 63) & 1 != 0 else { return nil }
    var slot = Int(key >> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 8 == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

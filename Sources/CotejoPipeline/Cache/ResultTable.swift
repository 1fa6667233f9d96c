/// Where results lie, by their keys, at 36 to 44 bytes a result.
///
/// Open addressing with linear probing (Knuth, The Art of Computer Programming 3, section 6.4) over
/// numbers of entries; a key is a hash already. A key may stand in several packs: all are kept, as one of
/// them may be damaged.
struct ResultTable {
  /// One result.
  struct Entry {
    var key: ResultKey
    /// Where the record starts in the pack.
    var offset: UInt64
    /// How many bytes the payload has.
    var length: UInt32
    /// The number of the pack; ``ResultTable/nowhere`` once it turned out to be damaged.
    var pack: UInt32
  }

  /// The number of no pack.
  static let nowhere = UInt32.max

  /// The number of entries.
  private(set) var count = 0
  /// All entries in the order that they came in, in pieces of one size, so that growing moves none.
  private var pieces: [[Entry]] = []
  /// Numbers of entries, plus one; 0 is an empty slot.
  private var slots: [UInt32] = []
  /// Slots less one, which are a power of two.
  private var mask = 0
  /// Whoever can write into a store could otherwise make all keys meet in one slot.
  private let seed = UInt64.random(in: 0 ... .max)

  private static let pieceBits = 12
  private static let pieceSize = 1 << pieceBits

  /// Makes room for so many entries in all.
  mutating func reserve(_ entries: Int) {
    // At most three slots of four are taken.
    guard entries * 4 > slots.count * 3 else { return }
    var size = max(64, slots.count)
    while entries * 4 > size * 3 { size *= 2 }
    slots = []
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
    for number in 0..<count { place(number) }
  }

  /// Adds an entry, whether there is one of its key or not.
  mutating func append(_ entry: Entry) {
    reserve(count + 1)
    if count >> Self.pieceBits == pieces.count {
      var piece: [Entry] = []
      piece.reserveCapacity(Self.pieceSize)
      pieces.append(piece)
    }
    pieces[count >> Self.pieceBits].append(entry)
    count += 1
    place(count - 1)
  }

  /// The entry of a number.
  subscript(number: Int) -> Entry {
    pieces[number >> Self.pieceBits][number & (Self.pieceSize - 1)]
  }

  /// The number of an entry of a key that is not known to be damaged; nil if there is none.
  func find(_ key: ResultKey) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = slot(of: key)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let entry = self[number]
      if entry.key == key, entry.pack != Self.nowhere { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Notes that the result of an entry is damaged.
  mutating func dismiss(_ number: Int) {
    pieces[number >> Self.pieceBits][number & (Self.pieceSize - 1)].pack = Self.nowhere
  }

  private mutating func place(_ number: Int) {
    var slot = slot(of: self[number].key)
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(number + 1)
  }

  private func slot(of key: ResultKey) -> Int {
    let mixed = (key.low ^ seed) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20) & mask
  }
}

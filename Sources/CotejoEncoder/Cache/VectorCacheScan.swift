/// Reads a cache from end to end, under its lock, and takes out what is damaged.
struct VectorCacheScan {
  /// What the file says; as wanted, with dimension 0, where it says nothing.
  private(set) var header: VectorCacheHeader
  /// The number of the record of each text.
  private(set) var records: [VectorKey: Int] = [:]

  /// Records are read in pieces of about this many bytes.
  private static let pieceSize = 1 << 20

  init(
    _ file: LockedFile, wanted: VectorCacheHeader, notice: (String) -> Void
  ) throws(EncoderError) {
    header = wanted
    let end = try file.size
    guard end > 0 else { return }
    let start = try file.read(at: 0, count: min(end, VectorCacheHeader.mostBytes))
    guard let found = VectorCacheHeader(startOf: start), found.address == wanted.address,
      found.model == wanted.model
    else {
      notice("\(file.path): notice: damaged; the vectors in it are made again")
      try file.truncate(to: 0)
      return
    }
    header = found
    let base = found.bytes.count
    let size = VectorRecord.size(dimension: found.dimension)
    let rest = (end - base) % size
    let damaged = try scan(file, base: base, size: size, count: (end - base) / size)
    if damaged > 0 || rest > 0 {
      try file.truncate(to: base + kept * size)
      let lost = damaged + (rest > 0 ? 1 : 0)
      notice(
        "\(file.path): notice: \(lost) damaged vectors taken out; they are made again when needed")
    }
  }

  /// How many records are whole.
  private var kept = 0

  /// Moves whole records over damaged ones; returns how many were damaged.
  private mutating func scan(
    _ file: LockedFile, base: Int, size: Int, count: Int
  ) throws(EncoderError) -> Int {
    let perPiece = max(1, Self.pieceSize / size)
    var number = 0
    while number < count {
      let wanted = min(perPiece, count - number)
      let piece = try file.read(at: base + number * size, count: wanted * size)
      // A disk may give less than it said.
      guard piece.count == wanted * size else { break }
      var whole: [UInt8] = []
      let first = kept
      for place in 0..<wanted {
        let record = piece[place * size..<(place + 1) * size]
        guard let key = VectorRecord.key(record) else { continue }
        records[key] = kept
        kept += 1
        whole += record
      }
      let hasMoved = first != number || kept - first != wanted
      if hasMoved { try file.write(whole, at: base + first * size) }
      number += wanted
    }
    return count - kept
  }
}

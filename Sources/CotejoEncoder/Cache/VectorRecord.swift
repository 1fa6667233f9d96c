internal import CotejoText

/// The bytes of a vector in a cache: the key, the numbers as little-endian half floats, a checksum of
/// both.
enum VectorRecord {
  /// The size of the record of a vector of `dimension` numbers.
  static func size(dimension: Int) -> Int { VectorKey.size + 2 * dimension + 8 }

  /// Appends the record of a vector.
  static func append(_ key: VectorKey, _ vector: [Float16], to bytes: inout [UInt8]) {
    let start = bytes.count
    for word in [key.high, key.low] { append(word, to: &bytes) }
    for number in vector {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern))
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> 8))
    }
    append(checksum(bytes[start...]), to: &bytes)
  }

  /// The key of a record; nil if the record is damaged.
  static func key(_ record: ArraySlice<UInt8>) -> VectorKey? {
    let end = record.endIndex - 8
    guard word(record[end...]) == checksum(record[..<end]) else { return nil }
    return VectorKey(high: word(record), low: word(record.dropFirst(8)))
  }

  /// The numbers of a record.
  static func vector(_ record: ArraySlice<UInt8>) -> [Float16] {
    let numbers = record.dropFirst(VectorKey.size).dropLast(8)
    return stride(from: numbers.startIndex, to: numbers.endIndex, by: 2).map { index in
      Float16(bitPattern: UInt16(numbers[index]) | UInt16(numbers[index + 1]) << 8)
    }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { xxh64($0) }
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

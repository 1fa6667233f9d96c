internal import CotejoText

/// How a pack of results lies on the disk.
///
/// A pack is a header, records one behind the other, and, once it is sealed, an index and a footer; all
/// numbers are little-endian, all hashes XXH64.
///
/// | part | bytes | holds |
/// | --- | --- | --- |
/// | header | 16 | `cotejoRP`, version (4), lower half of the hash of these 12 (4) |
/// | record | 40 + n | key (16), n (8), hash of the payload (8), hash of these 32 (8), payload |
/// | index | 32 a record | key (16), offset of the record (8), n (4), last use in Unix seconds (4) |
/// | footer | 48 | `cotejoRX`, version (8), offset, count and hash of the index (24), hash of these 40 |
enum PackFormat {
  /// Packs of another version are left alone.
  static let version: UInt32 = 1
  static let headerSize = 16
  static let recordHeaderSize = 40
  static let entrySize = 32
  static let footerSize = 48
  /// The most bytes of a result.
  static let mostBytes = Int(UInt32.max)

  private static let magic = Array("cotejoRP".utf8)

  /// The header of a pack.
  static var header: [UInt8] {
    var bytes = magic
    append(version, to: &bytes)
    append(UInt32(truncatingIfNeeded: hash(bytes)), to: &bytes)
    return bytes
  }

  /// The version that a header tells; nil where it is no header, or damaged.
  static func version(ofHeader bytes: [UInt8]) -> UInt32? {
    guard bytes.count == headerSize, bytes.starts(with: magic) else { return nil }
    let sum = UInt32(truncatingIfNeeded: hash(Array(bytes[..<12])))
    return bytes.withUnsafeBytes { bytes in
      number(bytes, at: 12, as: UInt32.self) == sum ? number(bytes, at: 8, as: UInt32.self) : nil
    }
  }

  /// Appends a number.
  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The number at an offset, which must be within the bytes.
  static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The checksum of bytes.
  static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { xxh64($0) } }
}

/// What stands before the payload of a record.
struct RecordHeader: Hashable {
  let key: ResultKey
  /// How many bytes the payload has.
  let length: Int
  /// The checksum of the payload.
  let payloadHash: UInt64

  init(key: ResultKey, payload: UnsafeRawBufferPointer) {
    self.key = key
    length = payload.count
    payloadHash = xxh64(payload)
  }

  /// Reads the header at the start of bytes; nil where none stands there that is whole.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= PackFormat.recordHeaderSize else { return nil }
    let sum = xxh64(UnsafeRawBufferPointer(rebasing: bytes[..<32]))
    guard PackFormat.number(bytes, at: 32, as: UInt64.self) == sum else { return nil }
    let length = PackFormat.number(bytes, at: 16, as: UInt64.self)
    guard length <= UInt64(PackFormat.mostBytes) else { return nil }
    key = ResultKey(
      high: PackFormat.number(bytes, at: 0, as: UInt64.self),
      low: PackFormat.number(bytes, at: 8, as: UInt64.self))
    self.length = Int(length)
    payloadHash = PackFormat.number(bytes, at: 24, as: UInt64.self)
  }

  /// The 40 bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(PackFormat.recordHeaderSize)
    for number in [key.high, key.low, UInt64(length), payloadHash] {
      PackFormat.append(number, to: &bytes)
    }
    PackFormat.append(PackFormat.hash(bytes), to: &bytes)
    return bytes
  }
}

/// A record in the index of a pack, as it lies on the disk.
struct PackEntry: BitwiseCopyable {
  // In the order and the byte order of the file, as the index is read right into an array of these.
  private var storedHigh: UInt64
  private var storedLow: UInt64
  private var storedOffset: UInt64
  private var storedLength: UInt32
  private var storedLastUse: UInt32

  init(key: ResultKey, offset: Int, length: Int, lastUse: UInt32) {
    storedHigh = key.high.littleEndian
    storedLow = key.low.littleEndian
    storedOffset = UInt64(offset).littleEndian
    storedLength = UInt32(length).littleEndian
    storedLastUse = lastUse.littleEndian
  }

  var key: ResultKey {
    ResultKey(high: UInt64(littleEndian: storedHigh), low: UInt64(littleEndian: storedLow))
  }
  /// Where the header of the record starts.
  var offset: UInt64 { UInt64(littleEndian: storedOffset) }
  /// How many bytes the payload has.
  var length: Int { Int(UInt32(littleEndian: storedLength)) }
  /// When a run last used it, in Unix seconds; 0 where nobody knows.
  var lastUse: UInt32 {
    get { UInt32(littleEndian: storedLastUse) }
    set { storedLastUse = newValue.littleEndian }
  }
  /// How many bytes the record takes in the records of a pack.
  var recordSize: Int { PackFormat.recordHeaderSize + length }
}

/// The last bytes of a sealed pack.
struct PackFooter: Hashable {
  let indexOffset: Int
  let count: Int
  let indexHash: UInt64

  private static let magic = Array("cotejoRX".utf8)

  init(indexOffset: Int, count: Int, indexHash: UInt64) {
    self.indexOffset = indexOffset
    self.count = count
    self.indexHash = indexHash
  }

  /// Reads a footer; nil where it is none of a pack of this version and of so many bytes.
  init?(_ bytes: [UInt8], packSize: Int) {
    guard bytes.count == PackFormat.footerSize, bytes.starts(with: Self.magic) else { return nil }
    let sum = PackFormat.hash(Array(bytes[..<40]))
    let words = bytes.withUnsafeBytes { bytes in
      stride(from: 8, to: 48, by: 8).map { PackFormat.number(bytes, at: $0, as: UInt64.self) }
    }
    guard words[4] == sum, words[0] == UInt64(PackFormat.version),
      let offset = Int(exactly: words[1]), let count = Int(exactly: words[2]),
      offset >= PackFormat.headerSize, count <= packSize / PackFormat.entrySize,
      packSize - PackFormat.footerSize - count * PackFormat.entrySize == offset
    else { return nil }
    self.init(indexOffset: offset, count: count, indexHash: words[3])
  }

  /// The 48 bytes.
  var bytes: [UInt8] {
    var bytes = Self.magic
    for number in [
      UInt64(PackFormat.version), UInt64(indexOffset), UInt64(count), indexHash,
    ] {
      PackFormat.append(number, to: &bytes)
    }
    PackFormat.append(PackFormat.hash(bytes), to: &bytes)
    return bytes
  }
}

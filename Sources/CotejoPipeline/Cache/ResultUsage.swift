internal import CotejoText

/// Which results of which packs a run used: a bit for each record of each pack.
///
/// The file holds `cotejoRU`, the version (4), the time in Unix seconds (4), how many packs follow (8);
/// of each pack its name (32), how many records (8), and their bits in words of 64 (8 each), the first
/// record in the lowest bit; at the end the XXH64 of all before (8). Numbers are little-endian.
struct ResultUsage: Hashable {
  /// The records of one pack.
  struct Bits: Hashable {
    /// How many records there are.
    private(set) var count: Int
    private(set) var words: [UInt64]

    /// All records unused.
    init(count: Int) {
      self.count = count
      words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    fileprivate init(count: Int, words: [UInt64]) {
      self.count = count
      self.words = words
    }

    /// Whether a record was used; those beyond the last were not.
    subscript(record: Int) -> Bool {
      record < count && words[record >> 6] >> UInt64(record & 63) & 1 == 1
    }

    /// Notes a record as used.
    mutating func insert(_ record: Int) {
      words[record >> 6] |= 1 << UInt64(record & 63)
    }

    /// Whether nothing was used.
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  }

  /// When the run ended, or wrote this, in Unix seconds.
  var time: UInt32
  /// The packs that something was used of, by their names.
  var packs: [String: Bits] = [:]

  private static let magic = Array("cotejoRU".utf8)
  private static let idSize = 32

  init(time: UInt32) {
    self.time = time
  }

  /// Reads the bytes of a file; nil unless they are as they were written.
  init?(_ bytes: [UInt8]) {
    let body = bytes.count - 8
    guard body >= 24, bytes.starts(with: Self.magic) else { return nil }
    let isRead = bytes.withUnsafeBytes { raw -> (UInt32, [String: Bits])? in
      func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ offset: Int, _ type: Number.Type
      ) -> Number {
        PackFormat.number(raw, at: offset, as: type)
      }
      guard number(body, UInt64.self) == xxh64(UnsafeRawBufferPointer(rebasing: raw[..<body])),
        number(8, UInt32.self) == PackFormat.version
      else { return nil }
      var packs: [String: Bits] = [:]
      var offset = 24
      for _ in 0..<number(16, UInt64.self) {
        guard body - offset >= Self.idSize + 8 else { return nil }
        let id = String(decoding: raw[offset..<offset + Self.idSize], as: UTF8.self)
        let count = number(offset + Self.idSize, UInt64.self)
        offset += Self.idSize + 8
        guard count <= UInt64(body - offset) * 8 else { return nil }
        let words = (Int(count) + 63) / 64
        guard words * 8 <= body - offset else { return nil }
        packs[id] = Bits(
          count: Int(count), words: (0..<words).map { number(offset + 8 * $0, UInt64.self) })
        offset += words * 8
      }
      return offset == body ? (number(12, UInt32.self), packs) : nil
    }
    guard let isRead else { return nil }
    (time, packs) = isRead
  }

  /// The bytes of a file.
  var bytes: [UInt8] {
    var bytes = Self.magic
    PackFormat.append(PackFormat.version, to: &bytes)
    PackFormat.append(time, to: &bytes)
    PackFormat.append(UInt64(packs.count), to: &bytes)
    for (id, bits) in packs.sorted(by: { $0.key < $1.key }) {
      bytes += id.utf8
      PackFormat.append(UInt64(bits.count), to: &bytes)
      for word in bits.words { PackFormat.append(word, to: &bytes) }
    }
    PackFormat.append(PackFormat.hash(bytes), to: &bytes)
    return bytes
  }

  /// Writes a file; nothing but the age of results is lost where that fails.
  func write(to path: String) {
    guard var file = try? OutputFile(path: path) else { return }
    file.write(bytes.span)
    try? file.commit()
  }
}

internal import CotejoText

/// The records of a pack, as its index or a reading from end to end tells them.
struct PackContents {
  /// What kind of file it is.
  enum Kind: Hashable {
    /// The index is whole.
    case sealed
    /// There is no index yet, or it is damaged: the records up to the first that is not whole.
    case scanned
    /// It is of another version of the format.
    case otherVersion
  }

  private(set) var kind: Kind
  /// The records, in their order in the file.
  private(set) var entries: [PackEntry] = []
  /// Where the last of them ends.
  private(set) var end = PackFormat.headerSize
  /// The size of the file.
  private(set) var size: Int

  /// Reads the index of a pack, or else the whole pack.
  init(of pack: PackFile) {
    size = pack.status.size
    let header = pack.bytes(at: 0, count: min(size, PackFormat.headerSize)) ?? []
    if let version = PackFormat.version(ofHeader: header), version != PackFormat.version {
      kind = .otherVersion
      return
    }
    if let (entries, end) = Self.index(of: pack, size: size) {
      kind = .sealed
      (self.entries, self.end) = (entries, end)
      return
    }
    kind = .scanned
    scan(pack)
  }

  /// Takes in the records behind those that are known: after more were written.
  mutating func scan(_ pack: PackFile) {
    size = pack.status.size
    var scan = PackScan(pack, from: end, size: size)
    while let entry = scan.next() { entries.append(entry) }
    end = scan.offset
  }

  /// The index of a sealed pack and where the records end; nil unless it is whole and sane.
  private static func index(of pack: PackFile, size: Int) -> (entries: [PackEntry], end: Int)? {
    guard size >= PackFormat.headerSize + PackFormat.footerSize,
      let bytes = pack.bytes(at: size - PackFormat.footerSize, count: PackFormat.footerSize),
      let footer = PackFooter(bytes, packSize: size)
    else { return nil }
    var isWhole = false
    let entries = [PackEntry](unsafeUninitializedCapacity: footer.count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      isWhole =
        pack.read(at: footer.indexOffset, into: raw)
        && xxh64(UnsafeRawBufferPointer(raw)) == footer.indexHash
      filled = isWhole ? footer.count : 0
    }
    // The checksum vouches for the writer, not for its sanity: bounds are checked all the same.
    guard isWhole else { return nil }
    for entry in entries {
      guard entry.offset >= UInt64(PackFormat.headerSize),
        entry.offset <= UInt64(footer.indexOffset),
        entry.recordSize <= footer.indexOffset - Int(entry.offset)
      else { return nil }
    }
    return (entries, footer.indexOffset)
  }
}

/// Goes through the records of a pack one by one, up to the first that is not whole.
struct PackScan {
  /// Where the next record starts.
  private(set) var offset: Int

  private let pack: PackFile
  private let size: Int
  /// Bytes of the file from `windowStart`.
  private var window: [UInt8] = []
  private var windowStart = 0

  private static let windowSize = 1 << 20

  /// Begins at an offset of a file of so many bytes.
  init(_ pack: PackFile, from offset: Int, size: Int) {
    self.pack = pack
    self.size = size
    self.offset = offset
  }

  /// The next record, whose payload is verified; nil at the end, or where a record is not whole.
  mutating func next() -> PackEntry? {
    let start = PackFormat.recordHeaderSize
    guard let header = withBytes(at: offset, count: start, { RecordHeader($0) }) ?? nil,
      header.length <= size - offset - start,
      withBytes(at: offset + start, count: header.length, { xxh64($0) }) == header.payloadHash
    else { return nil }
    let entry = PackEntry(key: header.key, offset: offset, length: header.length, lastUse: 0)
    offset += entry.recordSize
    return entry
  }

  /// Calls `body` with bytes of the file; nil where it ends before, or fails.
  private mutating func withBytes<Result>(
    at start: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    guard count <= size - start else { return nil }
    if start < windowStart || start + count > windowStart + window.count {
      let wanted = max(count, min(Self.windowSize, size - start))
      guard let bytes = pack.bytes(at: start, count: wanted) else { return nil }
      (window, windowStart) = (bytes, start)
    }
    return window.withUnsafeBytes { bytes in
      body(
        UnsafeRawBufferPointer(
          rebasing: bytes[(start - windowStart)..<(start - windowStart + count)]))
    }
  }
}

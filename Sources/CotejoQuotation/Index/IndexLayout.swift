/// How an index of transcripts lies in a file: little-endian, every section at a multiple of 8
/// bytes.
///
/// | offset | bytes | content |
/// | --- | --- | --- |
/// | 0 | 8 | `COTEJOTX` |
/// | 8 | 4 | format version |
/// | 12 | 4 | number of sections |
/// | 16 | 8 | size of the file |
/// | 24 | 8 | XXH64 of everything behind this field |
/// | 32 | 16 each | sections: offset, length in bytes |
///
/// A block holds all that the index knows of a document and nothing about the others, so that an
/// update can copy it.
enum IndexLayout {
  static let magic: [UInt8] = Array("COTEJOTX".utf8)
  static let version: UInt32 = 1
  static let headerSize = 32

  enum Section: Int, CaseIterable {
    /// UTF-8 text, `key: value` a line: what the texts were read with.
    case description
    /// UInt64: where each document's block begins in `blocks`.
    case blockStarts
    /// UInt64: the hashes of all word forms, ascending.
    case forms
    /// UInt32 for each form: how many documents have it.
    case documentCounts
    /// UInt32 for each form: how often it stands in all documents.
    case mentionCounts
    /// The documents' blocks, in byte order of their identifiers.
    case blocks
  }

  /// Where the fields of a block lie.
  ///
  /// Behind them: UInt64 hashes of the document's forms, ascending;
  /// UInt32 ends of their positions in bytes; the identifier; the positions. Each part begins at a
  /// multiple of 8.
  ///
  /// The positions of a form are word numbers from 0, ascending: the first, then the differences, in
  /// groups of 7 bits from the lowest, with the high bit set in all bytes of a number but the last.
  enum Field {
    static let length = 0
    static let size = 8
    static let modified = 16
    static let changed = 24
    static let file = 32
    static let device = 40
    static let contentHash = 48
    static let words = 56
    static let date = 60
    static let forms = 64
    static let identifierLength = 68
    static let positionsLength = 72
    static let contentSize = 80
    static let end = 88
  }

  /// The next multiple of 8.
  static func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }
}

extension [UInt8] {
  /// Appends a number, the lowest byte first.
  mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  /// Overwrites the bytes from `offset` on with a number, the lowest byte first.
  mutating func store(littleEndian number: some FixedWidthInteger, at offset: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { bytes in
      for index in 0..<bytes.count { self[offset + index] = bytes[index] }
    }
  }

  /// Appends zeros up to a multiple of 8.
  mutating func align() {
    while count % 8 != 0 { append(0) }
  }
}

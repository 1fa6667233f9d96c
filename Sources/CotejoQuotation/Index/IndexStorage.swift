internal import CotejoText

/// The bytes of an index, mapped from a file or held in memory, and where its parts lie.
final class IndexStorage: @unchecked Sendable {
  // Unchecked: nothing is written after `init`.
  private let file: MappedFile
  private var sections: [Range<Int>] = []
  /// The documents, in byte order of their identifiers.
  private(set) var blocks: [DocumentBlock] = []
  /// How many words all documents have.
  private(set) var words = 0

  /// Maps a file and verifies it.
  convenience init(mapping path: String) throws(QuotationError) {
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch {
      throw QuotationError(.unreadable, place: path, message: error.message)
    }
    try self.init(file, path: path)
  }

  /// Takes bytes that were just composed, and verifies them.
  convenience init(copying content: [UInt8]) throws(QuotationError) {
    try self.init(MappedFile(copying: content), path: "")
  }

  private init(_ file: MappedFile, path: String) throws(QuotationError) {
    self.file = file
    sections = try Self.verifiedSections(file.bytes, path: path)
    try readBlocks(path)
  }

  /// What the texts were read with.
  var description: String { String(decoding: section(.description), as: UTF8.self) }

  /// The hashes of all forms, ascending.
  var forms: UnsafeBufferPointer<UInt64> { numbers(.forms) }

  /// In how many documents a form stands, and how often, by its place among `forms`.
  func counts(of form: Int) -> (documents: Int, mentions: Int) {
    let documents: UnsafeBufferPointer<UInt32> = numbers(.documentCounts)
    let mentions: UnsafeBufferPointer<UInt32> = numbers(.mentionCounts)
    return (Int(documents[form]), Int(mentions[form]))
  }

  /// The place of a form among `forms`, or nil where no document has it.
  func find(_ hash: UInt64) -> Int? {
    let forms = forms
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if forms[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < forms.count && forms[low] == hash ? low : nil
  }

  /// Calls `body` with the whole content.
  func withContent(_ body: (Span<UInt8>) -> Void) {
    let bytes = file.bytes.assumingMemoryBound(to: UInt8.self)
    body(bytes.span)
  }

  private func section(_ section: IndexLayout.Section) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[sections[section.rawValue]])
  }

  private func numbers<Number>(_ section: IndexLayout.Section) -> UnsafeBufferPointer<Number> {
    self.section(section).assumingMemoryBound(to: Number.self)
  }

  private func readBlocks(_ path: String) throws(QuotationError) {
    func damaged(_ message: String) -> QuotationError {
      QuotationError(.damaged, place: path, message: message)
    }
    let starts: UnsafeBufferPointer<UInt64> = numbers(.blockStarts)
    let content = section(.blocks)
    blocks.reserveCapacity(starts.count)
    var end = 0
    for (number, start) in starts.enumerated() {
      guard start == UInt64(end),
        let block = DocumentBlock(UnsafeRawBufferPointer(rebasing: content[end...]))
      else { throw damaged("block \(number) is not sound") }
      blocks.append(block)
      words += block.words
      end += block.bytes.count
    }
    let documents: UnsafeBufferPointer<UInt32> = numbers(.documentCounts)
    let mentions: UnsafeBufferPointer<UInt32> = numbers(.mentionCounts)
    guard end == content.count, documents.count == forms.count, mentions.count == forms.count
    else { throw damaged("its tables do not fit together") }
  }

  /// Reads the section table; throws unless all of the file is as it was written.
  private static func verifiedSections(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(QuotationError) -> [Range<Int>] {
    func damaged(_ message: String) -> QuotationError {
      QuotationError(.damaged, place: path, message: message)
    }
    func number(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard bytes.count >= IndexLayout.headerSize, bytes.starts(with: IndexLayout.magic) else {
      throw damaged("it is no index of transcripts")
    }
    let version = UInt32(truncatingIfNeeded: number(8))
    guard version == IndexLayout.version else {
      throw damaged(
        "its format is \(version); this program reads format \(IndexLayout.version)")
    }
    guard number(16) == UInt64(bytes.count) else {
      throw damaged("it has \(bytes.count) bytes where \(number(16)) were written")
    }
    guard number(24) == xxh64(UnsafeRawBufferPointer(rebasing: bytes[32...])) else {
      throw damaged("its checksum does not fit")
    }
    // The checksum vouches for the writer, not for its sanity: bounds are checked all the same.
    let count = Int(number(8) >> 32)
    guard count == IndexLayout.Section.allCases.count,
      bytes.count >= IndexLayout.headerSize + 16 * count
    else { throw damaged("it has \(count) sections") }
    var sections: [Range<Int>] = []
    for index in 0..<count {
      let offset = number(IndexLayout.headerSize + 16 * index)
      let length = number(IndexLayout.headerSize + 16 * index + 8)
      guard offset % 8 == 0, offset <= UInt64(bytes.count),
        length <= UInt64(bytes.count) - offset
      else { throw damaged("section \(index) lies outside the file") }
      sections.append(Int(offset)..<Int(offset + length))
    }
    return sections
  }
}

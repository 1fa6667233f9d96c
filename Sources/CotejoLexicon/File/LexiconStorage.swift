internal import CotejoText

/// The bytes of a lexicon, mapped from a file or held in memory, and where its sections lie.
final class LexiconStorage: @unchecked Sendable {
  // Unchecked: nothing is written after `init`.
  private let file: MappedFile
  private var sections: [Range<Int>] = []

  private var bytes: UnsafeRawBufferPointer { file.bytes }

  /// Maps a file, of which all or little will be read, and checks its header.
  init(mapping path: String, isReadWhole: Bool = true) throws(LexiconError) {
    do {
      file = try MappedFile(path: path, isReadWhole: isReadWhole)
    } catch {
      throw LexiconError(.unreadable, file: path, message: error.message)
    }
    guard file.bytes.count >= LexiconLayout.headerSize else {
      throw LexiconError(
        .unknownFormat, file: path, message: "not a lexicon: \(file.bytes.count) bytes")
    }
    sections = try Self.sections(file.bytes, file: path)
    try checkSizes(file: path)
    countMentions()
  }

  /// Copies bytes, and checks their header.
  init(copying content: [UInt8]) throws(LexiconError) {
    file = MappedFile(copying: content)
    guard content.count >= LexiconLayout.headerSize else {
      throw LexiconError(
        .unknownFormat, file: "", message: "not a lexicon: \(content.count) bytes")
    }
    sections = try Self.sections(file.bytes, file: "")
    try checkSizes(file: "")
    countMentions()
  }

  private func countMentions() {
    totalMentions = (
      numbers(.sourceCounts).reduce(0) { $0 + Int($1) },
      numbers(.targetCounts).reduce(0) { $0 + Int($1) }
    )
  }

  /// The checksum in the header.
  var checksum: UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
  }

  /// Whether everything behind the checksum is as it was written.
  var hasRightChecksum: Bool { checksum == xxh64(UnsafeRawBufferPointer(rebasing: bytes[32...])) }

  /// How many words the training text had on each side.
  private(set) var totalMentions = (source: 0, target: 0)

  /// Calls `body` with the whole content.
  func withContent(_ body: (Span<UInt8>) -> Void) {
    body(Span(_unsafeBytes: bytes))
  }

  /// A section as bytes.
  func section(_ section: LexiconLayout.Section) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[sections[section.rawValue]])
  }

  /// A section of 32-bit numbers.
  func numbers(_ section: LexiconLayout.Section) -> UnsafeBufferPointer<UInt32> {
    self.section(section).assumingMemoryBound(to: UInt32.self)
  }

  /// Makes sure that the tables of a side have the same number of words, in slots that hashes can mask.
  private func checkSizes(file: String) throws(LexiconError) {
    let sourceWords = numbers(.sourceEnds).count
    let targetWords = numbers(.targetEnds).count
    let isRight =
      max(sourceWords, targetWords) < LexiconLayout.mostWords
      && numbers(.forwardEnds).count == sourceWords && numbers(.sourceCounts).count == sourceWords
      && numbers(.backwardEnds).count == targetWords && numbers(.targetCounts).count == targetWords
      && numbers(.sourceSlots).count.nonzeroBitCount == 1
      && numbers(.targetSlots).count.nonzeroBitCount == 1
    guard isRight else {
      throw LexiconError(.damaged, file: file, message: "its tables do not fit together")
    }
  }

  /// Whether every index that look-ups follow stays inside its table.
  var isSound: Bool {
    // Loops without a branch run several numbers at a time. All numbers are below 2^31, so that the
    // upper bit of a difference is its sign.
    func fits(_ ends: LexiconLayout.Section, _ length: Int) -> Bool {
      let ends = numbers(ends)
      var signs = ends.first ?? 0
      for index in 1..<max(1, ends.count) {
        signs |= (ends[index] &- ends[index - 1]) | ends[index]
      }
      return signs >> 31 == 0 && Int(ends.last ?? 0) == length
    }
    /// Whether all are at most `limit`, which may be -1, when shifted.
    func stay(_ numbers: UnsafeBufferPointer<UInt32>, _ shift: UInt32, _ limit: Int) -> Bool {
      let limit = UInt32(truncatingIfNeeded: limit)
      var signs: UInt32 = 0
      for number in numbers { signs |= (limit &- number >> shift) | number >> shift }
      return signs >> 31 == 0
    }
    let sourceWords = numbers(.sourceEnds).count
    let targetWords = numbers(.targetEnds).count
    let slots = [
      (numbers(.sourceSlots), sourceWords), (numbers(.targetSlots), targetWords),
    ]
    return fits(.sourceEnds, section(.sourceBytes).count)
      && fits(.targetEnds, section(.targetBytes).count)
      && fits(.forwardEnds, numbers(.forwardEntries).count)
      && fits(.backwardEnds, numbers(.backwardEntries).count)
      && slots.allSatisfy { slots, words in slots.contains(0) && stay(slots, 0, words) }
      && stay(numbers(.forwardEntries), 12, targetWords - 1)
      && stay(numbers(.backwardEntries), 12, sourceWords - 1)
  }

  /// Reads the header and the section table; throws unless they fit the file.
  private static func sections(
    _ bytes: UnsafeRawBufferPointer, file: String
  ) throws(LexiconError) -> [Range<Int>] {
    func number(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard bytes.starts(with: LexiconLayout.magic) else {
      throw LexiconError(.unknownFormat, file: file, message: "not a lexicon")
    }
    let version = UInt32(truncatingIfNeeded: number(8))
    guard version == LexiconLayout.version else {
      throw LexiconError(
        .unknownFormat, file: file,
        message: "lexicon format \(version); this program reads format \(LexiconLayout.version)")
    }
    guard number(16) == bytes.count else {
      throw LexiconError(
        .damaged, file: file, message: "\(bytes.count) bytes where \(number(16)) were written")
    }
    let count = Int(number(8) >> 32)
    guard count == LexiconLayout.Section.allCases.count,
      bytes.count >= LexiconLayout.headerSize + 16 * count
    else {
      throw LexiconError(.damaged, file: file, message: "\(count) sections")
    }
    var sections: [Range<Int>] = []
    for index in 0..<count {
      let offset = number(LexiconLayout.headerSize + 16 * index)
      let length = number(LexiconLayout.headerSize + 16 * index + 8)
      guard offset % 8 == 0, offset <= bytes.count, length <= UInt64(bytes.count) - offset else {
        throw LexiconError(.damaged, file: file, message: "section \(index) lies outside the file")
      }
      sections.append(Int(offset)..<Int(offset + length))
    }
    return sections
  }
}

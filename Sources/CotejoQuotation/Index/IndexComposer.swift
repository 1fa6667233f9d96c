internal import CotejoText

/// Puts the blocks of documents into the bytes of an index.
struct IndexComposer {
  /// The description in the header: `key: value` a line.
  let description: String
  private var starts: [UInt64] = []
  private var blocks: [UInt8] = []

  init(description: String) {
    self.description = description
  }

  /// Adds a document; they must come in byte order of their identifiers.
  mutating func append(_ block: UnsafeRawBufferPointer) {
    starts.append(UInt64(blocks.count))
    blocks.append(contentsOf: block)
  }

  /// The bytes of the index.
  func composed() -> [UInt8] {
    let (forms, documents, mentions) = counted()
    var content = [UInt8](
      repeating: 0,
      count: IndexLayout.headerSize + 16 * IndexLayout.Section.allCases.count)
    content.reserveCapacity(content.count + blocks.count + 16 * forms.count + 8 * starts.count + 99)
    var sections: [Range<Int>] = []
    func section(_ write: (inout [UInt8]) -> Void) {
      content.align()
      let start = content.count
      write(&content)
      sections.append(start..<content.count)
    }
    section { $0 += Array(description.utf8) }
    section { for start in starts { $0.append(littleEndian: start) } }
    section { for form in forms { $0.append(littleEndian: form) } }
    section { for count in documents { $0.append(littleEndian: count) } }
    section { for count in mentions { $0.append(littleEndian: count) } }
    section { $0 += blocks }

    for (index, byte) in IndexLayout.magic.enumerated() { content[index] = byte }
    content.store(littleEndian: IndexLayout.version, at: 8)
    content.store(littleEndian: UInt32(sections.count), at: 12)
    content.store(littleEndian: UInt64(content.count), at: 16)
    for (index, section) in sections.enumerated() {
      let entry = IndexLayout.headerSize + 16 * index
      content.store(littleEndian: UInt64(section.lowerBound), at: entry)
      content.store(littleEndian: UInt64(section.count), at: entry + 8)
    }
    let sum = content.withUnsafeBytes { xxh64(UnsafeRawBufferPointer(rebasing: $0[32...])) }
    content.store(littleEndian: sum, at: 24)
    return content
  }

  /// The forms of all documents, ascending, with how many documents have each and how often.
  private func counted() -> (forms: [UInt64], documents: [UInt32], mentions: [UInt32]) {
    var counts: [UInt64: (documents: UInt32, mentions: UInt32)] = [:]
    // The blocks begin at multiples of 8 of an allocation that does too.
    blocks.withUnsafeBytes { bytes in
      for start in starts {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[Int(start)...])
        guard let block = DocumentBlock(rest) else { preconditionFailure("a block is not sound") }
        for (form, hash) in block.hashes.enumerated() {
          let mentions = UInt32(block.mentions(of: form))
          counts[hash, default: (0, 0)].documents += 1
          counts[hash, default: (0, 0)].mentions &+= mentions
        }
      }
    }
    let forms = counts.keys.sorted()
    return (
      forms, forms.map { counts[$0]?.documents ?? 0 }, forms.map { counts[$0]?.mentions ?? 0 }
    )
  }
}

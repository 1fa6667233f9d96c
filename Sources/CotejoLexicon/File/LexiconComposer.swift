internal import CotejoText

/// Puts trained tables into the bytes of a lexicon.
struct LexiconComposer {
  private var content: [UInt8] = []
  private var sections: [(offset: Int, length: Int)] = []

  /// The bytes of a lexicon in which a word keeps its `most` most probable translations.
  static func compose(
    description: [(key: String, value: String)], source: LexiconWords, target: LexiconWords,
    forward: TranslationTable, backward: TranslationTable, most: Int
  ) -> [UInt8] {
    var composer = LexiconComposer()
    let sections = LexiconLayout.Section.allCases.count
    composer.content = [UInt8](repeating: 0, count: LexiconLayout.headerSize + 16 * sections)
    let lines = description.map { clean("\($0.key): \($0.value)") + "\n" }.joined()
    composer.append(Array(lines.utf8))
    composer.append(source)
    composer.append(target)
    composer.append(forward, most: most)
    composer.append(backward, most: most)
    return composer.sealed()
  }

  /// An entry of the header is one line.
  private static func clean(_ entry: String) -> String {
    String(decoding: entry.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  private mutating func append(_ bytes: [UInt8]) {
    while content.count % 8 != 0 { content.append(0) }
    sections.append((content.count, bytes.count))
    content += bytes
  }

  private mutating func append(_ numbers: [UInt32]) {
    numbers.map { $0.littleEndian }.withUnsafeBytes { append(Array($0)) }
  }

  private mutating func append(_ side: LexiconWords) {
    let vocabulary = side.vocabulary
    append(vocabulary.ends.map { UInt32($0) })
    append(vocabulary.pool)
    var size = 64
    while size < vocabulary.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for word in 0..<Int32(vocabulary.count) {
      let hash = wordHash(vocabulary.pool.span.extracting(vocabulary.range(of: word)))
      var slot = Int(truncatingIfNeeded: hash >> 20) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(word) + 1
    }
    append(slots)
    append(side.mentions)
  }

  private mutating func append(_ table: TranslationTable, most: Int) {
    var ends: [UInt32] = []
    var entries: [UInt32] = []
    var order: [Int32] = []
    for word in 0..<(table.starts.count - 1) {
      order.removeAll(keepingCapacity: true)
      order.append(contentsOf: table.starts[word]..<table.starts[word + 1])
      // Ties in the order of word numbers, so that the bytes do not depend on the sort.
      order.sort {
        let (one, other) = (table.probabilities[Int($0)], table.probabilities[Int($1)])
        return one != other ? one > other : table.words[Int($0)] < table.words[Int($1)]
      }
      for index in order.prefix(most) {
        entries.append(
          LexiconLayout.pack(
            word: table.words[Int(index)], probability: table.probabilities[Int(index)]))
      }
      ends.append(UInt32(entries.count))
    }
    append(ends)
    append(entries)
  }

  private func sealed() -> [UInt8] {
    var sealed = content
    func store(_ value: UInt64, at offset: Int) {
      for index in 0..<8 {
        sealed[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))
      }
    }
    for index in 0..<8 { sealed[index] = LexiconLayout.magic[index] }
    store(UInt64(LexiconLayout.version) | UInt64(sections.count) << 32, at: 8)
    store(UInt64(sealed.count), at: 16)
    for (index, section) in sections.enumerated() {
      store(UInt64(section.offset), at: LexiconLayout.headerSize + 16 * index)
      store(UInt64(section.length), at: LexiconLayout.headerSize + 16 * index + 8)
    }
    store(sealed.withUnsafeBytes { xxh64(UnsafeRawBufferPointer(rebasing: $0[32...])) }, at: 24)
    return sealed
  }
}

internal import CotejoLexicon

/// Puts the words of a document into the bytes of a block.
enum BlockComposer {
  /// Composes the block of a document.
  ///
  /// - Parameters:
  ///   - text: the words of the document.
  ///   - identifier: its path below the folder.
  ///   - stamp: what the file system said about it.
  ///   - content: what the file holds.
  ///   - date: the date that the text gives itself.
  /// - Returns: the block.
  static func compose(
    _ text: IndexedText, identifier: String, stamp: DocumentStamp, content: FileContent,
    date: CalendarDate?
  ) -> [UInt8] {
    let vocabulary = text.vocabulary
    // Counting sort: the positions of each form, in the order of the text.
    var starts = [Int](repeating: 0, count: vocabulary.count + 1)
    for word in text.words { starts[Int(word) + 1] += 1 }
    for form in 0..<vocabulary.count { starts[form + 1] += starts[form] }
    var next = starts
    var places = [UInt32](repeating: 0, count: text.words.count)
    for (place, word) in text.words.enumerated() {
      places[next[Int(word)]] = UInt32(place)
      next[Int(word)] += 1
    }
    let hashes = (0..<Int32(vocabulary.count)).map {
      PassageQuery.hash(of: vocabulary.pool.span.extracting(vocabulary.range(of: $0)))
    }
    let order = hashes.indices.sorted { hashes[$0] < hashes[$1] }
    var ends: [UInt32] = []
    var positions: [UInt8] = []
    for form in order {
      var last: UInt32 = 0
      for place in places[starts[form]..<starts[form + 1]] {
        append(place - last, to: &positions)
        last = place
      }
      ends.append(UInt32(positions.count))
    }

    var block = [UInt8](repeating: 0, count: IndexLayout.Field.end)
    for form in order { block.append(littleEndian: hashes[form]) }
    for end in ends { block.append(littleEndian: end) }
    block.align()
    block += Array(identifier.utf8)
    block.align()
    block += positions
    block.align()
    block.store(littleEndian: UInt64(block.count), at: IndexLayout.Field.length)
    block.store(littleEndian: content.hash, at: IndexLayout.Field.contentHash)
    block.store(littleEndian: content.size, at: IndexLayout.Field.contentSize)
    block.store(littleEndian: UInt32(text.words.count), at: IndexLayout.Field.words)
    block.store(littleEndian: date?.packed ?? 0, at: IndexLayout.Field.date)
    block.store(littleEndian: UInt32(order.count), at: IndexLayout.Field.forms)
    block.store(
      littleEndian: UInt32(identifier.utf8.count), at: IndexLayout.Field.identifierLength)
    block.store(littleEndian: UInt32(positions.count), at: IndexLayout.Field.positionsLength)
    store(stamp, in: &block)
    return block
  }

  /// The bytes of a block whose document now goes by another name or has another stamp.
  static func copy(
    _ block: DocumentBlock, identifier: String, stamp: DocumentStamp
  ) -> [UInt8] {
    var bytes = Array(block.bytes)
    if block.identifier != identifier {
      let old = block.identifier.utf8.count
      let start = IndexLayout.aligned(IndexLayout.Field.end + 12 * block.hashes.count)
      var name = Array(identifier.utf8)
      name.align()
      bytes.replaceSubrange(start..<IndexLayout.aligned(start + old), with: name)
      bytes.store(littleEndian: UInt64(bytes.count), at: IndexLayout.Field.length)
      bytes.store(
        littleEndian: UInt32(identifier.utf8.count), at: IndexLayout.Field.identifierLength)
    }
    store(stamp, in: &bytes)
    return bytes
  }

  private static func store(_ stamp: DocumentStamp, in block: inout [UInt8]) {
    block.store(littleEndian: stamp.size, at: IndexLayout.Field.size)
    block.store(littleEndian: stamp.modified, at: IndexLayout.Field.modified)
    block.store(littleEndian: stamp.changed, at: IndexLayout.Field.changed)
    block.store(littleEndian: stamp.file, at: IndexLayout.Field.file)
    block.store(littleEndian: stamp.device, at: IndexLayout.Field.device)
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

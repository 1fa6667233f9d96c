/// What the index holds of one document, read where it lies.
struct DocumentBlock: @unchecked Sendable {
  // Unchecked: the bytes are never written, and whoever holds a block holds what they lie in.
  let bytes: UnsafeRawBufferPointer
  /// The hashes of the document's word forms, ascending.
  let hashes: UnsafeBufferPointer<UInt64>
  private let ends: UnsafeBufferPointer<UInt32>
  private let identifierBytes: UnsafeRawBufferPointer
  private let positions: UnsafeRawBufferPointer
  /// How many words the document has.
  let words: Int

  /// Reads the block at the start of `bytes`, which must lie at a multiple of 8.
  ///
  /// - Returns: nil unless all of its parts lie inside it and its tables are in order.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= IndexLayout.Field.end else { return nil }
    let length = bytes.load(fromByteOffset: IndexLayout.Field.length, as: UInt64.self).littleEndian
    func count(_ field: Int) -> Int {
      Int(bytes.load(fromByteOffset: field, as: UInt32.self).littleEndian)
    }
    let forms = count(IndexLayout.Field.forms)
    let identifierLength = count(IndexLayout.Field.identifierLength)
    let positionsLength = count(IndexLayout.Field.positionsLength)
    let ends = IndexLayout.Field.end + 8 * forms
    let identifier = IndexLayout.aligned(ends + 4 * forms)
    let positions = IndexLayout.aligned(identifier + identifierLength)
    let end = IndexLayout.aligned(positions + positionsLength)
    guard length == UInt64(end), end <= bytes.count else { return nil }
    func part(_ lower: Int, _ count: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[lower..<lower + count])
    }
    self.bytes = part(0, end)
    hashes = part(IndexLayout.Field.end, 8 * forms).assumingMemoryBound(to: UInt64.self)
    self.ends = part(ends, 4 * forms).assumingMemoryBound(to: UInt32.self)
    identifierBytes = part(identifier, identifierLength)
    self.positions = part(positions, positionsLength)
    words = count(IndexLayout.Field.words)
    // Each word has a position, and each position a byte: sizes that buffers are made of.
    guard words <= positionsLength else { return nil }
    guard Self.isInOrder(hashes, self.ends, positionsLength: positionsLength) else { return nil }
  }

  private static func isInOrder(
    _ hashes: UnsafeBufferPointer<UInt64>, _ ends: UnsafeBufferPointer<UInt32>,
    positionsLength: Int
  ) -> Bool {
    var isInOrder = true
    for index in hashes.indices.dropFirst() {
      isInOrder = isInOrder && hashes[index - 1] <= hashes[index] && ends[index - 1] <= ends[index]
    }
    return isInOrder && Int(ends.last ?? 0) == positionsLength
  }

  private func number<Number: FixedWidthInteger>(_ field: Int, as: Number.Type) -> Number {
    Number(littleEndian: bytes.load(fromByteOffset: field, as: Number.self))
  }

  /// The path below the folder.
  var identifier: String { String(decoding: identifierBytes, as: UTF8.self) }

  /// The date that the text gives itself.
  var date: CalendarDate? {
    CalendarDate(packed: number(IndexLayout.Field.date, as: UInt32.self))
  }

  /// What the file held when it was indexed.
  var content: FileContent {
    FileContent(
      hash: number(IndexLayout.Field.contentHash, as: UInt64.self),
      size: number(IndexLayout.Field.contentSize, as: UInt64.self))
  }

  /// What the file system said about the file.
  var stamp: DocumentStamp {
    var stamp = DocumentStamp()
    stamp.size = number(IndexLayout.Field.size, as: UInt64.self)
    stamp.modified = number(IndexLayout.Field.modified, as: Int64.self)
    stamp.changed = number(IndexLayout.Field.changed, as: Int64.self)
    stamp.file = number(IndexLayout.Field.file, as: UInt64.self)
    stamp.device = number(IndexLayout.Field.device, as: UInt64.self)
    return stamp
  }

  /// The place of a form in the table, or nil where the document does not have it.
  ///
  /// Hashes are spread evenly, so that the place can be told from the value but for a few dozen.
  /// - Complexity: O(√*n*) expected.
  func find(_ hash: UInt64) -> Int? {
    let count = hashes.count
    guard count > 0 else { return nil }
    var index = Int(hash.multipliedFullWidth(by: UInt64(count)).high)
    if hashes[index] < hash {
      repeat { index += 1 } while index < count && hashes[index] < hash
      return index < count && hashes[index] == hash ? index : nil
    }
    while index > 0, hashes[index - 1] >= hash { index -= 1 }
    return hashes[index] == hash ? index : nil
  }

  /// Calls `body` with the word numbers at which a form stands, ascending.
  @inline(__always)
  func forEachPosition(of form: Int, _ body: (UInt32) -> Void) {
    var offset = form == 0 ? 0 : Int(ends[form - 1])
    let end = Int(ends[form])
    var position: UInt32 = 0
    while offset < end {
      var difference: UInt32 = 0
      var shift: UInt32 = 0
      while offset < end {
        let byte = positions[offset]
        offset += 1
        difference |= UInt32(byte & 0x7F) &<< shift
        shift += 7
        if byte < 0x80 { break }
      }
      position = position &+ difference
      body(position)
    }
  }

  /// How often a form stands in the document.
  func mentions(of form: Int) -> Int {
    var count = 0
    for offset in (form == 0 ? 0 : Int(ends[form - 1]))..<Int(ends[form])
    where positions[offset] < 0x80 {
      count += 1
    }
    return count
  }
}

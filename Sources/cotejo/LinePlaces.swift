import Cotejo

/// Tells the lines and columns of places in a document.
struct LinePlaces {
  private let text: TextView
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  /// Starts at the first line of a document.
  init(_ document: Document) {
    text = document.text
  }

  /// The 1-based line, and the column in code points, of an offset into the text of the document.
  ///
  /// - Complexity: O(*n*) for all offsets together if they come in order.
  mutating func place(of offset: Int32) -> (line: Int, column: Int) {
    let target = min(Int(offset), text.bytes.count)
    if target < self.offset { (self.offset, line, lineStart) = (0, 1, 0) }
    while self.offset < target {
      if text.bytes[self.offset] == 0x0A {
        line += 1
        lineStart = self.offset + 1
      }
      self.offset += 1
    }
    let isFirst = { (byte: UInt8) in byte & 0xC0 != 0x80 }
    return (line, text.bytes[lineStart..<target].count(where: isFirst) + 1)
  }
}

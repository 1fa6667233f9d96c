import Cotejo

/// Tells the lines and columns of places in a document.
struct LinePlaces {
  /// The 1-based line, and the 1-based column in code points, at the start of a block of the text.
  private struct Mark {
    var line: Int
    var column: Int
  }

  private let text: TextView
  /// The places of the blocks, so that none is counted from farther away: a document may be one line.
  private let marks: [Mark]

  /// The bytes of a block.
  private static let blockSize = 1024

  /// Counts the lines of a document.
  init(_ document: Document) {
    text = document.text
    var place = Mark(line: 1, column: 1)
    var marks: [Mark] = []
    for (offset, byte) in document.text.bytes.enumerated() {
      if offset % Self.blockSize == 0 { marks.append(place) }
      Self.step(over: byte, &place)
    }
    if document.text.bytes.count % Self.blockSize == 0 { marks.append(place) }
    self.marks = marks
  }

  /// The 1-based line, and the column in code points, of an offset into the text of the document.
  ///
  /// - Complexity: O(1); documents are counted once.
  func place(of offset: Int32) -> (line: Int, column: Int) {
    let target = min(Int(offset), text.bytes.count)
    let block = target / Self.blockSize
    var place = marks[block]
    for byte in text.bytes[block * Self.blockSize..<target] { Self.step(over: byte, &place) }
    return (place.line, place.column)
  }

  private static func step(over byte: UInt8, _ place: inout Mark) {
    if byte == 0x0A {
      place.line += 1
      place.column = 1
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }
}

/// Text and bytes of every kind that has broken a reader, a writer or a normalizer somewhere.
extension SeededGenerator {
  private static let ranges: [ClosedRange<UInt32>] = [
    // ASCII, twice as often, with its controls and those of Latin-1.
    0x20...0x7E, 0x61...0x7A, 0x00...0x1F, 0x7F...0x9F,
    // Letters that fold or compose, and marks that do it with them.
    0xA0...0x17F, 0x300...0x36F, 0x370...0x3FF, 0x1E00...0x1FFF, 0xFB00...0xFB06, 0xFF00...0xFF60,
    // Spaces, quotation marks, marks of direction, line ends.
    0x2000...0x206F, 0x2018...0x202F, 0x2028...0x2029, 0xFEFF...0xFEFF,
    // Scripts without spaces; syllables that are composed by rule.
    0x3040...0x30FF, 0x4E00...0x9FFF, 0x1100...0x11FF, 0xAC00...0xAD00,
    // The ends of blocks and planes, four bytes, private use, anything.
    0xD7F0...0xD7FF, 0xE000...0xE010, 0xFFF0...0xFFFF, 0x1F600...0x1F64F, 0x20000...0x20010,
    0x10FFF0...0x10FFFF, 0x00...0xD7FF, 0xE000...0x10FFFF,
  ]
  private static let marks: [Unicode.Scalar] = [
    "\"", "\\", "/", "<", ">", "&", "'", ";", "\t", "\n", "\r", "]",
  ]

  /// A code point; one in four is a mark that some format gives a meaning.
  package mutating func scalar() -> Unicode.Scalar {
    if Int.random(in: 0..<4, using: &self) == 0, let mark = Self.marks.randomElement(using: &self) {
      return mark
    }
    let range = Self.ranges[Int.random(in: 0..<Self.ranges.count, using: &self)]
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "?"
  }

  /// Text of so many code points.
  package mutating func text(scalars count: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<count { text.append(scalar()) }
    return String(text)
  }

  /// Text of at most so many code points.
  package mutating func text(upTo count: Int) -> String {
    text(scalars: Int.random(in: 0...count, using: &self))
  }

  /// At most so many bytes, which are seldom UTF-8.
  package mutating func bytes(upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      UInt8.random(in: 0...255, using: &self)
    }
  }
}

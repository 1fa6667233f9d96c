/// Where the next stop stands, looked for once however many places before it ask.
///
/// A stop counts if no ASCII letter or digit follows it.
struct NextStop {
  /// The bytes that have been looked at, which hold no stop.
  private var lower = 0
  private var upper = 0
  /// Whether a stop stands at `upper`.
  private var isFound = false

  /// So many bytes ahead a stop is looked for.
  private static let farthest = 256

  /// The bytes from `offset` to the next stop, or to the end of what is looked at: 256 bytes or less.
  ///
  /// `text` and `ceiling`, the end of the paragraph, must be the same each time.
  /// - Complexity: O(1), and O(*n*) for all places of a text in order.
  mutating func distance(from offset: Int, in text: Span<UInt8>, ceiling: Int) -> Int {
    let limit = min(ceiling, offset + Self.farthest)
    if offset < lower || offset > upper {
      lower = offset
      upper = offset
      isFound = false
    }
    while !isFound, upper < limit {
      upper = text.firstByte(from: upper, to: limit) { word in
        ByteWord.bytes(word, equalTo: 0x2E) | ByteWord.bytes(word, equalTo: 0x3F)
          | ByteWord.bytes(word, equalTo: 0x21) | ByteWord.bytes(word, equalTo: 0xE2)
      }
      guard upper < limit else { break }
      if Self.isStop(at: upper, in: text, ceiling: ceiling) {
        isFound = true
      } else {
        upper += 1
      }
    }
    return min(upper, limit) - offset
  }

  /// Whether the `.`, `!`, `?` or byte E2 at `offset` is a stop.
  private static func isStop(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    if text[offset] == 0xE2 {
      return offset + 2 < ceiling && text[offset + 1] == 0x80 && text[offset + 2] == 0xA6
    }
    return offset + 1 == ceiling || !TextChunk.isWord(text[offset + 1])
  }
}

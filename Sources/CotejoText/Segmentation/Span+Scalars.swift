internal import CotejoICU

/// Code points of valid UTF-8, read where they stand.
///
/// `floor` and `ceiling` bound what may be read: the bytes of the paragraph.
extension Span<UInt8> {
  /// How many bytes the code point has that begins at `offset`.
  func scalarWidth(at offset: Int) -> Int {
    let byte = self[offset]
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The code point that begins at `offset`.
  func scalar(at offset: Int) -> UInt32 {
    let first = UInt32(self[offset])
    if first < 0x80 { return first }
    let second = UInt32(self[offset + 1] & 0x3F)
    if first < 0xE0 { return (first & 0x1F) << 6 | second }
    let third = UInt32(self[offset + 2] & 0x3F)
    if first < 0xF0 { return (first & 0x0F) << 12 | second << 6 | third }
    return (first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[offset + 3] & 0x3F)
  }

  /// Where the code point begins that ends before `offset`, which must be above `floor`.
  func scalarStart(before offset: Int, floor: Int) -> Int {
    var start = offset - 1
    while start > floor, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The class of the code point at `offset`; `nil` at `ceiling`.
  func sentenceCharacter(at offset: Int, ceiling: Int) -> SentenceCharacter? {
    offset < ceiling ? SentenceCharacter(scalar(at: offset)) : nil
  }

  /// The class of the code point before `offset`; `nil` at `floor`.
  func sentenceCharacter(before offset: Int, floor: Int) -> SentenceCharacter? {
    guard offset > floor else { return nil }
    return SentenceCharacter(scalar(at: scalarStart(before: offset, floor: floor)))
  }

  /// The bytes of the white space character that ends before `offset`; `nil` if there is none.
  func whiteSpaceWidth(before offset: Int, floor: Int) -> Int? {
    guard offset > floor else { return nil }
    let start = scalarStart(before: offset, floor: floor)
    return SentenceCharacter(scalar(at: start)) == .whiteSpace ? offset - start : nil
  }

  /// The first byte from `offset` on that is no white space.
  func skippingWhiteSpace(from offset: Int, ceiling: Int) -> Int {
    var offset = offset
    while offset < ceiling {
      let byte = self[offset]
      if byte > 0x20, byte < 0x7F { break }
      guard SentenceCharacter(scalar(at: offset)) == .whiteSpace else { break }
      offset += scalarWidth(at: offset)
    }
    return offset
  }

  /// The end of the text before `offset` that is no white space.
  func trimmingWhiteSpace(before offset: Int, floor: Int) -> Int {
    var offset = offset
    while let width = whiteSpaceWidth(before: offset, floor: floor) { offset -= width }
    return offset
  }

  /// Whether a letter, digit or combining mark begins at `offset`.
  func isWordScalar(at offset: Int, ceiling: Int) -> Bool {
    offset < ceiling && Self.isWord(scalar(at: offset))
  }

  /// Whether a letter, digit or combining mark ends before `offset`.
  func isWordScalar(before offset: Int, floor: Int) -> Bool {
    offset > floor && Self.isWord(scalar(at: scalarStart(before: offset, floor: floor)))
  }

  /// Where the word begins whose letters, digits and marks end before `offset`, at most `limit`
  /// code points back; `offset` itself if there is none.
  func wordStart(before offset: Int, floor: Int, limit: Int = 48) -> Int {
    var start = offset
    var count = 0
    while start > floor, count < limit {
      let previous = scalarStart(before: start, floor: floor)
      guard Self.isWord(scalar(at: previous)) else { break }
      start = previous
      count += 1
    }
    return start
  }

  /// The end of the word that begins at `offset`, at most `limit` code points on.
  func wordEnd(from offset: Int, ceiling: Int, limit: Int = 48) -> Int {
    var end = offset
    var count = 0
    while count < limit, isWordScalar(at: end, ceiling: ceiling) {
      end += scalarWidth(at: end)
      count += 1
    }
    return end
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return 0x61...0x7A ~= scalar | 0x20 || 0x30...0x39 ~= scalar
    }
    return CodePoint.kind(scalar) != .other
  }
}

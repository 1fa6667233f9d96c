internal import CotejoICU

/// What the rules that find sentences ask of the text around a place.
///
/// `floor` and `ceiling` bound what may be read: the bytes of the paragraph.
extension Span<UInt8> {
  /// The class of the code point at `offset`; `nil` at `ceiling`.
  @inline(__always)
  func sentenceCharacter(at offset: Int, ceiling: Int) -> SentenceCharacter? {
    offset < ceiling ? SentenceCharacter(scalar(at: offset)) : nil
  }

  /// The class of the code point before `offset`; `nil` at `floor`.
  func sentenceCharacter(before offset: Int, floor: Int) -> SentenceCharacter? {
    guard offset > floor else { return nil }
    return SentenceCharacter(scalar(at: scalarStart(before: offset, floor: floor)))
  }

  /// The first byte from `offset` on that is no white space.
  func skippingWhiteSpace(from offset: Int, ceiling: Int) -> Int {
    var offset = offset
    while offset < ceiling {
      let length = WhiteSpace.length(in: self, at: offset)
      if length == 0 { break }
      offset += length
    }
    return offset
  }

  /// The end of the text before `offset` that is no white space.
  func trimmingWhiteSpace(before offset: Int, floor: Int) -> Int {
    var offset = offset
    while true {
      let length = WhiteSpace.length(in: self, before: offset, from: floor)
      if length == 0 { return offset }
      offset -= length
    }
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
      // Most words are ASCII.
      if self[start - 1] < 0x80 {
        guard TextChunk.isWord(self[start - 1]) else { break }
        start -= 1
      } else {
        let previous = scalarStart(before: start, floor: floor)
        guard Self.isWord(scalar(at: previous)) else { break }
        start = previous
      }
      count += 1
    }
    return start
  }

  /// The end of the word that begins at `offset`, at most `limit` code points on.
  func wordEnd(from offset: Int, ceiling: Int, limit: Int = 48) -> Int {
    var end = offset
    var count = 0
    while count < limit, end < ceiling {
      if self[end] < 0x80 {
        guard TextChunk.isWord(self[end]) else { break }
        end += 1
      } else {
        guard Self.isWord(scalar(at: end)) else { break }
        end += scalarWidth(at: end)
      }
      count += 1
    }
    return end
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return TextChunk.isWord(UInt8(truncatingIfNeeded: scalar)) }
    return CodePoint.kind(scalar) != .other
  }
}

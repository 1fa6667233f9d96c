/// Whether a text is written as people write mail and on the web.
enum InformalText {
  /// A text is informal if it has a sign of it in so many bytes.
  private static let bytesPerSign = 2000

  /// Whether signs of haste and of the web are so frequent in a paragraph that stops may be missing.
  ///
  /// The signs are `!!`, `??` and their like, two full stops, a small *i* that stands alone, `@`,
  /// `://`, `:)` and `:-)`, and a date with slashes.
  /// - Complexity: O(*n*).
  static func isInformal(_ text: Span<UInt8>, floor: Int, ceiling: Int) -> Bool {
    let needed = max(1, (ceiling - floor + bytesPerSign - 1) / bytesPerSign)
    var signs = 0
    var offset = floor
    while offset < ceiling, signs < needed {
      offset = nextMark(in: text, from: offset, ceiling: ceiling)
      guard offset < ceiling else { break }
      defer { offset += 1 }
      func byte(_ distance: Int) -> UInt8 {
        let place = offset + distance
        return place >= floor && place < ceiling ? text[place] : 0x20
      }
      switch text[offset] {
      case UInt8(ascii: "@"):
        signs += 1
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        if isStrong(byte(1)) {
          signs += 1
          // A row of them is one sign.
          while offset + 1 < ceiling, isStrong(text[offset + 1]) { offset += 1 }
        }
      case UInt8(ascii: "."):
        var end = offset
        while end < ceiling, text[end] == UInt8(ascii: ".") { end += 1 }
        if end - offset == 2 { signs += 1 }
        offset = end - 1
      case UInt8(ascii: "i"):
        if byte(-1) <= 0x20, byte(1) == 0x20 || byte(1) == UInt8(ascii: "'") { signs += 1 }
      case UInt8(ascii: ":"):
        let isEmoticon = byte(byte(1) == UInt8(ascii: "-") ? 2 : 1) == UInt8(ascii: ")")
        let isAddress = byte(1) == UInt8(ascii: "/") && byte(2) == UInt8(ascii: "/")
        if isEmoticon || isAddress { signs += 1 }
      case UInt8(ascii: "/"):
        // 3/27/2001: looked at from the first slash.
        let isDate =
          isDigit(byte(-1)) && isDigit(byte(1))
          && (byte(2) == UInt8(ascii: "/") && isDigit(byte(3))
            || isDigit(byte(2)) && byte(3) == UInt8(ascii: "/") && isDigit(byte(4)))
        if isDate { signs += 1 }
      default: break
      }
    }
    return signs >= needed
  }

  /// The next byte that a sign may begin with, or one near the end of the text.
  @inline(__always)
  private static func nextMark(in text: Span<UInt8>, from lower: Int, ceiling: Int) -> Int {
    var offset = lower
    // The byte before the first is looked at as well: a small *i* stands behind white space.
    while offset > 0, offset + ByteWord.width <= ceiling {
      let word = text.word(at: offset)
      let pronouns =
        ByteWord.bytes(word, equalTo: 0x69)
        & ByteWord.bytes(text.word(at: offset - 1), lessThan: 0x21)
      // `!`, `.` and `/`, `:`, `?` and `@`.
      let found =
        (pronouns | ByteWord.bytes(word, equalTo: 0x21) | ByteWord.bytes(word, equalTo: 0x3A)
          | ByteWord.bytes(word & ~ByteWord.ones, equalTo: 0x2E)
          | ByteWord.bytes(word, equalTo: 0x3F) | ByteWord.bytes(word, equalTo: 0x40))
        & ByteWord.top
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += ByteWord.width
    }
    return offset
  }

  private static func isStrong(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte
  }
}

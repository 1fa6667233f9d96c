/// Brings line ends to LF and takes out control characters.
///
/// CR LF, CR, U+0085, U+2028 and U+2029 become LF. Of the other control characters of ASCII those that
/// part what stands beside them, VT, FF and the information separators U+001C–U+001F, become a space;
/// all others nothing. TAB and LF stay. Controls from U+0080 to U+009F are what is left of
/// Windows-1252 read as ISO 8859-1, and become the characters that were meant; the five that it does
/// not have stay, for they may be part of a ``MojibakeRepair``.
package enum LineEnds {
  /// The text (valid UTF-8) after the rule and its edits; `nil` if it is clean already.
  ///
  /// What was done is noted in `repairs`, at the offset in the file that `place` gives for one in the
  /// text.
  static func clean(
    _ bytes: [UInt8], place: (Int) -> Int, repairs: inout Repairs
  ) -> (bytes: [UInt8], edits: [TextView.Edit])? {
    let text = bytes.span
    var builder = ViewBuilder(bytes)
    var index = CharacterScanner.next(in: text, from: 0)
    while index < text.count {
      let (scalar, width) = text.decodeScalar(at: index)
      var end = index + width
      if let (kind, instead) = rule(scalar, next: end < text.count ? text[end] : 0) {
        if kind == .carriageReturnLineFeed { end += 1 }
        builder.replace(index..<end, with: instead)
        repairs.note(kind, at: place(index))
      }
      index = CharacterScanner.next(in: text, from: end)
    }
    return builder.finish()
  }

  /// What becomes of a code point, `nil` for it stays.
  @inline(__always)
  static func rule(_ scalar: UInt32, next: UInt8) -> (kind: Repairs.Kind, instead: UInt32?)? {
    let lineFeed: UInt32 = 0x0A
    switch scalar {
    case 0x09, 0x0A: return nil
    case 0x0D: return (next == 0x0A ? .carriageReturnLineFeed : .carriageReturn, lineFeed)
    case 0x85: return (.nextLine, lineFeed)
    case 0x2028: return (.lineSeparator, lineFeed)
    case 0x2029: return (.paragraphSeparator, lineFeed)
    case 0x00: return (.nul, nil)
    case 0x0B, 0x0C, 0x1C...0x1F: return (.control, 0x20)
    case 0x01...0x1F, 0x7F: return (.control, nil)
    case 0x80...0x9F: return Windows1252.scalar(of: UInt8(scalar)).map { (.windowsControl, $0) }
    default: return nil
    }
  }

  /// The first line end in a range of a text, which may be one that has not been read yet: LF, CR LF,
  /// CR, U+0085, U+2028 or U+2029; `nil` if there is none.
  ///
  /// - Complexity: O(*n*) in the bytes before it.
  package static func first(in range: Range<Int>, of text: Span<UInt8>) -> Range<Int>? {
    let upper = range.upperBound
    var offset = range.lowerBound
    while true {
      offset = text.firstByte(from: offset, to: upper) { word in
        ByteWord.bytes(word, equalTo: 0x0A) | ByteWord.bytes(word, equalTo: 0x0D)
          | ByteWord.bytes(word, equalTo: 0xC2) | ByteWord.bytes(word, equalTo: 0xE2)
      }
      guard offset < upper else { return nil }
      switch text[offset] {
      case 0x0A: return offset..<offset + 1
      case 0x0D:
        return offset..<offset + (offset + 1 < upper && text[offset + 1] == 0x0A ? 2 : 1)
      case 0xC2 where offset + 1 < upper && text[offset + 1] == 0x85: return offset..<offset + 2
      case 0xE2
      where offset + 2 < upper && text[offset + 1] == 0x80 && 0xA8...0xA9 ~= text[offset + 2]:
        return offset..<offset + 3
      default: offset += 1
      }
    }
  }
}

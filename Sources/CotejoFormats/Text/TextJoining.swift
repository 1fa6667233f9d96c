/// How the sentences of one side are put in a row.
enum TextJoining {
  /// Whether a space belongs between the text so far and what follows it.
  ///
  /// One space, as all readers of parallel text expect, but none at the seam of two characters of a
  /// script that is written without spaces (Chinese and Japanese, with their punctuation), and none
  /// at the start of the text.
  static func needsSpace(after text: UnsafeBufferPointer<UInt8>, before next: UInt32) -> Bool {
    guard let last = lastScalar(of: text) else { return false }
    return !(isWrittenWithoutSpaces(last) && isWrittenWithoutSpaces(next))
  }

  /// The first code point of valid UTF-8, or 0 if there is none.
  static func firstScalar(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let lead = text.first else { return 0 }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return decode(text[..<Swift.min(length, text.count)])
  }

  private static func lastScalar(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var start = text.count - 1
    guard start >= 0 else { return nil }
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return decode(text[start...])
  }

  private static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    guard let lead = bytes.first else { return 0 }
    if bytes.count == 1 { return UInt32(lead) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(bytes.count))
    for byte in bytes.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return scalar
  }

  /// Whether a character belongs to Chinese or Japanese writing.
  ///
  /// From the CJK radicals to the unified ideographs, with kana and CJK punctuation between them,
  /// the compatibility ideographs, the full-width forms, and planes 2 and 3 (Unicode 15, Blocks.txt).
  /// Hangul syllables are not among them: Korean is written with spaces.
  private static func isWrittenWithoutSpaces(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

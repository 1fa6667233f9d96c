internal import CotejoText

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
    text.isEmpty ? 0 : text.span.scalar(at: 0)
  }

  private static func lastScalar(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    text.isEmpty ? nil : text.span.scalar(at: text.span.scalarStart(before: text.count))
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

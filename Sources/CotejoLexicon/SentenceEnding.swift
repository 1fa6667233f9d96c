internal import CotejoICU
internal import CotejoText

/// How a sentence ends, as far as its rendering is likely to end in the same way.
public enum SentenceEnding: UInt8, Hashable, Sendable, CaseIterable {
  /// It goes on in what follows: a comma, a colon, a semicolon or a dash ends it, or what follows
  /// begins with a small letter.
  case open
  /// It is complete: a full stop, an exclamation mark, an ellipsis or, as in headings, no mark ends it.
  ///
  /// Translators trade these for one another.
  case complete
  /// A question mark ends it.
  case question

  /// Finds how the bytes `range` of valid UTF-8 end; what follows is not looked at.
  ///
  /// White space, closing quotes and brackets at the end are passed over. Marks are those of the
  /// General Punctuation, CJK and Arabic blocks of Unicode that have the role of the ASCII ones; in
  /// Greek the semicolon asks.
  init(of range: Range<Int>, in bytes: borrowing Span<UInt8>, isGreek: Bool) {
    self = .complete
    var end = range.upperBound
    while end > range.lowerBound {
      end -= 1
      while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      switch bytes.decodeScalar(at: end).scalar {
      // White space, quotes, brackets, and the asterisk and underscore of plain-text emphasis.
      case 0x09...0x0D, 0x20, 0x22, 0x27, 0x29, 0x2A, 0x5D, 0x5F, 0x7D, 0xA0, 0xAB, 0xBB,
        0x2018...0x201F, 0x2039, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F:
        continue
      case 0x3B where isGreek: self = .question
      // Comma, colon, semicolon; hyphens and dashes; the same in Greek, Arabic, CJK.
      case 0x2C, 0x3A, 0x3B, 0x2D, 0x387, 0x60C, 0x61B, 0x2010...0x2015, 0x3001, 0xFF0C, 0xFF1A,
        0xFF1B:
        self = .open
      case 0x3F, 0x37E, 0x61F, 0xFF1F: self = .question
      default: break
      }
      return
    }
  }

  /// Whether the first letter of the bytes `range` of valid UTF-8 is a small one; digits come first
  /// in what does not begin with a letter.
  static func beginsSmall(_ range: Range<Int>, in bytes: borrowing Span<UInt8>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = bytes.decodeScalar(at: index)
      switch scalar {
      case 0x61...0x7A: return true
      case 0x41...0x5A, 0x30...0x39: return false
      case 0..<0x80: break
      default:
        if let letter = CodePoint.letterCase(scalar) { return letter == .lower }
      }
      index += width
    }
    return false
  }
}

/// What bytes occur in a text: tells which repairs can have anything to do, before they look closer.
struct TextFeatures: OptionSet {
  let rawValue: UInt8

  /// `&`, with which references of HTML begin.
  static let ampersand = TextFeatures(rawValue: 1)
  /// A letter from U+00C0 to U+00FF beside a character that is not ASCII: it may have been read in the
  /// wrong charset.
  static let accentedPair = TextFeatures(rawValue: 2)
  /// The byte EF, with which ligatures and full-width forms begin.
  static let presentationForm = TextFeatures(rawValue: 4)
  /// Letters of Greek or Cyrillic.
  static let otherScript = TextFeatures(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Looks at a text (valid UTF-8).
  ///
  /// - Complexity: O(*n*), at several bytes a nanosecond.
  init(of text: Span<UInt8>) {
    let raw = text.bytes
    var found = EightBytes()
    var index = 0
    while index + 10 <= text.count {
      found.look(
        at: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self),
        behind: raw.unsafeLoadUnaligned(fromByteOffset: index + 2, as: UInt64.self))
      index += 8
    }
    var features = found.features
    while index < text.count {
      switch text[index] {
      case 0x26: features.insert(.ampersand)
      case 0xC3 where index + 2 < text.count && text[index + 2] >= 0xC2:
        features.insert(.accentedPair)
      case 0xEF: features.insert(.presentationForm)
      case 0xCD...0xD4: features.insert(.otherScript)
      default: break
      }
      index += 1
    }
    self = features
  }

  /// What has been seen, eight bytes at a time: the top bit of a byte is set where a feature stands
  /// (Warren, "Hacker's Delight", section 6-1).
  private struct EightBytes {
    private var ampersands: UInt64 = 0
    private var pairs: UInt64 = 0
    private var forms: UInt64 = 0
    private var scripts: UInt64 = 0

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let top: UInt64 = 0x8080_8080_8080_8080

    /// Looks at eight bytes, and at the eight that begin two bytes behind.
    @inline(__always)
    mutating func look(at word: UInt64, behind: UInt64) {
      let (ones, top) = (Self.ones, Self.top)
      ampersands |= Self.zeroBytes(word ^ ones &* 0x26)
      forms |= Self.zeroBytes(word ^ ones &* 0xEF)
      // Bytes from C0 on have both upper bits; C0 and C1 are none of UTF-8.
      pairs |= Self.zeroBytes(word ^ ones &* 0xC3) & behind & behind << 1
      let low = word & ~top
      scripts |= (low &+ ones &* (0x80 - 0x4D)) & ~(low &+ ones &* (0x80 - 0x55)) & word & top
    }

    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
      ~((word & ~top) &+ ~top | word | ~top)
    }

    var features: TextFeatures {
      var features: TextFeatures = []
      if ampersands != 0 { features.insert(.ampersand) }
      if pairs != 0 { features.insert(.accentedPair) }
      if forms != 0 { features.insert(.presentationForm) }
      if scripts != 0 { features.insert(.otherScript) }
      return features
    }
  }
}

/// A stretch of text between white space, as the classifier of sentence ends sees it: its word, the
/// marks around it, what it looks like.
///
/// `Tools/segmentation/features.py` reads chunks alike; the raw values go into the hashes of
/// features and must not change while a model is in use.
struct TextChunk: Hashable {
  /// What a mark is good for.
  enum Mark: UInt32 {
    case none, comma, colon, semicolon, dash, closer, quote, greater, rule, opener, stop, other
  }

  /// What a chunk looks like; `eye` is the English word *I*, `edge` the end of the text or of the
  /// sentence, `marks` a chunk without letters.
  enum Shape: UInt32 {
    case lower, capital, capitals, single, eye, digits, address, mixed, date, edge, marks

    /// Whether names, dates and addresses look so.
    var isNamelike: Bool {
      switch self {
      case .capital, .capitals, .single, .eye, .digits, .address, .date: true
      case .lower, .mixed, .edge, .marks: false
      }
    }

    /// Whether it may go on with a name or title.
    var continuesName: Bool {
      switch self {
      case .capital, .capitals, .single, .digits: true
      default: false
      }
    }
  }

  /// The last mark before the word.
  private(set) var lead = Mark.none
  /// The first mark behind the word.
  private(set) var first = Mark.none
  /// The last mark behind the word, or of a chunk without one.
  private(set) var trail = Mark.none
  /// Which stops are among the marks behind the word: 1 for `.`, 2 for `!`, 4 for `?`, 8 for other
  /// marks, 16 for more than one.
  private(set) var stops: UInt32 = 0
  private(set) var shape = Shape.marks
  /// The hash of the word in small letters; 0 if there is none.
  private(set) var hash: UInt32 = 0
  /// The bytes of the word, 8 for all that are longer.
  private(set) var length: UInt32 = 0

  /// Longer chunks, in bytes, are addresses or rules, and their words are not read.
  static let longest = 64
  /// So many bytes of a word are looked at.
  private static let longestWord = 32

  /// What stands where no chunk is.
  static let edge: TextChunk = {
    var chunk = TextChunk()
    chunk.shape = .edge
    return chunk
  }()

  private init() {}

  /// Reads the chunk between two bytes, which must not be empty.
  ///
  /// - Complexity: O(1): at most `longest` bytes are read.
  init(from lower: Int, to upper: Int, in text: Span<UInt8>) {
    self =
      Self.plain(from: lower, ceiling: upper, in: text)?.chunk
      ?? Self(anyFrom: lower, to: upper, in: text)
  }

  /// The same for a chunk of any kind, by its marks first.
  init(anyFrom lower: Int, to upper: Int, in text: Span<UInt8>) {
    var lower = lower
    var upper = upper
    if upper - lower > Self.longest {
      shape = .address
      let width = Self.markLength(before: upper, floor: lower, in: text)
      if width > 0 {
        trail = Self.mark(at: upper - width, in: text)
        first = trail
      }
      return
    }
    while lower < upper {
      let width = Self.markLength(at: lower, ceiling: upper, in: text)
      if width == 0 { break }
      lead = Self.mark(at: lower, in: text)
      lower += width
    }
    if lower == upper {
      trail = lead
      return
    }
    while true {
      let width = Self.markLength(before: upper, floor: lower, in: text)
      if width == 0 { break }
      upper -= width
      first = Self.mark(at: upper, in: text)
      if trail == .none { trail = first }
      let bit = Self.stopBit(text[upper])
      stops = stops == 0 ? bit : stops | bit | 16
    }
    readWord(from: lower, to: upper, in: text)
  }

  /// Reads the chunk that begins at `lower` and its end, if it is a word of ASCII letters with one
  /// ASCII mark behind it or none, as most are; `nil` for any other.
  ///
  /// What is read is what `init(from:to:in:)` finds, in one pass over the bytes.
  /// - Complexity: O(1): at most 33 bytes are read.
  @inline(__always)
  static func plain(
    from lower: Int, ceiling: Int, in text: Span<UInt8>
  ) -> (chunk: TextChunk, upper: Int)? {
    var value = hashSeed
    var capitals = 0
    var upper = lower
    let end = min(ceiling, lower + longestWord)
    while upper < end {
      let small = text[upper] | 0x20
      guard 0x61...0x7A ~= small else { break }
      // 1 for a capital, which is the letter without this bit.
      capitals += Int((text[upper] ^ small) >> 5)
      value = hash(value, small)
      upper += 1
    }
    guard upper > lower else { return nil }
    var chunk = TextChunk()
    let count = upper - lower
    if upper < ceiling, text[upper] > 0x20 {
      let mark = text[upper]
      // A digit goes on with the word; a character beyond ASCII may.
      guard mark < 0x80, !isWord(mark), upper + 1 == ceiling || text[upper + 1] <= 0x20 else {
        return nil
      }
      chunk.first = Self.mark(at: upper, in: text)
      chunk.trail = chunk.first
      chunk.stops = stopBit(mark)
      upper += 1
    }
    chunk.hash = FeatureKey.mixed(value)
    chunk.length = UInt32(min(count, 8))
    if text[lower] > 0x5A {
      chunk.shape = capitals > 0 ? .mixed : .lower
    } else if capitals < count {
      chunk.shape = .capital
    } else {
      chunk.shape = count > 1 ? .capitals : text[lower] == UInt8(ascii: "I") ? .eye : .single
    }
    return (chunk, upper)
  }

  /// The hash of no bytes.
  private static let hashSeed: UInt32 = 0x811C_9DC5

  /// The hash of bytes that `value` is the hash of and one more.
  @inline(__always)
  private static func hash(_ value: UInt32, _ byte: UInt8) -> UInt32 {
    (value ^ UInt32(byte)) &* 0x9E37_79B1
  }

  /// The bit of `stops` that a mark sets, by its first byte.
  @inline(__always)
  private static func stopBit(_ byte: UInt8) -> UInt32 {
    switch byte {
    case UInt8(ascii: "."): 1
    case UInt8(ascii: "!"): 2
    case UInt8(ascii: "?"): 4
    default: 8
    }
  }

  /// Hashes the word and finds its shape.
  private mutating func readWord(from lower: Int, to upper: Int, in text: Span<UInt8>) {
    var capitals = 0
    var small = 0
    var digits = 0
    var slashes = 0
    var signs = 0
    var begins = false
    var value = Self.hashSeed
    var previous: UInt8 = 0
    let end = min(upper, lower + Self.longestWord)
    for offset in lower..<end {
      var byte = text[offset]
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A:
        capitals += 1
        begins = begins || offset == lower
        byte |= 0x20
      case 0x61...0x7A: small += 1
      case UInt8(ascii: "/"): slashes += 1
      case UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "_"): signs += 1
      case 0x80...0xBF where previous == 0xC3:
        // U+00C0 to U+00DE without the sign of multiplication are capitals.
        if byte <= 0x9E, byte != 0x97 {
          capitals += 1
          begins = begins || offset == lower + 1
          byte += 0x20
        } else if byte >= 0x9F {
          small += 1
        }
      default: break
      }
      value = Self.hash(value, byte)
      previous = byte
    }
    hash = FeatureKey.mixed(value)
    length = UInt32(min(upper - lower, 8))
    if slashes == 2, digits >= 3, digits + slashes == upper - lower {
      shape = .date
    } else if slashes > 0 || signs > 0 {
      shape = .address
    } else if digits > 0 {
      shape = .digits
    } else if !begins {
      shape = capitals > 0 ? .mixed : .lower
    } else if small == 0 {
      let isEye = upper - lower == 1 && text[lower] == UInt8(ascii: "I")
      shape = capitals > 1 ? .capitals : isEye ? .eye : .single
    } else {
      // *I'm*, *I’ve*.
      let isEye =
        text[lower] == UInt8(ascii: "I")
        && (text[lower + 1] == UInt8(ascii: "'") || text[lower + 1] == 0xE2)
      shape = isEye ? .eye : .capital
    }
  }

  /// The bytes of the mark that begins at `offset`; 0 if a word does.
  static func markLength(at offset: Int, ceiling: Int, in text: Span<UInt8>) -> Int {
    let byte = text[offset]
    if byte < 0x80 { return isWord(byte) ? 0 : 1 }
    if byte == 0xC2, offset + 1 < ceiling { return isWordOfLatin1(text[offset + 1]) ? 0 : 2 }
    guard byte == 0xE2, offset + 2 < ceiling, 0x80...0x83 ~= text[offset + 1] else { return 0 }
    return 3
  }

  /// The bytes of the mark that ends before `offset`; 0 if a word does.
  static func markLength(before offset: Int, floor: Int, in text: Span<UInt8>) -> Int {
    let byte = text[offset - 1]
    if byte < 0x80 { return isWord(byte) ? 0 : 1 }
    if offset - 2 >= floor, text[offset - 2] == 0xC2 { return isWordOfLatin1(byte) ? 0 : 2 }
    guard offset - 3 >= floor, text[offset - 3] == 0xE2, 0x80...0x83 ~= text[offset - 2] else {
      return 0
    }
    return 3
  }

  /// The kind of the mark whose first byte is at `offset`.
  static func mark(at offset: Int, in text: Span<UInt8>) -> Mark {
    switch text[offset] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "-"): return .dash
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .closer
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
    case UInt8(ascii: ">"): return .greater
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "~"),
      UInt8(ascii: "#"):
      return .rule
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): return .opener
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
    case 0xC2: return text[offset + 1] == 0xAB || text[offset + 1] == 0xBB ? .quote : .other
    case 0xE2 where text[offset + 1] == 0x80:
      switch text[offset + 2] {
      case 0x90...0x95: return .dash
      case 0x98...0x9F, 0xB9, 0xBA: return .quote
      case 0xA6: return .stop
      default: return .other
      }
    default: return .other
    }
  }

  /// Whether a byte is an ASCII letter or digit.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte
  }

  /// Whether the second byte of a character from U+0080 to U+00BF is that of ª, µ or º.
  private static func isWordOfLatin1(_ byte: UInt8) -> Bool {
    byte == 0xAA || byte == 0xB5 || byte == 0xBA
  }
}

/// Folds the words of a text as the words of the language data are: small letters of Western
/// languages without accents, one apostrophe.
///
/// Accents go because news without them is common (*dolares*, *anos*) and no two words of the data
/// differ by one.
struct WordFolder: Sendable {
  /// Words longer than this, in bytes, are in no list.
  private static let ceiling = 40

  /// The word folded last; its storage is kept from word to word.
  private(set) var bytes: [UInt8] = []

  /// Folds the word in a range of valid UTF-8; false if it is too long to be in a list.
  mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= Self.ceiling else { return false }
    bytes.removeAll(keepingCapacity: true)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte < 0x80 {
        bytes.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
      } else if byte == 0xC3, offset + 1 < range.upperBound {
        // U+00C0…U+00FF: the letters of Latin-1, small ones 32 above their capitals.
        offset += 1
        let small = 0x80...0x9E ~= text[offset] ? text[offset] | 0x20 : text[offset]
        switch small {
        case 0xA0...0xA5: bytes.append(UInt8(ascii: "a"))
        case 0xA7: bytes.append(UInt8(ascii: "c"))
        case 0xA8...0xAB: bytes.append(UInt8(ascii: "e"))
        case 0xAC...0xAF: bytes.append(UInt8(ascii: "i"))
        case 0xB1: bytes.append(UInt8(ascii: "n"))
        case 0xB2...0xB6: bytes.append(UInt8(ascii: "o"))
        case 0xB9...0xBC: bytes.append(UInt8(ascii: "u"))
        default:
          bytes.append(byte)
          bytes.append(small)
        }
      } else if byte == 0xCC || byte == 0xCD, offset + 1 < range.upperBound {
        // U+0300…U+037F: combining accents, and the first Greek letters with them.
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
        if scalar >= 0x370 {
          bytes.append(byte)
          bytes.append(text[offset + 1])
        }
        offset += 1
      } else if byte == 0xE2, offset + 2 < range.upperBound, text[offset + 1] == 0x80,
        text[offset + 2] == 0x99
      {
        bytes.append(UInt8(ascii: "'"))
        offset += 2
      } else {
        bytes.append(byte)
      }
      offset += 1
    }
    return true
  }
}

internal import CotejoICU

/// Code points of valid UTF-8, one at a time, for code that works on bytes.
package enum UTF8Scalars {
  /// The code point that starts at `offset` of valid UTF-8, and how many bytes it takes.
  @inline(__always)
  package static func decode(
    _ bytes: borrowing Span<UInt8>, at offset: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(bytes[offset + 3] & 0x3F)
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// Appends a code point as UTF-8.
  package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// The simple case folding of a code point.
  package static func caseFolded(_ scalar: UInt32) -> UInt32 {
    // The Latin-1 letters, most of what Spanish needs, without a call.
    if (0xC0...0xDE).contains(scalar), scalar != 0xD7 { return scalar + 0x20 }
    if (0xDF...0xFF).contains(scalar) { return scalar }
    return CodePoint.caseFolded(scalar)
  }

  /// How many code points a range of valid UTF-8 holds.
  package static func count(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

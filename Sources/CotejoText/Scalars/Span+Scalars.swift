/// Code points of valid UTF-8, read where they stand (Unicode Standard, table 3-6).
///
/// The one place that knows how UTF-8 is read. Offsets are bytes and must be those of the first
/// byte of a code point; nothing is checked but the bounds of the span.
extension Span<UInt8> {
  /// The code point that begins at `offset`, and how many bytes it has.
  @inlinable
  @inline(__always)
  package func decodeScalar(at offset: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(self[offset + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(self[offset + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(self[offset + 3] & 0x3F)
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// The code point that begins at `offset`.
  @inlinable
  @inline(__always)
  package func scalar(at offset: Int) -> UInt32 {
    decodeScalar(at: offset).scalar
  }

  /// How many bytes the code point has that begins at `offset`.
  @inlinable
  @inline(__always)
  package func scalarWidth(at offset: Int) -> Int {
    let lead = self[offset]
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Where the code point begins that ends before `offset`, which must be above `floor`; never below
  /// `floor`.
  @inlinable
  @inline(__always)
  package func scalarStart(before offset: Int, floor: Int = 0) -> Int {
    var start = offset - 1
    while start > floor, Self.isContinuation(self[start]) { start -= 1 }
    return start
  }

  /// How many code points begin in a range of bytes.
  package func scalarCount(in range: Range<Int>) -> Int {
    var count = range.count
    var offset = range.lowerBound
    while offset + ByteWord.width <= range.upperBound {
      count -= ByteWord.continuations(in: word(at: offset))
      offset += ByteWord.width
    }
    while offset < range.upperBound {
      if Self.isContinuation(self[offset]) { count -= 1 }
      offset += 1
    }
    return count
  }

  /// Whether a byte goes on with a code point that began before it.
  @inlinable
  @inline(__always)
  package static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension [UInt8] {
  /// Appends a code point, which must not be a surrogate, as UTF-8.
  @inlinable
  package mutating func append(scalar: UInt32) {
    func continuation(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F)
    }
    switch scalar {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(continuation(0))
    case ..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(continuation(6))
      append(continuation(0))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(continuation(12))
      append(continuation(6))
      append(continuation(0))
    }
  }
}

/// Eight bytes of a text at a time, as a number.
///
/// Tests answer with the highest bit of each byte that passes. The lowest of these bits is right; a
/// higher one may be set in error, by a borrow from a byte that passed.
enum ByteWord {
  /// The lowest bit of each byte.
  static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each byte.
  static let top: UInt64 = 0x8080_8080_8080_8080
  /// How many bytes there are.
  static let width = 8

  /// Which bytes equal a byte; bits other than the highest of each byte mean nothing.
  @inline(__always)
  static func bytes(_ word: UInt64, equalTo byte: UInt8) -> UInt64 {
    let rest = word ^ (ones &* UInt64(byte))
    return (rest &- ones) & ~rest
  }

  /// Which bytes are less than a byte up to 0x80; bits other than the highest of each byte mean nothing.
  @inline(__always)
  static func bytes(_ word: UInt64, lessThan byte: UInt8) -> UInt64 {
    (word &- ones &* UInt64(byte)) & ~word
  }

  /// The same as `bytes(_:equalTo:)`, and none is in error.
  @inline(__always)
  static func bytes(_ word: UInt64, thatAre byte: UInt8) -> UInt64 {
    let rest = word ^ (ones &* UInt64(byte))
    return ~((rest & ~top) &+ ~top | rest)
  }

  /// Which bytes are a byte from 0x80 on or more; none is in error, and bits other than the highest of
  /// each byte mean nothing.
  @inline(__always)
  static func bytes(_ word: UInt64, from byte: UInt8) -> UInt64 {
    ((word & ~top) &+ ones &* UInt64(0 &- byte)) & word
  }

  /// How many bytes go on with a code point that began before them.
  @inline(__always)
  static func continuations(in word: UInt64) -> Int {
    let each = word >> 7 & ~(word >> 6) & ones
    return Int(truncatingIfNeeded: (each &* ones) >> 56)
  }
}

extension Span<UInt8> {
  /// The eight bytes that begin at `offset`, all of them in the span, the first the lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The first byte from `lower` up to `upper` that passes a test: one of `ByteWord`, or some joined
  /// by `|`; `upper` if none does.
  @inline(__always)
  func firstByte(from lower: Int, to upper: Int, passing test: (UInt64) -> UInt64) -> Int {
    var offset = lower
    while offset + ByteWord.width <= upper {
      let found = test(word(at: offset)) & ByteWord.top
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += ByteWord.width
    }
    while offset < upper, test(UInt64(self[offset]) &* ByteWord.ones) & 0x80 == 0 { offset += 1 }
    return offset
  }
}

/// The charset Windows-1252, as the WHATWG encoding standard has it.
enum Windows1252 {
  /// The code points of the bytes from 80 to 9F; 0 for the five that it does not have.
  private static let specials: InlineArray<32, UInt32> = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The code point of a byte from 80 to 9F; `nil` if the charset does not have it.
  static func scalar(of byte: UInt8) -> UInt32? {
    let scalar = specials[Int(byte) - 0x80]
    return scalar == 0 ? nil : scalar
  }

  /// The byte from 80 to FF that a code point comes from; `nil` for ASCII and what the charset does
  /// not have.
  ///
  /// Controls from U+0080 to U+009F are the bytes of their numbers: programs that meet one of the five
  /// that the charset does not have let it through.
  static func byte(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case ..<0x80: return nil
    case ...0xFF: return UInt8(scalar)
    case 0x152...0x2122:
      for index in 0..<32 where specials[index] == scalar { return UInt8(0x80 + index) }
      return nil
    default: return nil
    }
  }
}

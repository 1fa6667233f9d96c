/// The letters that Western Europe writes.
package enum WesternLetters {
  /// A small letter without its accent: *e* of *é*; every other code point as it is.
  package static func withoutAccent(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xE0...0xE5: 0x61
    case 0xE7: 0x63
    case 0xE8...0xEB: 0x65
    case 0xEC...0xEF: 0x69
    case 0xF1: 0x6E
    case 0xF2...0xF6: 0x6F
    case 0xF9...0xFC: 0x75
    default: scalar
    }
  }
}

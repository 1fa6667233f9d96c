/// A generator that gives the same numbers on every run: SplitMix64 of Steele, Lea and Flood 2014.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// UTF-8 of random characters, with more of those that normalization, folding or charsets touch.
func randomText(scalars count: Int, using generator: inout SeededGenerator) -> [UInt8] {
  let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x61...0x7A, 0xA0...0x17F, 0x300...0x34F, 0x370...0x3FF, 0x1E00...0x1FFF,
    0x2000...0x206F, 0x1100...0x11FF, 0xAC00...0xAD00, 0xFB00...0xFB06, 0xFF00...0xFF60,
    0x0...0xD7FF, 0xE000...0x10FFFF,
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<count {
    let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
    if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
      text.append(scalar)
    }
  }
  return Array(String(text).utf8)
}

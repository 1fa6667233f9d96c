/// How the classifier of sentence ends hashes what it sees; `Tools/segmentation/features.py` does
/// the same.
enum FeatureKey {
  /// Spreads the bits of a hash and cuts it to 24 of them: a model has few keys, and most of their
  /// differences fit two bytes.
  @inline(__always)
  static func mixed(_ value: UInt32) -> UInt32 {
    let value = (value ^ value >> 15) &* 0x85EB_CA77
    return (value ^ value >> 13) >> 8
  }

  /// The key of a feature: the number of its template and what was seen.
  @inline(__always)
  static func key(_ template: UInt32, _ first: UInt32 = 0, _ second: UInt32 = 0) -> UInt32 {
    var value = template &* 0x9E37_79B1
    value = (value ^ first) &* 0x85EB_CA77 &+ 0x1656_67B1
    value ^= value >> 16
    return mixed((value ^ second) &* 0xC2B2_AE3D &+ 0x27D4_EB2F)
  }

  /// Sorts a number of bytes into nine sizes.
  static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ...8: 0
    case ...16: 1
    case ...28: 2
    case ...45: 3
    case ...70: 4
    case ...100: 5
    case ...150: 6
    case ...250: 7
    default: 8
    }
  }
}

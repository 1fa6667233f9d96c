/// A hash of text that is the same in every run, for telling texts apart without keeping them.
///
/// 128 bits from two chains of multiply-and-fold steps (the scheme of wyhash): not for secrets, but
/// among a billion texts the chance of one false match is below 10⁻²⁰.
struct TextHash: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(_ bytes: Span<UInt8>) {
    var first: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var second: UInt64 = 0xD6E8_FEB8_6659_FD93
    var offset = 0
    while offset < bytes.count {
      var word: UInt64 = 0
      let width = min(8, bytes.count - offset)
      for index in 0..<width { word |= UInt64(bytes[offset + index]) << UInt64(index * 8) }
      first = Self.fold(first ^ word, 0xA076_1D64_78BD_642F)
      second = Self.fold(second ^ word, 0xE703_7ED1_A0B4_28DB) ^ first
      offset += 8
    }
    high = Self.fold(first, 0x8EBC_6AF0_9C88_C6E3)
    low = Self.fold(second, 0x5899_65CC_7537_4CC3)
  }

  /// The product of two words, its halves folded together.
  static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    // A factor of zero would swallow everything behind it.
    let product = (left | 1 << 63).multipliedFullWidth(by: right)
    return product.high ^ product.low ^ left
  }
}

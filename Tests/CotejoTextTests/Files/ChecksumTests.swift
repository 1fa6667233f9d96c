import CotejoTestSupport
import Testing

@testable import CotejoText

struct ChecksumTests {
  private func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { xxh64($0) } }

  /// Published results of XXH64 with seed 0; the longer ones go through the four lanes.
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("xxhash", 0x32DD_3895_2C4B_C720),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
      ("The quick brown fox jumps over the lazy dog", 0x0B24_2D36_1FDA_71BC),
    ] as [(String, UInt64)])
  func `known texts have their known sums`(_ text: String, _ sum: UInt64) {
    #expect(checksum(Array(text.utf8)) == sum)
  }

  @Test func `every length and every bit counts, wherever the bytes lie`() {
    var generator = SeededGenerator(seed: 18)
    let bytes = (0..<80).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var sums: Set<UInt64> = []
    for length in 0...bytes.count {
      let part = Array(bytes[..<length])
      sums.insert(checksum(part))
      for bit in 0..<(length * 8) where bit % 7 == 0 {
        var other = part
        other[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(checksum(other) != checksum(part))
      }
      // At an odd address.
      let moved = [0] + part
      #expect(
        moved.withUnsafeBytes { xxh64(UnsafeRawBufferPointer(rebasing: $0[1...])) }
          == checksum(part))
    }
    #expect(sums.count == bytes.count + 1)
  }
}

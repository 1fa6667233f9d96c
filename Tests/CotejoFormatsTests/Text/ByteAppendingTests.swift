import CotejoTestSupport
import Testing

@testable import CotejoFormats

struct ByteAppendingTests {
  @Test(arguments: [
    (0.0, "0.00"), (1, "1.00"), (0.5, "0.50"), (0.93, "0.93"), (0.875, "0.875"),
    (0.87315, "0.8732"), (0.00004, "0.00"), (0.00005, "0.0001"), (0.99999, "1.00"),
    (0.1001, "0.1001"), (0.01, "0.01"), (0.009, "0.009"), (-0.3, "0.00"), (1.0001, "1.00"),
    (Double(Float(0.93)), "0.93"), (1e300, "1.00"), (-1e300, "0.00"), (-0.0, "0.00"),
  ])
  func `A score has two to four decimals`(score: Double, expected: String) {
    var bytes: [UInt8] = []
    bytes.append(score: score)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test
  func `A score reads back within half of its last decimal`() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<10_000 {
      let score = Double.random(in: 0...1, using: &generator)
      var bytes: [UInt8] = []
      bytes.append(score: score)
      let back = try #require(Double(String(decoding: bytes, as: UTF8.self)))
      #expect(abs(back - score) <= 0.00005 + 1e-12)
    }
  }

  @Test(arguments: [0, 7, 10, -1, 123_456_789, Int.max, Int.min])
  func `A whole number is written as Swift writes it`(number: Int) {
    var bytes: [UInt8] = Array("x".utf8)
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == "x\(number)")
  }
}

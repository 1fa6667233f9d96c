import CotejoTestSupport
import Testing

@testable import CotejoText

struct ByteWordTests {
  /// Bytes of which many are next to one another in value, where a borrow would show.
  private func bytes(_ numbers: inout SeededGenerator) -> [UInt8] {
    let base = UInt8.random(in: 0...250, using: &numbers)
    return (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
      Bool.random(using: &numbers) ? base + UInt8.random(in: 0...5, using: &numbers) : 0x20
    }
  }

  @Test func `the first byte that passes is found`() {
    var numbers = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let text = bytes(&numbers)
      let sought = text.randomElement(using: &numbers) ?? 0
      let lower = Int.random(in: 0...text.count, using: &numbers)
      let upper = Int.random(in: lower...text.count, using: &numbers)
      let range = lower..<upper
      func found(_ test: (UInt64) -> UInt64) -> Int {
        text.span.firstByte(from: lower, to: upper, passing: test)
      }
      func expected(_ test: (UInt8) -> Bool) -> Int {
        range.first { test(text[$0]) } ?? upper
      }
      #expect(found { ByteWord.bytes($0, equalTo: sought) } == expected { $0 == sought })
      #expect(found { ByteWord.bytes($0, thatAre: sought) } == expected { $0 == sought })
      #expect(
        found { ByteWord.bytes($0, equalTo: sought) | ByteWord.bytes($0, equalTo: 0x20) }
          == expected { $0 == sought || $0 == 0x20 })
      let limit = min(sought, 0x80)
      #expect(found { ByteWord.bytes($0, lessThan: limit) } == expected { $0 < limit })
      let least = sought | 0x80
      #expect(found { ByteWord.bytes($0, from: least) } == expected { $0 >= least })
    }
  }

  @Test func `tests without error tell every byte`() {
    var numbers = SeededGenerator(seed: 2)
    for _ in 0..<3000 {
      let text = bytes(&numbers) + [0, 0x7F, 0x80, 0xFF, 0x21, 0x1F, 0xD5, 0xD6]
      let word = text.span.word(at: text.count - 8)
      for (index, byte) in text.suffix(8).enumerated() {
        let bit: UInt64 = 0x80 << (8 * UInt64(index))
        #expect((ByteWord.bytes(word, thatAre: byte) & bit != 0))
        #expect((ByteWord.bytes(word, thatAre: byte ^ 1) & bit == 0))
        #expect((ByteWord.bytes(word, from: 0xD6) & bit != 0) == (byte >= 0xD6))
      }
    }
  }

  @Test func `code points are counted as they are one by one`() {
    var numbers = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let string = numbers.text(upTo: 120)
      let bytes = Array(string.utf8)
      #expect(bytes.span.scalarCount(in: 0..<bytes.count) == string.unicodeScalars.count)
      let lower = Int.random(in: 0...bytes.count, using: &numbers)
      let count = bytes[lower...].count { $0 & 0xC0 != 0x80 }
      #expect(bytes.span.scalarCount(in: lower..<bytes.count) == count)
    }
  }
}

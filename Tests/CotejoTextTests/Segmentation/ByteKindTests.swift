import CotejoTestSupport
import Testing

@testable import CotejoText

struct ByteKindTests {
  @Test(arguments: [0x40, 0x60] as [UInt8])
  func `the scan passes over plain bytes only`(_ limit: UInt8) {
    let table = limit == 0x40 ? ByteKind.table : ByteKind.tableWithCapitals
    var numbers = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      // Any bytes, most of them small letters and spaces.
      let text = (0..<Int.random(in: 0...60, using: &numbers)).map { _ -> UInt8 in
        switch Int.random(in: 0...20, using: &numbers) {
        case 0: .random(in: 0...255, using: &numbers)
        case 1...4: 0x20
        default: .random(in: 0x61...0x7A, using: &numbers)
        }
      }
      let lower = Int.random(in: 0...text.count, using: &numbers)
      let next = ByteKind.next(in: text.span, from: lower, to: text.count, below: limit)
      #expect(next >= lower && next <= text.count)
      #expect(text[lower..<next].allSatisfy { table[Int($0)] == ByteKind.plain })
    }
  }

  @Test func `it stops at no small letter, space or letter of two bytes`() {
    let text = Array("una línea que sigue y sigue sin señal ninguna hasta aquí".utf8)
    for limit in [0x40, 0x60] as [UInt8] {
      #expect(ByteKind.next(in: text.span, from: 0, to: text.count, below: limit) == text.count)
    }
  }
}

import CotejoTestSupport
import Testing

@testable import CotejoText

struct CharacterScannerTests {
  /// A byte at a time what the scanner finds eight at a time.
  private func slow(_ bytes: [UInt8], from start: Int) -> Int {
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 && byte != 9 && byte != 10 || byte == 0x7F || byte == 0xC2 || byte >= 0xE1 {
        return index
      }
    }
    return bytes.count
  }

  @Test func agreesWithTheSlowWay() {
    var generator = SeededGenerator(seed: 37)
    for round in 0..<4000 {
      // Few stops, so that whole words are passed; TAB and LF beside what borrows from them.
      let bytes = (0..<round % 50).map { _ -> UInt8 in
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: UInt8.random(in: 0...255, using: &generator)
        case 1: 0x0A
        case 2: 0xC3
        case 3: 0x80
        case 4: 0x20
        default: UInt8.random(in: 0x21...0x7E, using: &generator)
        }
      }
      var index = 0
      while index <= bytes.count {
        let found = CharacterScanner.next(in: bytes.span, from: index)
        #expect(found == slow(bytes, from: index))
        index = found + 1
      }
    }
  }
}

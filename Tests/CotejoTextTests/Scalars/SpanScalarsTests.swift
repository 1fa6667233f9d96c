import CotejoTestSupport
import CotejoText
import Testing

struct SpanScalarsTests {
  @Test func `reads and writes every code point as the standard library does`() {
    for value in (0...0x10FFFF as ClosedRange<UInt32>) {
      // Every one where the width changes, a sample between.
      guard value < 0x900 || value & 0xFFF < 4 || value % 97 == 0,
        let scalar = Unicode.Scalar(value)
      else { continue }
      let expected = Array(String(Character(scalar)).utf8)
      var bytes: [UInt8] = [0x78]
      bytes.append(scalar: value)
      guard bytes.dropFirst().elementsEqual(expected) else {
        Issue.record("U+\(String(value, radix: 16)) is written as \(bytes.dropFirst())")
        return
      }
      let (read, width) = bytes.span.decodeScalar(at: 1)
      guard read == value, width == expected.count, bytes.span.scalarWidth(at: 1) == width else {
        Issue.record("U+\(String(value, radix: 16)) reads U+\(String(read, radix: 16))")
        return
      }
      #expect(bytes.span.scalarStart(before: bytes.count) == 1)
    }
  }

  @Test func `walks text in both directions`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let text = generator.text(upTo: 40)
      let bytes = Array(text.utf8)
      let expected = text.unicodeScalars.map(\.value)
      #expect(bytes.span.scalarCount(in: bytes.indices) == expected.count)
      var forward: [UInt32] = []
      var offset = 0
      while offset < bytes.count {
        forward.append(bytes.span.scalar(at: offset))
        offset += bytes.span.scalarWidth(at: offset)
      }
      #expect(forward == expected)
      var backward: [UInt32] = []
      while offset > 0 {
        offset = bytes.span.scalarStart(before: offset)
        backward.append(bytes.span.scalar(at: offset))
      }
      #expect(backward == expected.reversed())
    }
  }

  @Test func `stops at the floor`() {
    #expect([0x80, 0x80, 0x80].span.scalarStart(before: 3, floor: 1) == 1)
  }
}

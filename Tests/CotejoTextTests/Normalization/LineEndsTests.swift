import CotejoTestSupport
import Testing

@testable import CotejoText

struct LineEndsTests {
  @Test(arguments: [
    ("one\ntwo", 3..<4), ("one\r\ntwo", 3..<5), ("one\rtwo", 3..<4), ("a\u{85}b", 1..<3),
    ("…\u{2028}b", 3..<6), ("É\u{A0}\u{2029}", 4..<7), ("\n", 0..<1), ("none", nil), ("", nil),
    ("é…\u{A8} « »", nil),
  ])
  func `the first line end is found`(_ text: String, _ lineEnd: Range<Int>?) {
    let bytes = Array(text.utf8)
    #expect(LineEnds.first(in: 0..<bytes.count, of: bytes.span) == lineEnd)
  }

  @Test func `only whole line ends within the range count`() {
    let bytes = Array("ab\u{2028}".utf8)
    #expect(LineEnds.first(in: 0..<4, of: bytes.span) == nil)
    #expect(LineEnds.first(in: 3..<5, of: bytes.span) == nil)
    let carriage = Array("ab\r\n".utf8)
    #expect(LineEnds.first(in: 0..<3, of: carriage.span) == 2..<3)
  }

  @Test func `all line ends of any text are those of its lines`() {
    var numbers = SeededGenerator(seed: 9)
    let pieces = [
      "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{2026}", "é", "plain words",
    ]
    for _ in 0..<500 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      let bytes = Array(text.utf8)
      var rest = 0..<bytes.count
      var lines = 0
      while let lineEnd = LineEnds.first(in: rest, of: bytes.span) {
        lines += 1
        rest = lineEnd.upperBound..<bytes.count
      }
      #expect(lines == text.count { $0.isNewline })
    }
  }
}

import CotejoTestSupport
import Testing

@testable import CotejoFormats

struct LineFoldingTests {
  private func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(folded: [TranslationUnit.Segment(document: "", start: 0, end: 0, text: text)])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a b", "a b"), ("a  b", "a b"), ("a\tb", "a b"), ("a\r\nb", "a b"), ("a \u{2028} b", "a b"),
    ("a\u{2029}b", "a b"), ("a\u{85}b", "a b"), ("a\u{0B}\u{0C}b", "a b"), ("a\0b", "a b"),
    ("\u{7F}a\u{9F}", "a"), (" a ", "a"), ("\n", ""), ("", ""), ("1\u{A0}000", "1\u{A0}000"),
    ("¿Qué?", "¿Qué?"), ("«a» — “b”", "«a» — “b”"), ("a\u{2027}b\u{202A}c", "a\u{2027}b\u{202A}c"),
    ("a\u{200B}b", "a\u{200B}b"),
  ])
  func `White space and line ends become one space, all else stays`(
    text: String, expected: String
  ) {
    #expect(Array(fold(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test
  func `Folding keeps every other character and folds nothing twice`() {
    let space = { (scalar: Unicode.Scalar) in
      scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<3000 {
      let text = generator.text(upTo: 30)
      let folded = fold(text)
      let words = text.unicodeScalars.split(whereSeparator: space).map { Array($0) }
      #expect(Array(folded.unicodeScalars) == Array(words.joined(separator: [" "])))
      #expect(fold(folded) == folded)
    }
  }
}

import CotejoTestSupport
import Testing

@testable import CotejoText

struct ListNumberTests {
  private func read(_ text: String, isParagraph: Bool = true) -> ListNumber? {
    let bytes = Array(text.utf8)
    return ListNumber(at: 0, in: bytes.span, ceiling: bytes.count, isParagraph: isParagraph)
  }

  private func heading(_ text: String) -> ListNumber? {
    let bytes = Array(text.utf8)
    return ListNumber(heading: 0..<bytes.count, in: bytes.span)
  }

  @Test(
    arguments: [
      ("3. Pan", 3, 2), ("12) Pan", 12, 3), ("(4) Pan", 4, 3), ("b) Pan", 2, 2), ("(c) Pan", 3, 3),
      ("ii) Pan", 2, 3), ("IV. Pan", 4, 3), ("XIX. Pan", 19, 4), ("2.3. Pan", 2003, 4),
      ("2.3.1 Pan", 2_003_001, 5), ("7.- Pan", 7, 3), ("1.", 1, 2), ("1.\u{A0}Pan", 1, 2),
      ("999) Pan", 999, 4), ("I. Pan", 1, 2),
    ] as [(String, Int32, Int)])
  func `items are known by their numbers`(_ text: String, _ value: Int32, _ end: Int) {
    #expect(read(text)?.value == value)
    #expect(read(text)?.end == end)
  }

  @Test(
    arguments: [
      "", "3 panes", "2.5 millones", "2021. Un año", "J. Paz", "(véase 3)", "a. C.", "XL. Pan",
      "IIII. Pan", "Mix. Pan", "3.Pan", "3)Pan", "(4 Pan", "Pan", "¿3. ?", "VV. Pan",
    ])
  func `what is no number of an item is left alone`(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func `inside a paragraph a capital with a stop is an initial`() {
    #expect(read("V. Roa habló", isParagraph: false) == nil)
    #expect(read("ii) Pan", isParagraph: false)?.value == 2)
  }

  @Test(
    arguments: [
      ("Artículo 5", 5), ("Article 5.", 5), ("Capítulo IV", 4), ("SECTION 2.1:", 2001),
      ("Anexo 12 -", nil), ("Artículo b", nil), ("artículo 5", nil), ("Artículo 5 bis", nil),
      ("Artículo", nil), ("5", nil), ("Extraordinariamente 5", nil), ("Artículo 2021", nil),
    ] as [(String, Int32?)])
  func `headings that are a word and a number are known by it`(_ text: String, _ value: Int32?) {
    #expect(heading(text)?.value == value)
  }

  @Test func `any text can be read`() {
    var generator = SeededGenerator(seed: 7102)
    let pieces = ["1", "23", ".", ")", "(", "a", "iv", "X", "-", " ", "ñ", ":", "Art", "\u{A0}"]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      let count = text.utf8.count
      if let item = read(text, isParagraph: Bool.random(using: &generator)) {
        #expect((1...count).contains(item.end) && item.value >= 0)
      }
      if let item = heading(text) { #expect(item.end == count) }
    }
  }
}

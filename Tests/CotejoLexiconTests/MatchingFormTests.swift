import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct MatchingFormTests {
  private func form(_ text: String, _ kind: Token.Kind = .word) -> [UInt8] {
    let bytes = Array(text.utf8)
    var form: [UInt8] = []
    MatchingForm.append(
      Token(span: TextSpan(0, Int32(bytes.count)), kind: kind), in: bytes.span, to: &form)
    return form
  }

  @Test(arguments: [
    ("Gobierno", "gobierno"), ("ÁRBOL", "árbol"), ("Ñandú", "ñandú"), ("PINGÜINO", "pingüino"),
    ("don’t", "don't"), ("donʼt", "don't"), ("don't", "don't"), ("co\u{AD}che", "coche"),
    ("\u{AD}", ""), ("", ""), ("@AZ[`az{", "@az[`az{"), ("MOCKBA", "mockba"), ("МОСКВА", "москва"),
    ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("Straße", "straße"), ("STRAẞE", "straße"), ("×÷", "×÷"),
    ("日本語", "日本語"), ("𐐀", "𐐨"), ("5G", "5g"),
  ])
  func `letters are folded one by one`(_ word: String, _ expected: String) {
    #expect(form(word) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("1.250,50", "125050"), ("1,250.50", "125050"), ("2024", "2024"), ("3.14", "314"),
    ("12'500", "12500"), ("١٢٣", "١٢٣"), (".,", ""),
  ])
  func `numbers keep their digits`(_ number: String, _ expected: String) {
    #expect(form(number, .number) == Array(expected.utf8))
  }

  @Test func `only the token is read, and what stood in the form stays`() {
    let bytes = Array("el MAR azul".utf8)
    var form = Array("x".utf8)
    MatchingForm.append(Token(span: TextSpan(3, 6), kind: .word), in: bytes.span, to: &form)
    #expect(form == Array("xmar".utf8))
  }

  @Test func `forms of random text are valid, and their own forms`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        let limit: UInt32 = [0x7F, 0x17F, 0x5FF, 0x2FFF, 0x10FFFF].randomElement(using: &generator)!
        text.unicodeScalars.append(
          Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) ?? "Ż")
      }
      let once = form(text)
      let folded = String(validating: once, as: UTF8.self)
      #expect(folded != nil)
      #expect(form(folded ?? "") == once, "\(text.unicodeScalars.map(\.value))")
    }
  }
}

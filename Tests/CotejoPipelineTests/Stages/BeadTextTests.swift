import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct BeadTextTests {
  private func folded(_ text: String) throws -> String {
    let state = try Pairs.aligned([(text, "x")])
    var bytes: [UInt8] = []
    BeadText.appendFolded(state.pieces(of: 0, .source), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("ÁRBOL Ñandú", "árbol ñandú"), ("a\u{A0}\t b\u{202F}c", "a b c"), ("ΣΑΣ", "σασ"), ("𐐀!", "𐐨!"),
  ])
  func `case and spaces are folded`(_ text: String, _ expected: String) throws {
    #expect(try folded(text) == expected)
  }

  @Test func `characters and letters are counted as code points`() throws {
    let state = try Pairs.aligned([("¿Año 2031? 𝄞", "x")])
    #expect(BeadText.codePoints(state.pieces(of: 0, .source)) == 12)
    let (letters, others) = BeadText.letters(state.pieces(of: 0, .source))
    #expect(letters == 7)
    #expect(others == 3)
  }

  @Test(arguments: 0..<10)
  func `random text is folded into valid UTF-8`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var view = String.UnicodeScalarView()
      for _ in 0..<20 {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0x21...0x2FFFF, using: &random)) {
          view.append(scalar)
        }
      }
      view.append("x")
      let once = try folded(String(view))
      #expect(!once.contains("\u{FFFD}") || String(view).contains("\u{FFFD}"))
    }
  }
}

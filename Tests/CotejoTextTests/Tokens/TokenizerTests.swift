import CotejoText
import Testing

struct TokenizerTests {
  private func tokens(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    var tokenizer = try Tokenizer(language: LanguageTag("es"))
    var tokens: [Token] = []
    try tokenizer.appendTokens(of: TextSpan(0, Int32(bytes.count)), in: bytes, to: &tokens)
    return tokens.map { "\($0.kind) \(String(decoding: bytes[$0.span.range], as: UTF8.self))" }
  }

  @Test func `tells words, numbers and marks`() throws {
    #expect(
      try tokens("¿Qué vale 1.250,50 €?") == [
        "mark ¿", "word Qué", "word vale", "number 1.250,50", "mark €", "mark ?",
      ])
  }

  @Test(arguments: [
    " ", "\t", "\n", "\0", "\u{7F}", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}", "\u{200B}",
    "\u{2028}", "\u{2029}", "\u{205F}", "\u{3000}",
  ])
  func `white space of all kinds is no token`(_ space: String) throws {
    #expect(try tokens("a\(space)!\(space)") == ["word a", "mark !"])
    #expect(try tokens(space).isEmpty)
  }

  @Test func `a text that ends in a character of several bytes is read to its end`() throws {
    #expect(try tokens("€") == ["mark €"])
    #expect(try tokens("«") == ["mark «"])
    #expect(try tokens("") == [])
  }
}

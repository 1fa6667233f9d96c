import CotejoTestSupport
import Testing

@testable import CotejoText

struct PlainTextTests {
  /// Pieces that meet in every way: letters, digits, all that joins them, marks, and what is not plain.
  private static let pieces = [
    "a", "B", "zz", "é", "Ñ", "ÿ", "ł", "ɏ", "ª", "º", "0", "7", "19", "'", "’", "‘", ",", ";", ".",
    ":", "-", "–", "—", "…", "“", "”", "«", "»", "¿", "¡", "(", "?", "!", "/", "\"", "%", "$", "#",
    "@", "°", "×", "÷", " ", "  ", "\u{A0}",
  ]
  private static let odd = [
    "_", "\t", "\n", "\r\n", "\u{301}", "\u{200D}", "\u{AD}", "β", "д", "中", "カ", "א", "😀", "©",
    "\u{2009}", "\u{FEFF}", "ɐ", "·", "\u{7F}", "\u{0}", "𝐚", "€",
  ]

  private func tokens(
    _ text: [UInt8], _ span: TextSpan, _ language: String
  ) throws -> (quick: [Token], byICU: [Token], isPlain: Bool) {
    var tokenizer = try Tokenizer(language: LanguageTag(language))
    var (quick, byICU, plain): ([Token], [Token], [Token]) = ([], [], [])
    try tokenizer.appendTokens(of: span, in: text, to: &quick)
    try tokenizer.appendTokensByICU(of: span, in: text, to: &byICU)
    let isPlain = PlainText.appendTokens(of: span.range, in: text.span, to: &plain)
    #expect(isPlain || plain.isEmpty)
    return (quick, byICU, isPlain)
  }

  @Test(arguments: ["es", "en", "fr", "fi", "sv", "de"])
  func `plain text is cut as ICU cuts it`(_ language: String) throws {
    var generator = SeededGenerator(seed: 71)
    var plain = 0
    for round in 0..<1500 {
      let pieces = round % 4 == 0 ? Self.pieces + Self.odd : Self.pieces
      let text = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      let bytes = Array(("é" + text.joined() + "中a").utf8)
      // A span inside a text whose surroundings must not matter.
      let span = TextSpan(2, Int32(bytes.count - 4))
      let (quick, byICU, isPlain) = try tokens(bytes, span, language)
      if quick != byICU { Issue.record("\(text)") }
      if isPlain { plain += 1 }
    }
    #expect(plain > 500)
  }

  @Test(arguments: [
    ("El 1.250,50 y 3'5 no: ¿qué?", true), ("d’accord, it's 20.3.", true), ("a.m. U.S.", false),
    ("no:sí", false), ("nota_1", false), ("2a", false), ("a@b", false), ("mañana — «sí»…", true),
    ("", true),
  ])
  func `what languages cut differently is left to ICU`(_ text: String, _ isPlain: Bool) throws {
    let bytes = Array(text.utf8)
    let result = try tokens(bytes, TextSpan(0, Int32(bytes.count)), "es")
    #expect(result.isPlain == isPlain)
    #expect(result.quick == result.byICU)
  }
}

import CotejoTestSupport
import Testing

@testable import CotejoICU

struct SpelloutParserTests {
  @Test(arguments: [
    ("es", "un millón doscientos mil", 1_200_000, "un millón doscientos mil"),
    ("es", "dos mil millones de euros", 2e9, "dos mil millones"),
    ("en", "twelve hundred", 1200, "twelve hundred"),
    ("en", "one point two million", 1.2, "one point two"), ("en-GB", "three", 3, "three"),
    ("es", "veintitrés años", 23, "veintitrés"),
  ])
  func tellsHowMuchItRead(locale: String, text: String, value: Double, read: String) throws {
    var parser = try SpelloutParser(locale: locale)
    let number = try #require(try parser.number(at: Array(text.utf8).span))
    #expect(number.value == value)
    #expect(String(decoding: text.utf8.prefix(number.read), as: UTF8.self) == read)
  }

  @Test(arguments: [("es", ""), ("es", "señor"), ("en", "¿dos"), ("xx", "zwei"), ("", "ñ")])
  func findsNoNumber(locale: String, text: String) throws {
    var parser = try SpelloutParser(locale: locale)
    #expect(try parser.number(at: Array(text.utf8).span) == nil)
  }

  @Test func readsNoFurtherThanNumbersGo() throws {
    var parser = try SpelloutParser(locale: "es")
    // `ñ` at the place where the text is cut.
    let text = Array(("dos" + String(repeating: " ", count: 156) + "ñandúes").utf8)
    #expect(try parser.number(at: text.span) == SpelloutParser.Number(value: 2, read: 3))
  }

  @Test func takesAnyText() throws {
    var generator = SeededGenerator(seed: 17)
    var parser = try SpelloutParser(locale: "es")
    for round in 0..<100 {
      let text = Array("dos mil ".utf8) + Array(generator.text(scalars: round % 20).utf8)
      let number = try parser.number(at: text.span)
      if let number { #expect((1...text.count).contains(number.read)) }
    }
  }
}

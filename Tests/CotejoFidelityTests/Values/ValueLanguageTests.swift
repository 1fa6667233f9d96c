import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

struct ValueLanguageTests {
  @Test(arguments: [
    ("kilo = x", "'x' is no number"), ("kilo", "'kilo' is not 'form = value'"),
    ("= 3", "'= 3' is not 'form = value'"), ("dos = 2 strong", "'2 strong' is no number with"),
    ("dos = 2 or x", "'2 or x' is no number"), ("dos = 1/0", "'1/0' is no number"),
  ])
  func `a malformed entry is a fault with its line`(_ entry: String, _ message: String) throws {
    let error = #expect(throws: TextError.self) { try language("[ones]\n\(entry)\n") }
    #expect(error?.code == .languageData)
    #expect(error?.place.hasSuffix("values.txt:2") == true)
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test(arguments: ["[units]\nvara = vara\n", "[currencies]\nreal = ZZZ\n", "[grammar]\nloud\n"])
  func `unknown units, currencies and traits are faults`(_ text: String) throws {
    #expect(throws: TextError.self) { try language(text) }
  }

  @Test func `a folder without the tables is a fault`() throws {
    let folder = TemporaryFolder()
    let error = #expect(throws: TextError.self) {
      try ValueReader(language: LanguageTag("es"), in: folder.path)
    }
    #expect(error?.message == "lacks measures/units.txt")
  }

  @Test(arguments: ["es", "en"])
  func `the shipped files are sound`(_ tag: String) throws {
    let language = try ValueLanguage(LanguageTag(tag), in: nil)
    #expect(language.hasWords)
    #expect(language.day != nil)
  }

  @Test func `endings are spelled out`() throws {
    let file = try WordListFile(
      Array("[ones]\nun-o/a | un par de = 1 weak\n".utf8), place: "v", sections: ["ones"])
    let entry = try ValueEntry(try #require(file.entries.first), place: "v")
    #expect(entry.forms == ["uno", "una", "un par de"])
    #expect(entry.arguments == ["1", "weak"])
  }

  /// A language of one file with small tables.
  private func language(_ text: String) throws -> ValueLanguage {
    let folder = TemporaryFolder()
    folder.write("[length]\nm = 1 : m\n", to: "measures/units.txt")
    folder.write("[codes]\nEUR\n[signs]\n€ = EUR\n", to: "measures/currencies.txt")
    folder.write(text, to: "languages/es/values.txt")
    return try ValueLanguage(LanguageTag("es"), in: folder.path)
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct LetterScriptTests {
  @Test(arguments: [
    ("a", LetterScript.latin), ("ß", .latin), ("ế", .latin), ("α", .greek), ("ἀ", .greek),
    ("ж", .cyrillic), ("ґ", .cyrillic), ("水", .other), ("あ", .other), ("ع", .other), ("ა", .other),
  ])
  func lettersAreOfTheirScript(_ letter: String, _ script: LetterScript) throws {
    #expect(LetterScript(of: try #require(letter.unicodeScalars.first).value) == script)
  }

  @Test(arguments: [
    ("Der alte дом steht am Fluss", LetterScript?.some(.latin)), ("Старый Haus у реки", .cyrillic),
    ("Haus дом", nil), ("1984", nil), ("", nil),
  ])
  func theMainScriptIsThatOfMostWords(_ text: String, _ script: LetterScript?) throws {
    let resources = try UncoveredPairs.resources("fr>de")
    #expect(try CheckedPairs.pair("Un.", text, resources).target.mainScript() == script)
  }
}

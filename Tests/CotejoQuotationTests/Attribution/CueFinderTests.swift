import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct CueFinderTests {
  private func cues(_ text: String, _ language: String) throws -> [String] {
    let words = try Articles.words(text, language)
    return CueFinder(words: words).cues(in: 0..<words.count).map { words.string($0.words) }
  }

  @Test(arguments: [
    ("The mayor said so and added more.", ["said", "added"]),
    ("The report says little.", ["says"]),
    ("According to her, nobody answered.", ["According to", "answered"]),
    ("The alleged thief ran.", []),
  ])
  func englishCues(_ text: String, _ expected: [String]) throws {
    #expect(try cues(text, "en") == expected)
  }

  @Test(arguments: [
    ("La alcaldesa señaló el error, diciendo poco.", ["señaló", "diciendo"]),
    ("Según ella, nadie ha respondido.", ["Según", "respondido"]),
    ("La pregunta de Miguel Cuenta molestó.", []),
    ("—repliqué yo.", ["repliqué"]),
  ])
  func spanishCues(_ text: String, _ expected: [String]) throws {
    #expect(try cues(text, "es") == expected)
  }
}

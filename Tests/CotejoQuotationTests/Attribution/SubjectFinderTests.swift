import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct SubjectFinderTests {
  private func subject(_ text: String, _ language: String) throws -> String? {
    let words = try Articles.words(text, language)
    let cue = try #require(CueFinder(words: words).cues(in: 0..<words.count).last)
    return SubjectFinder(frame: Frame(words, direct: []))
      .subject(of: cue, isBehindQuotation: false).map(words.string)
  }

  @Test(arguments: [
    ("The mayor has also said so.", "The mayor"),
    ("On Friday, the mayor said so.", "the mayor"),
    (
      "A post by an unknown author on the board said so.",
      "A post by an unknown author on the board"
    ),
    ("Nora Quill, a lawyer at Lo and Sons, Ostby, said so.", "Nora Quill"),
    ("It was reported by the council.", "the council"),
    ("Nora Quill came to Ostby and said so.", "Nora Quill"),
    ("It was Nora Quill who said so.", "who"),
  ])
  func englishSubjects(_ text: String, _ expected: String?) throws {
    #expect(try subject(text, "en") == expected)
  }

  @Test(arguments: [
    ("La ministra no lo ha dicho.", "La ministra"), ("Lo dijo ayer la ministra.", "la ministra"),
    ("Dos vecinos que afirman eso.", "Dos vecinos"), ("Criticó la subida de los precios.", nil),
    ("Dijo en una ocasión Hugo Peral algo.", "Hugo Peral algo"),
  ])
  func spanishSubjects(_ text: String, _ expected: String?) throws {
    #expect(try subject(text, "es") == expected)
  }
}

import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct NounPhraseReaderTests {
  @Test(arguments: [
    ("en", "the mayor of Ostby told us", "the mayor of Ostby"), ("en", "she left early", "she"),
    ("en", "one poster wrote this", "one poster"),
    ("en", "Mayor Nora Quill on Monday", "Mayor Nora Quill"),
    ("es", "el portavoz del partido, Hugo Peral, calló", "el portavoz del partido, Hugo Peral"),
    ("es", "la ministra de la Mujer en Lugo", "la ministra de la Mujer"),
  ])
  func phrasesAreReadForwards(_ language: String, _ text: String, _ expected: String) throws {
    let words = try Articles.words(text, language)
    let reader = NounPhraseReader(frame: Frame(words, direct: []))
    let phrase = try #require(reader.phrase(from: 0, limit: words.count))
    #expect(words.string(phrase) == expected)
  }

  @Test(arguments: [
    ("en", "On Monday the mayor of Ostby", "the mayor of Ostby"),
    ("en", "because she", "she"), ("es", "que la ministra de Sanidad", "la ministra de Sanidad"),
  ])
  func phrasesAreReadBackwards(_ language: String, _ text: String, _ expected: String) throws {
    let words = try Articles.words(text, language)
    let reader = NounPhraseReader(frame: Frame(words, direct: []))
    let phrase = try #require(reader.phrase(before: words.count, floor: 0))
    #expect(words.string(phrase) == expected)
  }
}

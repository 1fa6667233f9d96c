import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

struct ShippedLexiconTests {
  private func translations(_ word: String, _ lexicon: Lexicon) throws -> [String] {
    guard let number = try lexicon.find(word) else { return [] }
    return lexicon.translations(of: number, .source).prefix(3).map {
      lexicon.word($0.word, .target)
    }
  }

  @Test func `the lexicon that ships knows everyday words both ways`() throws {
    let lexicon = try #require(
      try Lexicon.shipped(source: LanguageTag("es-MX"), target: LanguageTag("en-GB")))
    let reversed = try #require(
      try Lexicon.shipped(source: LanguageTag("en"), target: LanguageTag("es")))
    #expect(lexicon.source.description == "es")
    #expect(reversed.source.description == "en")
    #expect(lexicon.checksum == reversed.checksum)
    for (spanish, english) in [
      ("agua", "water"), ("Gobierno", "government"), ("noche", "night"), ("tres", "three"),
      ("año", "year"), ("mujer", "woman"), ("nunca", "never"),
    ] {
      #expect(try translations(spanish, lexicon).contains(english), "\(spanish)")
      #expect(try translations(english, reversed).contains { $0.hasPrefix(spanish.lowercased()) })
    }
    #expect(lexicon.description.contains { $0.key == "licence" })
  }

  @Test(arguments: [
    ("presidenta", "president"), ("aduana", "customs"), ("aranceles", "tariffs"),
    ("derechos", "rights"), ("sumisión", "submission"), ("injerencismo", "interference"),
    ("drones", "drones"), ("cárteles", "cartels"), ("fiscalía", "prosecutor"),
    ("homicidios", "homicides"), ("soberanía", "sovereignty"), ("municipios", "municipalities"),
    ("migrantes", "migrants"), ("repitieron", "repeated"), ("agradezco", "thank"),
    ("estuvimos", "were"), ("reformas", "reforms"), ("dijéramos", "say"),
  ])
  func `the lexicon that ships knows the words of news and government`(
    _ spanish: String, _ english: String
  ) throws {
    let lexicon = try #require(
      try Lexicon.shipped(source: LanguageTag("es"), target: LanguageTag("en")))
    #expect(try translations(spanish, lexicon).contains(english))
  }

  @Test func `no lexicon ships for other pairs`() throws {
    #expect(try Lexicon.shipped(source: LanguageTag("es"), target: LanguageTag("fr")) == nil)
    #expect(try Lexicon.shipped(source: LanguageTag("es"), target: LanguageTag("es")) == nil)
  }

  @Test func `a file is opened for its languages, in either direction`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("a.lexicon")
    try Farm.lexicon().write(to: path)
    let forward = try Lexicon.open(path, source: LanguageTag("es-AR"), target: LanguageTag("en"))
    #expect(try forward.find("agua") != nil)
    let back = try Lexicon.open(path, source: LanguageTag("en"), target: LanguageTag("es"))
    #expect(try back.find("water") != nil)
    for (source, target) in [("es", "fr"), ("fr", "en"), ("es", "es"), ("pt", "de")] {
      let error = #expect(throws: LexiconError.self) {
        try Lexicon.open(path, source: LanguageTag(source), target: LanguageTag(target))
      }
      #expect(error?.code == .otherLanguages)
      #expect(error?.file == path)
      #expect(error?.message == "is for es-en, not \(source)-\(target)")
    }
    let missing = #expect(throws: LexiconError.self) {
      try Lexicon.open(path + "x", source: LanguageTag("es"), target: LanguageTag("en"))
    }
    #expect(missing?.code == .unreadable)
  }
}

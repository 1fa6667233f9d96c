import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct KnownLanguagesTests {
  private static func foreignness(_ words: [String], _ languages: String) throws -> [Float] {
    words.map { Array($0.utf8) }.map(
      try UncoveredPairs.resources(languages).known.wordForeignness())
  }

  @Test func wordsOfTheOriginalsLanguageAreForeign() throws {
    let found = try Self.foreignness(["pêcheurs", "aujourd'hui", "während", ""], "fr>de")
    #expect(found[0] > 2.55)
    #expect(found[1] > 2.55)
    #expect(found[2] < -2)
    #expect(found[3] == 0)
  }

  @Test func aThirdLanguagesWordsAreNot() throws {
    #expect(
      try Self.foreignness(["software", "knowledge", "the"], "fr>de").allSatisfy { $0 < 2.55 })
  }

  @Test func relatedLanguagesAreDoubtedMore() throws {
    let (word, others) = ("hablaron", try Self.foreignness(["hablaron"], "es>ca")[0])
    var contrast = try #require(
      try LanguageContrast(
        LanguageTag("es"), against: LanguageTag("ca"), model: LanguageModel.shipped()))
    let bytes = Array(word.utf8)
    #expect(others <= contrast.leaning(of: bytes.span).odds - 1)
  }

  @Test(arguments: [("fr>de", true), ("fr>tlh", false), ("tlh>fr", true), ("no>nb", false)])
  func whatIsNotToldApartCannotBeTold(_ languages: String, _ canTell: Bool) throws {
    #expect(try UncoveredPairs.resources(languages).known.canTell == canTell)
  }
}

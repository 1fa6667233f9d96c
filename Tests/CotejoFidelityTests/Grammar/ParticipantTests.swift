import Testing

@testable import CotejoFidelity

@Suite struct ParticipantTests {
  @Test(arguments: [
    ("The old judge of Lugo left", 0, "The old judge of Lugo"),
    ("the judge in Lugo", 0, "the judge"),
    ("her brother came", 0, "her brother"), ("Monday", 0, nil), ("in Lugo", 0, nil),
    ("the judge and the clerk", 0, nil), ("judge, clerk", 0, "judge"),
  ])
  func phrasesFromAWord(text: String, word: Int, phrase: String?) throws {
    let side = try WordingFixture.pair("Así es.", text).target
    #expect(side.nounPhrase(from: word).map { side.string(side.span(of: $0)) } == phrase)
  }

  @Test(arguments: [
    ("yesterday the judge left", 3, "the judge"),
    ("said the judge of Lugo came", 5, "the judge of Lugo"),
    ("Ana and the judge left", 4, nil), ("left", 0, nil),
  ])
  func phrasesBeforeAWord(text: String, word: Int, phrase: String?) throws {
    let side = try WordingFixture.pair("Así es.", text).target
    #expect(side.nounPhrase(before: word).map { side.string(side.span(of: $0)) } == phrase)
  }

  @Test(arguments: [
    ("I", GrammaticalPerson?.some(.i)), ("us", .we), ("you", .you), ("him", .singular),
    ("them", .they), ("himself", nil),
  ])
  func persons(word: String, person: GrammaticalPerson?) throws {
    #expect(try WordingFixture.pair("Así es.", word).target.words[0].pronounPerson == person)
  }
}

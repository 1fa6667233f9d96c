import Testing

@testable import CotejoText

@Suite struct WordNotesTests {
  @Test func falseFriendsStandByTheOtherLanguage() throws {
    let words = try FalseFriends(
      Array("[en]\nactual actuales: actual: current present\n".utf8), place: "f")
    let found = try #require(words.words(for: LanguageTag("en-GB"))[Array("actuales".utf8)])
    #expect(found.wrong == [Array("actual".utf8)])
    #expect(found.right == [Array("current".utf8), Array("present".utf8)])
    #expect(words.words(for: try LanguageTag("fr")).isEmpty)
  }

  @Test func regionalWordsHaveRegionsAndANote() throws {
    let file = "[with-a-time]\nhasta: MX GT: until: may mean: not until\n[times]\nlunes\n"
    let words = try RegionalWords(Array(file.utf8), place: "r")
    let found = try #require(words.meaning(of: Array("hasta".utf8)))
    #expect(found.regions == ["MX", "GT"])
    #expect(found.note == "may mean: not until")
    #expect(found.needsTime)
    #expect(words.isTime(Array("lunes".utf8)))
  }

  @Test func aPartTooFewIsAnErrorWithItsLine() {
    #expect {
      try FalseFriends(Array("[en]\nactual: actual".utf8), place: "f")
    } throws: {
      ($0 as? TextError)?.place == "f:2"
    }
  }
}

import Testing

@testable import CotejoText

@Suite struct OppositesTests {
  @Test func bothWordsHaveTheOther() throws {
    let words = try Opposites(Array("[own]\nhigh low\nlow tall\n".utf8), place: "opposites.txt")
    #expect(words.opposites(of: Array("low".utf8)) == [Array("high".utf8), Array("tall".utf8)])
    #expect(words.opposites(of: Array("high".utf8)) == [Array("low".utf8)])
    #expect(words.opposites(of: Array("mid".utf8)) == [])
  }

  @Test func aLineOfThreeWordsIsAnError() {
    #expect(throws: TextError.self) {
      try Opposites(Array("[own]\nhigh low mid".utf8), place: "opposites.txt")
    }
  }
}

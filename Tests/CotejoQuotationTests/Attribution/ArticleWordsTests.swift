import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct ArticleWordsTests {
  @Test func wordsKeepHyphensAndTheStopsOfAbbreviations() throws {
    let words = try Articles.words("Dr. Lo-Ann Ray’s aide spoke.", "en")
    #expect(
      (0..<words.count).map { words.string($0..<$0 + 1) } == [
        "Dr.", "Lo-Ann", "Ray’s", "aide", "spoke", ".",
      ])
    #expect(words[0].isAny(.title))
    #expect(words[2].isPossessive)
    #expect(words[3].isAny(.role))
    #expect(words.form(2) == Array("ray".utf8))
  }

  @Test(arguments: [
    ("en", "according to", WordClasses.sourcePhrase), ("es", "de acuerdo con", .sourcePhrase),
    ("en", "prime minister", .role),
  ])
  func aPhraseHasTheClassAtItsFirstWord(_ language: String, _ phrase: String, _ kind: WordClasses)
    throws
  {
    let words = try Articles.words(phrase + " x", language)
    #expect(words[0].isAny(kind))
    #expect(Int(words[0].phraseLength) == phrase.split(separator: " ").count)
    #expect(words[1].isAny(.phraseRest))
  }

  @Test func wordsKnowTheMarkedSpanTheyStandIn() throws {
    let words = try Articles.words("Ana dijo «no voy» y «no» otra vez.", "es")
    #expect(words.words.filter(\.isWord).map(\.marked) == [-1, -1, 0, 0, -1, 1, -1, -1])
  }

  @Test func pluralsAreKnownByTheirSingular() throws {
    let words = try Articles.words("Los funcionarios y las agencies", "es")
    #expect(words[1].isAny(.role))
    #expect(words[1].isAny(.plural))
  }

  @Test func anyTextIsCutIntoWordsInOrder() throws {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["a", " ", "’s", "-", ".", "“", "”", "\u{0}", "é", "\u{2028}", "7", "Dr.", "\n"]
    for _ in 0..<200 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &generator)! }.joined()
      let words = try Articles.words(text, "en")
      for (left, right) in zip(words.words, words.words.dropFirst()) {
        #expect(left.span.upper <= right.span.lower)
      }
      for index in 0..<words.count { _ = words.form(index) }
    }
  }
}

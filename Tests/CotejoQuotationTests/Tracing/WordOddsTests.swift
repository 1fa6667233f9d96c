import CotejoAlignment
import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoQuotation

struct WordOddsTests {
  private func vocabulary(_ words: [String]) -> Vocabulary {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.intern(Array(word.utf8).span) }
    return vocabulary
  }

  @Test func `the rarer a word the more it tells, between bounds`() {
    let words = vocabulary(["a", "b", "c", "d"])
    let weights = WordOdds.weights(
      KnownWords(words, [], .source), counts: [500_000, 5000, 50, 0], total: 1_000_000)
    #expect(weights == weights.sorted())
    #expect(weights[0] < weights[1] && weights[1] < weights[2])
    #expect(weights.allSatisfy { $0 >= 0.25 && $0 <= 8 })
  }

  @Test func `the lexicon tells which words are common`() throws {
    let words = vocabulary(["de", "astillero"])
    let lexicon = try Traced.lexicon("es", "en")
    let weights = WordOdds.weights(
      KnownWords(words, [lexicon], .source), counts: [1, 1], total: 10)
    #expect(weights[0] < 1 && weights[1] > 4)
  }

  @Test func `no words have no weights`() {
    #expect(WordOdds.weights(KnownWords(Vocabulary(), [], .target), counts: [], total: 0).isEmpty)
  }
}

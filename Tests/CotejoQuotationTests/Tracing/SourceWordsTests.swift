import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoQuotation

struct SourceWordsTests {
  private func words(_ texts: [String]) throws -> SourceWords {
    try SourceWords(texts.map { try transcript($0) }, language: LanguageTag("es"))
  }

  @Test func `places of words and transcripts`() throws {
    let words = try words(["el pan y el agua", "", "el sol", ""])
    #expect(words.count == 7 && words.transcriptEnds == [5, 5, 7, 7])
    #expect((0..<4).map(words.places(ofTranscript:)) == [0..<5, 5..<5, 5..<7, 7..<7])
    #expect((0..<7).map(words.transcript(of:)) == [0, 0, 0, 0, 0, 2, 2])
    let form = Array("el".utf8)
    let found = words.vocabulary.find(form.span)
    let article = try #require(found)
    #expect(words.counts[Int(article)] == 3)
    #expect(words.places[words.range(of: article)] == [0, 3, 5])
  }

  @Test func `each place belongs to its word`() throws {
    let words = try words(["uno dos uno tres dos uno", "tres uno cuatro"])
    var seen = 0
    for word in 0..<Int32(words.vocabulary.count) {
      let places = words.places[words.range(of: word)]
      #expect(places.count == Int(words.counts[Int(word)]) && Array(places) == places.sorted())
      #expect(places.allSatisfy { words.sequence.words[Int($0)] == word })
      seen += places.count
    }
    #expect(seen == words.count)
  }

  @Test func `no transcripts have no words`() throws {
    #expect(try words([]).count == 0)
    #expect(try words(["", "(RISAS)"]).places.isEmpty)
  }
}

import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoQuotation

struct PassageQueryQuotationTests {
  private func query(
    _ words: String, _ language: String = "en", lexicons: [Lexicon]
  ) throws -> PassageQuery {
    var reader = try WordSequence.Reader(language: LanguageTag(language))
    let bytes = Array(words.utf8)
    let quotation = QuotationWords(
      try reader.words(of: TextSpan(0, Int32(bytes.count)), in: bytes), in: bytes)
    return PassageQuery(quotation, reader.vocabulary, lexicons: lexicons)
  }

  @Test func `words with translations ask for these, the best first`() throws {
    let words = try query("bread", lexicons: [Traced.lexicon("es", "en")]).words
    #expect(words.count == 1 && words[0].count <= 8)
    #expect(words[0].first?.hash == hash("pan"))
    #expect(words[0].allSatisfy { $0.strength > 0 && $0.strength <= 1 })
    #expect(!words[0].contains { $0.hash == hash("bread") })
  }

  @Test func `names and numbers ask for themselves`() throws {
    let words = try query("Xochitlán 1,250", lexicons: [Traced.lexicon("es", "en")]).words
    #expect(words[0] == [.init(hash: hash("xochitlán"), strength: 1)])
    #expect(words[1].first == .init(hash: hash("1250"), strength: 1))
  }

  @Test func `in one language all words ask for themselves, in full`() throws {
    let words = try query("No sé nada", "es", lexicons: []).words
    #expect(words == ["no", "sé", "nada"].map { [.init(hash: hash($0), strength: 1)] })
  }

  @Test func `what was put in asks for nothing`() throws {
    let words = try query("we [the bakers] rest", "es", lexicons: []).words
    #expect(words.map(\.count) == [1, 0, 0, 1])
    #expect(try query("", lexicons: []).words.isEmpty)
  }
}

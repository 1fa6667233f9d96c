import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoQuotation

struct TranscriptIndexQuotationsTests {
  private static let subjects = [
    ("grúas viejas", "old cranes"), ("zapatos rojos", "red shoes"),
    ("trenes lentos", "slow trains"),
    ("campanas rotas", "broken bells"), ("caballos blancos", "white horses"),
  ]

  private func documents(
    _ article: String, in index: TranscriptIndex, language: String
  ) throws -> [Int] {
    let text = try Articles.segmented(article, language)
    let quotations = Articles.marked(in: text).map { Quotation(span: $0.span, kind: .direct) }
    return try index.documents(
      for: quotations, in: text, lexicons: [Traced.lexicon("es", "en")],
      language: LanguageTag("es"))
  }

  @Test func `each quotation's document is among those to read, in order`() async throws {
    let corpus = IndexFolder()
    for (number, subject) in Self.subjects.enumerated() {
      corpus.write("ANA RUIZ: Ayer vimos \(subject.0) en la plaza.", to: "\(number).txt")
    }
    let (index, _) = try await corpus.open()
    for (number, subject) in Self.subjects.enumerated() {
      let english = try documents("“We saw \(subject.1).”", in: index, language: "en")
      #expect(english.contains(number) && english.count <= 4 && english == english.sorted())
      // The same language needs no lexicon, and none is asked.
      let spanish = try documents("“Vimos \(subject.0).”", in: index, language: "es")
      #expect(spanish.contains(number))
    }
    let all = Self.subjects.map { "“\($0.1)”" }.joined(separator: " ")
    #expect(try documents(all, in: index, language: "en") == [0, 1, 2, 3, 4])
  }

  @Test func `of a long article no quotation's best document is left out`() async throws {
    let corpus = IndexFolder()
    let names = (0..<30).map { "Barrio\(String(UnicodeScalar(UInt8(97 + $0 % 26))))\($0)" }
    for (number, name) in names.enumerated() {
      corpus.write("ANA RUIZ: \(name) duerme.", to: "\(100 + number).txt")
    }
    let (index, _) = try await corpus.open()
    let article = names.map { "“\($0) sleeps.”" }.joined(separator: " ")
    #expect(try documents(article, in: index, language: "en") == Array(0..<30))
  }

  @Test func `nothing asked, nothing to read`() async throws {
    let corpus = IndexFolder()
    corpus.write("ANA RUIZ: Pan.", to: "a.txt")
    let (index, _) = try await corpus.open()
    #expect(try documents("Nobody spoke.", in: index, language: "en").isEmpty)
    #expect(try documents("“” “[bread]” “…”", in: index, language: "en").isEmpty)
    let empty = IndexFolder()
    let (nothing, _) = try await empty.open()
    #expect(try documents("“Bread.”", in: nothing, language: "en").isEmpty)
  }
}

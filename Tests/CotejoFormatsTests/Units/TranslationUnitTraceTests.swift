import CotejoQuotation
import CotejoText
import Testing

@testable import CotejoFormats

struct TranslationUnitTraceTests {
  private func document(_ text: String, _ id: String, _ language: String) throws -> Document {
    try DocumentReader().document(
      of: Array(text.utf8), id: id, language: LanguageTag(language))
  }

  /// The bytes of the first occurrence of some words in a view.
  private func span(of words: String, in document: Document) throws -> TextSpan {
    let range = try #require(document.text.bytes.firstRange(of: Array(words.utf8)))
    return TextSpan(Int32(range.lowerBound), Int32(range.upperBound))
  }

  @Test func `a unit has the places in the order of the quotation, each in its own file`() throws {
    let article = try document("She said: “Rain today,\r\n  sun tomorrow.”\r\n", "a.txt", "en")
    let first = try document("\u{FEFF}Mañana\r\nsale el sol.\n", "es/1.txt", "es")
    let second = try document("Hoy llueve.\n", "es/2.txt", "es")
    var trace = Trace(
      quotation: Quotation(
        span: try span(of: "Rain today,\n  sun tomorrow.", in: article), kind: .direct))
    trace.confidence = 0.75
    trace.isFound = true
    trace.sources = [
      Trace.Source(transcript: 1, span: try span(of: "Hoy llueve", in: second)),
      Trace.Source(transcript: 0, span: try span(of: "Mañana\nsale el sol", in: first)),
    ]
    let unit = TranslationUnit(
      trace, article: article.text, in: article.id,
      transcripts: [(first.id, first.text), (second.id, second.text)])
    #expect(unit.score == 0.75)
    #expect(unit.type == "2-1")
    #expect(unit.source.map(\.document) == ["es/2.txt", "es/1.txt"])
    #expect(unit.source.map(\.text) == ["Hoy llueve", "Mañana sale el sol"])
    #expect(unit.target.map(\.text) == ["Rain today, sun tomorrow."])
    // The offsets are those of the files: the byte order mark and both bytes of CR LF count.
    let file = first.source[unit.source[1].start..<unit.source[1].end]
    #expect(String(decoding: file, as: UTF8.self) == "Mañana\r\nsale el sol")
    let quoted = article.source[unit.target[0].start..<unit.target[0].end]
    #expect(String(decoding: quoted, as: UTF8.self) == "Rain today,\r\n  sun tomorrow.")
  }

  @Test func `a quotation that was not found has no source`() throws {
    let article = try document("“So.”", "a.txt", "en")
    let unit = TranslationUnit(
      Trace(quotation: Quotation(span: try span(of: "So.", in: article), kind: .direct)),
      article: article.text, in: article.id, transcripts: [])
    #expect(unit.source.isEmpty)
    #expect(unit.type == "0-1")
    #expect(unit.score == 0)
  }
}

import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct TranscriptLibraryTests {
  private func names(
    _ library: TranscriptLibrary, for article: String
  ) throws -> [String] {
    let text = try Articles.segmented(article, "es")
    let quotations = Articles.marked(in: text).map { Quotation(span: $0.span, kind: .direct) }
    let entries = try library.entries(for: quotations, in: text, lexicons: [])
    for entry in entries { #expect(entry.transcript.text.text.bytes == entry.document.text.bytes) }
    return entries.map { String($0.document.id.split(separator: "/").last ?? "") }
  }

  @Test func `files come first, as they were given, then a small folder whole`() async throws {
    let corpus = IndexFolder()
    corpus.write("ANA RUIZ: Pan.", to: "b.txt")
    corpus.write("ANA RUIZ: Agua.", to: "a.txt")
    let z = corpus.folder.write("ANA RUIZ: Sal.", to: "z.txt")
    let y = corpus.folder.write("ANA RUIZ: Luz.", to: "y.txt")
    let library = try await TranscriptLibrary(
      [z, corpus.folder.file("corpus"), y], options: corpus.options, index: corpus.indexFile)
    #expect(try names(library, for: "“Nadie.”") == ["z.txt", "y.txt", "a.txt", "b.txt"])
    #expect(library.reports.map(\.folder) == [corpus.folder.file("corpus")])
    #expect(library.reports[0].report.read == 2)
    let again = try await TranscriptLibrary(
      [corpus.folder.file("corpus")], options: corpus.options, index: corpus.indexFile)
    #expect(again.reports[0].report.kept == 2 && again.reports[0].report.read == 0)
  }

  @Test func `of a large folder only what may hold the words is read`() async throws {
    let corpus = IndexFolder()
    for number in 0..<40 { corpus.write("ANA RUIZ: Palabra\(number) sola.", to: "\(number).txt") }
    let library = try await TranscriptLibrary(
      [corpus.folder.file("corpus")], options: corpus.options, index: corpus.indexFile)
    let chosen = try names(library, for: "“Palabra17 es nueva.”")
    #expect(chosen.contains("17.txt") && chosen.count < 10)
    #expect(try names(library, for: "Nadie habló.").isEmpty)
  }

  @Test func `a file that went since its folder was indexed is an error that names it`()
    async throws
  {
    let corpus = IndexFolder()
    corpus.write("ANA RUIZ: Pan.", to: "a.txt")
    let library = try await TranscriptLibrary(
      [corpus.folder.file("corpus")], options: corpus.options, index: corpus.indexFile)
    corpus.remove("a.txt")
    let error = #expect(throws: QuotationError.self) { try names(library, for: "“Pan.”") }
    #expect(error?.code == .unreadable && error?.place.hasSuffix("corpus/a.txt") == true)
  }

  @Test func `what is not there or no text is an error that names it`() async throws {
    let corpus = IndexFolder()
    let broken = corpus.folder.write([0x41, 0xFF, 0x42], to: "broken.txt")
    for path in [corpus.folder.file("none.txt"), corpus.folder.file("none/"), broken] {
      let error = await #expect(throws: QuotationError.self) {
        try await TranscriptLibrary([path], options: corpus.options, index: corpus.indexFile)
      }
      #expect(error?.code == .unreadable && error?.place == path)
    }
  }

  @Test func `nothing named holds nothing`() async throws {
    let library = try await TranscriptLibrary([], options: ReadingOptions.spanish)
    #expect(try names(library, for: "“Pan.”").isEmpty && library.reports.isEmpty)
  }
}

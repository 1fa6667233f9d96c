import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct TranscriptLibraryTests {
  private func choice(
    _ library: TranscriptLibrary, for article: String
  ) throws -> TranscriptChoice {
    let text = try Articles.segmented(article, "es")
    let quotations = Articles.marked(in: text).map { Quotation(span: $0.span, kind: .direct) }
    return try library.choice(for: quotations, in: text, lexicons: [])
  }

  private func names(
    _ library: TranscriptLibrary, for article: String
  ) throws -> [String] {
    let entries = try choice(library, for: article).entries
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
      [z, corpus.folder.file("corpus"), y], options: corpus.options, index: .file(corpus.indexFile))
    #expect(try names(library, for: "“Nadie.”") == ["z.txt", "y.txt", "a.txt", "b.txt"])
    #expect(library.reports.map(\.folder) == [corpus.folder.file("corpus")])
    #expect(library.reports[0].report.read == 2)
    #expect(library.common?.entries.count == 4)
    // No index is made where all are read.
    #expect(library.reports[0].report.file == nil && corpus.folder.names(in: "out").isEmpty)
  }

  @Test func `many have an index, which is made once`() async throws {
    let corpus = IndexFolder()
    corpus.writeMany()
    let folder = corpus.folder.file("corpus")
    for kept in [0, 12] {
      let library = try await TranscriptLibrary(
        [folder], options: corpus.options, index: .file(corpus.indexFile))
      let report = library.reports[0].report
      #expect(report.kept == kept && report.read == 12 - kept)
      #expect(report.file == corpus.indexFile)
      #expect(library.common == nil)
    }
  }

  @Test func `what was not chosen is counted as searched`() async throws {
    let corpus = IndexFolder()
    corpus.writeMany()
    let single = corpus.folder.write("ANA RUIZ: Sal y pan.", to: "single.txt")
    let library = try await TranscriptLibrary(
      [single, corpus.folder.file("corpus")], options: corpus.options,
      index: .file(corpus.indexFile))
    let choice = try choice(library, for: "“Palabra3.”")
    #expect(choice.entries.map(\.document.id).contains(corpus.folder.file("corpus/3.txt")))
    // Six words each.
    #expect(choice.unreadWords == (12 - choice.entries.count + 1) * 6)
    let tracer = try QuotationTracer(choice, language: corpus.options.language, lexicons: [])
    #expect(tracer.wordCount > 0)
    #expect(tracer.searchedWords == tracer.wordCount + choice.unreadWords)
  }

  @Test func `a transcript is one, whatever paths lead to it`() async throws {
    let corpus = IndexFolder()
    corpus.writeMany()
    let folder = corpus.folder.file("corpus")
    corpus.folder.link("corpus", "other")
    corpus.folder.link("corpus/3.txt", "3-link.txt")
    for paths in [
      [folder, "\(folder)/3.txt"], ["\(folder)/3.txt", folder, "\(folder)/./3.txt"],
      [corpus.folder.file("3-link.txt"), folder, "\(folder)/3.txt"],
    ] {
      let library = try await TranscriptLibrary(
        paths, options: corpus.options, index: .file(corpus.indexFile))
      let choice = try choice(library, for: "“Ayer vimos palabra3.”")
      #expect(choice.entries.count { $0.document.source.contains(UInt8(ascii: "3")) } == 1)
      #expect(choice.entries[0].document.source.contains(UInt8(ascii: "3")))
      #expect(choice.unreadWords == (12 - choice.entries.count) * 6)
    }
    // A folder by two names has one index; nothing is chosen twice.
    let library = try await TranscriptLibrary(
      [folder, corpus.folder.file("other"), folder], options: corpus.options,
      index: .folder(corpus.folder.file("cache")))
    let chosen = try names(library, for: "“Ayer vimos palabra3.”")
    #expect(Set(chosen).count == chosen.count && chosen.contains("3.txt"))
    #expect(corpus.folder.names(in: "cache").count == 1)
  }

  @Test func `of few transcripts, too, each is one, and copies are several`() async throws {
    let corpus = IndexFolder()
    corpus.write("ANA RUIZ: Pan.", to: "a.txt")
    corpus.write("ANA RUIZ: Pan.", to: "sub/copy.txt")
    let folder = corpus.folder.file("corpus")
    let library = try await TranscriptLibrary(
      ["\(folder)/a.txt", folder, "\(folder)/sub", "\(folder)/./a.txt"], options: corpus.options)
    #expect(try names(library, for: "“Pan.”") == ["a.txt", "copy.txt"])
  }

  @Test func `a listing gives documents their names, and what is not as it was is left out`()
    async throws
  {
    let corpus = IndexFolder()
    corpus.write("ANA RUIZ: Pan.", to: "a.txt")
    corpus.write("ANA RUIZ: Agua.", to: "b.txt")
    let files = ["a.txt", "b.txt"].map { name in
      (path: name, content: FileContent(of: corpus.folder.bytes("corpus/a.txt")))
    }
    let library = try await TranscriptLibrary(
      TranscriptListing(
        files, below: corpus.folder.file("corpus"), chosenBy: "x", prefix: "press/"),
      options: corpus.options)
    #expect(library.common?.entries.map(\.document.id) == ["press/a.txt"])
    #expect(library.reports[0].report.skipped.map(\.identifier) == ["b.txt"])
  }

  @Test func `of a large folder only what may hold the words is read`() async throws {
    let corpus = IndexFolder()
    for number in 0..<40 { corpus.write("ANA RUIZ: Palabra\(number) sola.", to: "\(number).txt") }
    let library = try await TranscriptLibrary(
      [corpus.folder.file("corpus")], options: corpus.options, index: .file(corpus.indexFile))
    let chosen = try names(library, for: "“Palabra17 es nueva.”")
    #expect(chosen.contains("17.txt") && chosen.count < 10)
    #expect(try names(library, for: "Nadie habló.").isEmpty)
  }

  @Test(arguments: [nil, "ANA RUIZ: Otra cosa."])
  func `a file that went or changed since its folder was indexed is an error that names it`(
    _ text: String?
  ) async throws {
    let corpus = IndexFolder()
    corpus.writeMany()
    let library = try await TranscriptLibrary(
      [corpus.folder.file("corpus")], options: corpus.options, index: .file(corpus.indexFile))
    corpus.remove("3.txt")
    if let text { corpus.write(text, to: "3.txt") }
    let error = #expect(throws: QuotationError.self) { try names(library, for: "“Palabra3.”") }
    #expect(error?.code == .unreadable && error?.place.hasSuffix("corpus/3.txt") == true)
    #expect(try names(library, for: "“Palabra4.”").contains("4.txt"))
  }

  @Test func `what is not there or no text is an error that names it`() async throws {
    let corpus = IndexFolder()
    let broken = corpus.folder.write([0x41, 0xFF, 0x42], to: "broken.txt")
    for path in [corpus.folder.file("none.txt"), corpus.folder.file("none/"), broken] {
      let error = await #expect(throws: QuotationError.self) {
        try await TranscriptLibrary([path], options: corpus.options, index: .file(corpus.indexFile))
      }
      #expect(error?.code == .unreadable && error?.place == path)
    }
  }

  @Test func `nothing named holds nothing`() async throws {
    let library = try await TranscriptLibrary([], options: ReadingOptions.spanish)
    #expect(try names(library, for: "“Pan.”").isEmpty && library.reports.isEmpty)
  }

  @Test func `transcripts tell their days, few as many`() async throws {
    for count in [3, 12] {
      let corpus = IndexFolder()
      for number in 0..<count {
        corpus.write("ANA RUIZ: Palabra\(number) y nada más.", to: "\(number).txt")
      }
      corpus.write("Fecha: 4 de marzo de 2031\n\nANA RUIZ: Pan.", to: "0.txt")
      corpus.write("ANA RUIZ: Agua.", to: "acto-2031-03-05.txt")
      let listing = TranscriptListing(
        corpus.folder.names(in: "corpus").map {
          let bytes = Array(corpus.folder.text("corpus/\($0)").utf8)
          return (path: $0, content: FileContent(of: bytes))
        }, below: corpus.folder.file("corpus"), chosenBy: "x", prefix: "1999-01-01/")
      let library = try await TranscriptLibrary(
        listing, options: corpus.options, index: .file(corpus.indexFile))
      #expect((library.common == nil) == (count == 12))
      #expect(
        library.dates.mapValues(\.description) == [
          "1999-01-01/0.txt": "2031-03-04", "1999-01-01/acto-2031-03-05.txt": "2031-03-05",
        ])
    }
  }

  @Test func `the choice can be among some alone`() async throws {
    let corpus = IndexFolder()
    corpus.writeMany()
    let folder = corpus.folder.file("corpus")
    let library = try await TranscriptLibrary(
      [folder], options: corpus.options, index: .file(corpus.indexFile))
    let text = try Articles.segmented("“Palabra3.”", "es")
    let quotations = Articles.marked(in: text).map { Quotation(span: $0.span, kind: .direct) }
    func choice(_ names: [String]) throws -> TranscriptChoice {
      try library.choice(
        for: quotations, in: text, lexicons: [], among: Set(names.map { "\(folder)/\($0)" }))
    }
    // So few are read whole.
    let few = try choice(["5.txt", "3.txt", "nowhere.txt"])
    #expect(few.entries.map { $0.document.id.suffix(6) } == ["/3.txt", "/5.txt"])
    #expect(few.unreadWords == 0)
    #expect(try choice([]).entries.isEmpty)
    // Of nine the index chooses; six words each.
    let others = try choice((0..<9).filter { $0 != 3 }.map { "\($0).txt" } + ["10.txt"])
    #expect(!others.entries.contains { $0.document.id.hasSuffix("/3.txt") })
    #expect(others.unreadWords == (9 - others.entries.count) * 6)
  }
}

import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

struct TranscriptIndexTests {
  @Test func `an index is built once and then kept`() async throws {
    let corpus = IndexFolder()
    corpus.write("Fecha: 2031-03-04\n\nMARCELA: El agua no se vende.", to: "a.txt")
    corpus.write("MARCELA: El acero se vende bien.", to: "b/2031-03-11.txt")
    corpus.write("no es texto de aquí", to: "c.md")
    let first = try await corpus.open(jobs: 2)
    #expect(first.report.read == 2 && first.report.file == corpus.indexFile)
    #expect(first.report.notices.isEmpty && first.report.skipped.isEmpty)
    #expect(first.index.count == 2)
    #expect(first.index.identifier(of: 1) == "b/2031-03-11.txt")
    #expect(first.index.date(of: 0)?.description == "2031-03-04")
    #expect(first.index.date(of: 1)?.description == "2031-03-11")
    #expect(first.index.counts(of: hash("vende")) == (2, 2))
    #expect(first.index.counts(of: hash("agua")) == (1, 1))
    #expect(first.index.counts(of: hash("luna")) == (0, 0))
    let second = try await corpus.open()
    #expect(!second.report.isChanged && second.report.kept == 2)
    #expect(second.index.rank(query("agua"), limit: 3).map(\.document) == [0])
  }

  @Test func `windows are word numbers of the sentences`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Uno dos tres. El agua, de 1.250 litros, no se vende.", to: "a.txt")
    let (index, _) = try await corpus.open()
    #expect(index.wordCount(of: 0) == 12)
    let match = try #require(index.rank(query("agua", "1250", "vende"), limit: 1).first)
    #expect(match.window == 5..<12)
    #expect(match.secondWindow == nil)
  }

  @Test func `files that come, change, go and take other names are followed`() async throws {
    let corpus = IndexFolder()
    for name in ["a", "b", "c"] {
      corpus.write("MARCELA: Palabra \(name)\(name).", to: "\(name).txt")
    }
    _ = try await corpus.open()
    corpus.write("MARCELA: Palabra dd.", to: "d.txt")
    corpus.write("MARCELA: Palabra zz.", to: "b.txt")
    corpus.remove("c.txt")
    corpus.rename("a.txt", "sub.txt")
    let (index, report) = try await corpus.open()
    #expect(report.read == 2 && report.renamed == 1 && report.removed == 2)
    #expect((0..<index.count).map(index.identifier(of:)) == ["b.txt", "d.txt", "sub.txt"])
    #expect(index.counts(of: hash("palabra")) == (3, 3))
    for (word, documents) in [("aa", 1), ("bb", 0), ("cc", 0), ("dd", 1), ("zz", 1)] {
      #expect(index.counts(of: hash(word)).documents == documents, "\(word)")
    }
    #expect(index.rank(query("aa"), limit: 1).map(\.document) == [2])
    #expect(try await !corpus.open().report.isChanged)
  }

  @Test func `a change that keeps size and name is found`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra aa.", to: "a.txt")
    _ = try await corpus.open()
    corpus.write("MARCELA: Palabra bb.", to: "a.txt")
    let (index, report) = try await corpus.open()
    #expect(report.read == 1)
    #expect(index.counts(of: hash("bb")) == (1, 1))
  }

  @Test func `what cannot be read is reported and costs nothing else`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra.", to: "a.txt")
    corpus.folder.write([0x41, 0xFF, 0xFE, 0x42], to: "corpus/b.txt")
    corpus.folder.write([], to: "corpus/empty.txt")
    corpus.folder.link("nowhere", "corpus/z.txt")
    let (index, report) = try await corpus.open()
    #expect(report.skipped.map(\.identifier).sorted() == ["b.txt", "z.txt"])
    #expect(report.skipped.allSatisfy { !$0.reason.isEmpty })
    #expect((0..<index.count).map(index.identifier(of:)) == ["a.txt", "empty.txt"])
    let again = try await corpus.open()
    #expect(again.report.skipped.count == 2 && !again.report.isChanged)
  }

  @Test func `an index that cannot be written is held in memory`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra.", to: "a.txt")
    let (index, report) = try await TranscriptIndex.open(
      corpus.listing, options: corpus.options, at: .file("/dev/null/a.index"))
    #expect(index.count == 1 && report.file == nil && report.notices.count == 1)
  }

  @Test func `another file is never overwritten`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra.", to: "a.txt")
    corpus.folder.write("my notes, which nobody may touch, and some more", to: "out/a.index")
    let error = await #expect(throws: QuotationError.self) { try await corpus.open() }
    #expect(error?.code == .damaged)
    #expect(corpus.folder.text("out/a.index").hasPrefix("my notes"))
  }

  @Test func `other options make it anew`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra.", to: "a.txt")
    _ = try await corpus.open()
    var options = corpus.options
    options.paragraphs = .line
    let (_, report) = try await TranscriptIndex.open(
      corpus.listing, options: options, at: .file(corpus.indexFile))
    #expect(report.notices.count == 1 && report.read == 1)
  }

  @Test func `programs at the same time do no harm`() async throws {
    let corpus = IndexFolder()
    for number in 0..<20 { corpus.write("MARCELA: Palabra \(number).", to: "\(number).txt") }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<6 { group.addTask { try await corpus.open(jobs: 2).index.count } }
      for try await count in group { #expect(count == 20) }
    }
    #expect(corpus.folder.names(in: "out") == ["a.index"])
    #expect(try await !corpus.open().report.isChanged)
  }

  @Test func `files that were looked at go by their content, whatever their times say`()
    async throws
  {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra aa.", to: "a.txt")
    corpus.write("MARCELA: Palabra bb.", to: "b.txt")
    func open() async throws -> (index: TranscriptIndex, report: IndexReport) {
      let files = ["b.txt", "a.txt"].map { name in
        (path: name, content: FileContent(of: corpus.folder.bytes("corpus/\(name)")))
      }
      return try await TranscriptIndex.open(
        TranscriptListing(files, below: corpus.folder.file("corpus"), chosenBy: "{x}.txt"),
        options: corpus.options, at: .folder(corpus.folder.file("cache")))
    }
    let first = try await open()
    #expect((0..<first.index.count).map(first.index.identifier(of:)) == ["a.txt", "b.txt"])
    #expect(first.report.read == 2)
    let made = corpus.folder.names(in: "cache")
    #expect(made.count == 1 && made[0].hasSuffix(".index"))
    let second = try await open()
    #expect(second.report.kept == 2 && !second.report.isChanged)
    corpus.write("MARCELA: Palabra cc.", to: "b.txt")
    let third = try await open()
    #expect(third.report.read == 1 && third.report.kept == 1)
    #expect(third.index.counts(of: hash("cc")) == (1, 1))
    #expect(corpus.folder.names(in: "cache") == made)
  }

  @Test func `a file that is not what was looked at is left out`() async throws {
    let corpus = IndexFolder()
    corpus.write("MARCELA: Palabra aa.", to: "a.txt")
    corpus.write("MARCELA: Palabra bb.", to: "b.txt")
    let files = ["a.txt", "b.txt", "c.txt"].map { name in
      (path: name, content: FileContent(of: Array("MARCELA: Palabra aa.".utf8)))
    }
    let (index, report) = try await TranscriptIndex.open(
      TranscriptListing(files, below: corpus.folder.file("corpus"), chosenBy: ""),
      options: corpus.options, at: .file(corpus.indexFile))
    #expect(index.count == 1 && index.identifier(of: 0) == "a.txt")
    #expect(report.skipped.map(\.identifier) == ["b.txt", "c.txt"])
    #expect(report.skipped[0].reason.contains("changed"))
  }
}

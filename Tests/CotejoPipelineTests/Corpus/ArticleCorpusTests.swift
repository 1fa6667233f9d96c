import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// Corpora of articles and transcripts.
struct ArticleCorpusTests {
  private func reading(
    _ files: [String], articles: String = "articles/{stem}.txt", transcripts: String
  ) throws -> CorpusReading {
    let folder = TemporaryFolder()
    for file in files { folder.write("x\n", to: file) }
    let roles = PlannedInput.Roles(source: nil, target: try PathPattern.read(articles).get())
    return CorpusReader(
      source: try LanguageTag("es"), target: try LanguageTag("en"), roles: roles,
      transcripts: try TranscriptSelection.read(transcripts).get()
    ).read(folder.path)
  }

  private static let files = [
    "articles/b.txt", "articles/a.txt", "es/2.txt", "es/x/1.TXT", "es/notes.md", "README.md",
  ]

  @Test(arguments: [
    ("es", ["es/2.txt", "es/x/1.TXT"]), ("es/", ["es/2.txt", "es/x/1.TXT"]),
    ("es/{day}.txt", ["es/2.txt"]), ("es/2.txt", ["es/2.txt"]), ("es/notes.md", ["es/notes.md"]),
  ])
  func `transcripts are a folder or a pattern`(_ text: String, _ expected: [String]) throws {
    let corpus = try #require(try reading(Self.files, transcripts: text).corpus)
    #expect(corpus.layout == .articles)
    #expect(corpus.transcripts == expected)
    #expect(corpus.pairs.map(\.target) == ["articles/a.txt", "articles/b.txt"])
    #expect(corpus.pairs.map(\.id) == ["a", "b"])
    #expect(corpus.pairs.allSatisfy { $0.source == nil && $0.representative == $0.target })
    #expect(corpus.ignored.count == Self.files.count - 2 - expected.count)
  }

  @Test(arguments: [
    ("fr", "no transcripts\n  looked for: 'fr'\n  found: 6 files"),
    ("e", "no transcripts\n  looked for: 'e'"),
    ("articles", "both path patterns match it: 'articles/{stem}.txt' and 'articles'"),
  ])
  func `what matches nothing, or twice, is told`(_ text: String, _ expected: String) throws {
    let problems = try reading(Self.files, transcripts: text).problems
    #expect(problems.allSatisfy { $0.code == .corpus })
    #expect(problems.contains { $0.message.hasPrefix(expected) }, "\(problems)")
  }

  @Test func `a transcript that links lead to is one, under its own name`() throws {
    let folder = TemporaryFolder()
    for file in ["a.txt", "es/2031-03-04.txt", "es/copy.txt", "other/t.txt"] {
      folder.write("x\n", to: file)
    }
    folder.link("2031-03-04.txt", "es/1-today.txt")
    folder.link("../other/t.txt", "es/y.txt")
    folder.link("../other/t.txt", "es/z.txt")
    let roles = PlannedInput.Roles(source: nil, target: try PathPattern.read("a.txt").get())
    let corpus = try #require(
      CorpusReader(
        source: try LanguageTag("es"), target: try LanguageTag("en"), roles: roles,
        transcripts: try TranscriptSelection.read("es").get()
      ).read(folder.path).corpus)
    #expect(corpus.transcripts == ["es/2031-03-04.txt", "es/copy.txt", "es/y.txt"])
    let again = corpus.ignored.filter { $0.path.hasPrefix("es/") }
    #expect(again.map(\.path) == ["es/1-today.txt", "es/z.txt"])
    #expect(again.map(\.reason).first == "it is the same file as 'es/2031-03-04.txt'")
  }

  @Test func `a folder without articles is told`() throws {
    let problems = try reading(["es/1.txt"], transcripts: "es").problems
    #expect(problems.map(\.message).first?.hasPrefix("no articles\n") == true, "\(problems)")
    #expect(try reading([], transcripts: "es").problems.count == 2)
  }

  @Test func `an article without captures is named by its path`() throws {
    let corpus = try #require(
      try reading(["a.txt", "t.txt"], articles: "a.txt", transcripts: "t.txt").corpus)
    #expect(corpus.pairs.map(\.id) == ["a.txt"])
  }
}

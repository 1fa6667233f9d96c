import CotejoText
import Testing

@testable import CotejoPipeline

struct ArticleMatchesTests {
  private func matches(_ articles: [String]) throws -> ArticleMatches {
    let paths = ["es/2031-03-04.txt", "es/2031-03-05.txt"]
    let matcher = TranscriptMatcher(
      TranscriptMatch(criteria: [.date], window: 0),
      articles: try PathPattern.read("{date}-{slug}.txt").get(),
      selection: try TranscriptSelection.read("es/{date}.txt").get(), paths: paths
    ) { _ in nil }
    let records = paths.map {
      InputTranscripts.Record(
        path: "press/\($0)", hash: SHA256.hash(Array($0.utf8)), bytes: 1, charset: "utf-8")
    }
    return ArticleMatches(
      of: articles.map { ("press/\($0)", $0) }, by: matcher, in: records
    ) { records, reason in "\(records.map(\.path)) \(reason ?? "")" }
  }

  @Test func `articles of a day have the same transcripts`() throws {
    let matches = try matches(["2031-03-04-a.txt", "2031-03-05-b.txt", "2031-03-04-c.txt"])
    #expect(matches["press/2031-03-04-a.txt"].names == ["press/es/2031-03-04.txt"])
    #expect(matches["press/2031-03-05-b.txt"].names == ["press/es/2031-03-05.txt"])
    #expect(matches["press/2031-03-04-a.txt"].absence == nil)
    #expect(
      matches["press/2031-03-04-c.txt"].fingerprint == matches["press/2031-03-04-a.txt"].fingerprint
    )
    #expect(
      matches["press/2031-03-05-b.txt"].fingerprint != matches["press/2031-03-04-a.txt"].fingerprint
    )
    #expect(matches.notice == nil)
  }

  @Test func `articles without one are counted by reason, the most frequent first`() throws {
    let matches = try matches([
      "2031-03-04-a.txt", "x-a.txt", "x-b.txt", "2031-03-06-a.txt", "2031-03-07-a.txt",
      "2031-03-08-a.txt",
    ])
    #expect(matches["press/x-a.txt"].names.isEmpty)
    #expect(matches["press/x-a.txt"].absence == "the name of the article tells no date")
    #expect(
      matches.notice
        == "5 of 6 articles have no transcript (2: the name of the article tells no date; 1: no "
        + "transcript of 2031-03-06; 1: no transcript of 2031-03-07; and others)")
  }
}

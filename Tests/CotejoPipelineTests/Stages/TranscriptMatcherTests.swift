import CotejoQuotation
import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct TranscriptMatcherTests {
  private func matcher(
    _ criteria: [TranscriptMatch.Criterion], window: Int = 1, _ articles: String,
    _ transcripts: String, _ paths: [String], dates: [Int: String] = [:]
  ) throws -> TranscriptMatcher {
    TranscriptMatcher(
      TranscriptMatch(criteria: criteria, window: window),
      articles: try PathPattern.read(articles).get(),
      selection: try TranscriptSelection.read(transcripts).get(), paths: paths
    ) { number in
      dates[number].flatMap { PathDate.read(Array($0.utf8)[...]) }
    }
  }

  private static let days = [
    "es/2031-02-27.txt", "es/2031-02-28.txt", "es/2031-03-01.txt", "es/20310302.txt",
    "es/other.txt",
  ]

  @Test(arguments: [
    (0, "2031-02-28-a", [1]), (1, "2031-02-28-a", [0, 1, 2]), (1, "2031-03-01-a", [1, 2, 3]),
    (2, "20310303-a", [2, 3]), (36_525, "1990-01-01-a", [0, 1, 2, 3]),
  ])
  func `an article has the transcripts of its days`(
    _ window: Int, _ article: String, _ expected: [Int]
  ) throws {
    let matcher = try matcher(
      [.date], window: window, "{date}-{slug}.txt", "es/{date}.txt", Self.days)
    #expect(matcher.transcripts(for: "\(article).txt") == .transcripts(expected))
    #expect(matcher.undated == 1)
  }

  @Test(arguments: [
    (0, "2031-03-03-a", "no transcript of 2031-03-03"),
    (1, "2031-03-04-a", "no transcript within 1 day of 2031-03-04"),
    (2, "2031-03-05-a", "no transcript within 2 days of 2031-03-05"),
    (2, "undated-a", "the name of the article tells no date"),
    (2, "2031-02-29-a", "the name of the article tells no date"),
  ])
  func `where there is none, the reason is told`(
    _ window: Int, _ article: String, _ expected: String
  ) throws {
    let matcher = try matcher(
      [.date], window: window, "{date}-{slug}.txt", "es/{date}.txt", Self.days)
    #expect(matcher.transcripts(for: "\(article).txt") == .nothing(expected))
  }

  @Test func `what the path does not tell is asked for`() throws {
    let matcher = try matcher(
      [.date], window: 0, "{year}/{month}/{day}-{slug}.txt", "es", ["es/a.txt", "es/b.txt"],
      dates: [1: "2031-03-04"])
    #expect(matcher.transcripts(for: "2031/3/4-x.txt") == .transcripts([1]))
    #expect(matcher.undated == 1)
  }

  @Test func `names are what both patterns have`() throws {
    let paths = ["t/lima/1.txt", "t/lima/2.txt", "t/quito/1.txt"]
    let byName = try matcher([.name], "{event}/{slug}.txt", "t/{event}/{part}.txt", paths)
    #expect(byName.transcripts(for: "lima/a.txt") == .transcripts([0, 1]))
    #expect(byName.transcripts(for: "Lima/a.txt") == .nothing("no transcript for 'Lima'"))
    let both = try matcher(
      [.name, .date], "{event}/{date}.txt", "t/{event}/{date}.txt",
      ["t/lima/20310304.txt", "t/quito/20310305.txt"])
    #expect(both.transcripts(for: "lima/2031-03-05.txt") == .transcripts([0]))
    #expect(
      both.transcripts(for: "quito/2031-03-03.txt")
        == .nothing("no transcript for 'quito' within 1 day of 2031-03-03"))
  }

  @Test(arguments: 0..<10)
  func `the search finds what looking at each finds`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var days: [CalendarDate] = []
    for _ in 0..<60 {
      days.append(
        try #require(
          CalendarDate(
            year: 2031, month: Int.random(in: 1...3, using: &random),
            day: Int.random(in: 1...28, using: &random))))
    }
    let window = Int.random(in: 0...9, using: &random)
    let matcher = try matcher(
      [.date], window: window, "{date}.txt", "t/{date}-{n}.txt",
      days.enumerated().map { "t/\($1)-\($0).txt" })
    for day in days.prefix(20) {
      let expected = days.indices.filter { abs(days[$0].number - day.number) <= window }
      #expect(matcher.transcripts(for: "\(day).txt") == .transcripts(expected))
    }
  }
}

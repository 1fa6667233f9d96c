import Foundation
import Testing

/// The quotations of the sample corpus are traced to the places that its README lists.
struct SampleQuotationsTests {
  /// What must become of a quotation.
  struct Expectation: Sendable, CustomStringConvertible {
    /// Its first words.
    let words: String
    /// Where it must be found, as `MONTH-DAY:LINE`, in the order of the quotation; empty for one that
    /// was not spoken in Spanish.
    let places: [String]
    /// Whether the tracer is known not to manage it yet.
    var isBeyondReach = false

    var description: String { words }
  }

  private static let tariffs = "2031-03-12-tariffs"
  private static let water = "2031-03-04-water-plan"

  private static let expected: [(article: String, expectations: [Expectation])] = [
    (
      tariffs,
      [
        Expectation(words: "If there's no deal on April 9", places: ["03-11:32"]),
        Expectation(words: "are ready, they're signed", places: ["03-11:32"]),
        Expectation(words: "We didn't pick this fight", places: []),
        Expectation(words: "For too long our friends", places: []),
        Expectation(words: "rough.", places: ["03-11:33"]),
        // Two sentences of two days, joined in silence.
        Expectation(words: "Sovereignty is not", places: ["03-04:52", "03-11:33"]),
        Expectation(words: "We're not going to answer", places: ["03-04:51"]),
        Expectation(words: "Of every $10 in steel", places: ["03-04:51"]),
        Expectation(words: "They [the U.S. Commerce", places: ["03-11:17"]),
        Expectation(words: "We're talking about 24,300", places: ["03-11:18"]),
        Expectation(words: "I'm not going to tell you", places: ["03-11:10"]),
        Expectation(words: "with only one condition", places: ["03-11:24"]),
        Expectation(words: "And whoever does lay", places: ["03-11:24"]),
        Expectation(words: "'We'd rather work", places: ["03-11:29"]),
        Expectation(words: "We're not going to raise", places: ["03-11:38"]),
        Expectation(words: "There's bourbon", places: ["03-11:38"]),
        Expectation(words: "I'm not ruling anything out", places: ["03-04:54"]),
        Expectation(words: "Santa Aurelia does not want", places: ["03-11:31"]),
        Expectation(words: "The drawer is a good line", places: []),
        Expectation(words: "not a recession", places: ["03-11:46"]),
        Expectation(words: "I don't want to beat", places: ["03-11:48"]),
        Expectation(words: "I want to convince", places: ["03-11:48"]),
        Expectation(words: "take the call any day", places: []),
        Expectation(words: "not a bluff", places: []),
      ]
    ),
    (
      water,
      [
        Expectation(words: "Water isn’t a government", places: ["03-04:37"]),
        Expectation(words: "Out of every 100 liters", places: ["03-04:16"]),
        Expectation(words: "It isn’t new water", places: ["03-04:22"]),
        Expectation(words: "It’s water we already", places: ["03-04:22"]),
        Expectation(words: "never touched", places: ["03-04:30"]),
        Expectation(words: "even one cent", places: ["03-04:31"]),
        Expectation(words: "It has a concession", places: ["03-04:32"]),
        Expectation(words: "That’s the whole story", places: ["03-04:32"]),
        Expectation(words: "On Mondays we all", places: ["03-04:36"]),
        Expectation(words: "a faucet that opens", places: ["03-04:36"]),
        Expectation(words: "the way you hand out", places: ["03-04:38"], isBeyondReach: true),
        Expectation(words: "We’re not going to go after", places: ["03-04:38"]),
        Expectation(words: "not to cut any ribbons", places: ["03-04:41"], isBeyondReach: true),
        Expectation(words: "but to listen", places: ["03-04:41"]),
        Expectation(words: "If the community says no", places: ["03-04:42"]),
        Expectation(words: "we’ll look for a different", places: ["03-04:42"]),
        Expectation(words: "The small ones we’re", places: ["03-04:48"]),
        Expectation(words: "Plain and simple", places: ["03-04:48"], isBeyondReach: true),
        Expectation(words: "a catalog of pipes", places: ["03-04:55"]),
        // Two distant sentences, joined in silence.
        Expectation(words: "Well, yes, they’re pipes", places: ["03-04:56", "03-04:59"]),
        Expectation(words: "anyone who charges", places: ["03-04:61"]),
        Expectation(words: "on Tuesdays, if it comes", places: ["03-04:12"]),
      ]
    ),
  ]

  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("corpora/rueda-de-prensa").path

  /// The records of both articles, traced once for all tests.
  private static let records = Result {
    var records: [String: [[String: Any]]] = [:]
    for (article, _) in expected {
      let result = try Command.run(
        [
          "trace", "--from", "es", "--to", "en", "--transcript", "es/2031-03-04.txt",
          "es/2031-03-11.txt", "--speaker", "Harold Whitcombe=en", "--format", "jsonl",
          "articles/\(article).txt",
        ], in: corpus)
      #expect(result.status == 0, "\(result.errors)")
      records[article] = try result.output.split(separator: "\n").map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(value as? [String: Any])
      }
    }
    return Records(byArticle: records)
  }

  private struct Records: @unchecked Sendable {
    // Never changed once it is made.
    let byArticle: [String: [[String: Any]]]
  }

  private func record(_ words: String, in article: String) throws -> [String: Any] {
    let records = try Self.records.get().byArticle[article] ?? []
    return try #require(
      records.first { record in
        let quote = record["quote"] as? [String: Any]
        return (quote?["text"] as? String)?.hasPrefix(words) ?? false
      }, "the quotation was not found in the article")
  }

  private func texts(_ member: String, of record: [String: Any]) -> [String] {
    (record[member] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
  }

  /// The places of a record's source words, as `MONTH-DAY:LINE`, each once.
  private func places(of record: [String: Any]) throws -> [String] {
    var places: [String] = []
    for source in record["sources"] as? [[String: Any]] ?? [] {
      let document = try #require(source["document"] as? String)
      let start = try #require(source["start"] as? Int)
      let file = try Data(contentsOf: URL(fileURLWithPath: "\(Self.corpus)/\(document)"))
      let line = file[..<start].count { $0 == 0x0A } + 1
      let place = "\(document.dropFirst("es/2031-".count).dropLast(".txt".count)):\(line)"
      if places.last != place { places.append(place) }
    }
    return places
  }

  @Test(arguments: expected[0].expectations)
  func `quotations about tariffs`(_ expectation: Expectation) throws {
    try check(expectation, in: Self.tariffs)
  }

  @Test(arguments: expected[1].expectations)
  func `quotations about water`(_ expectation: Expectation) throws {
    try check(expectation, in: Self.water)
  }

  private func check(_ expectation: Expectation, in article: String) throws {
    let record = try record(expectation.words, in: article)
    let found = record["found"] as? Bool
    let places = try places(of: record)
    if expectation.isBeyondReach {
      // Whoever brings it within reach takes the mark off.
      #expect(found == false, "\(places)")
    } else if expectation.places.isEmpty {
      #expect(found == false)
      #expect(record["origin"] as? String == "elsewhere")
      #expect(places.isEmpty)
    } else {
      #expect(found == true)
      #expect(record["origin"] as? String == "transcripts")
      #expect(places == expectation.places)
    }
  }

  @Test(arguments: [
    (tariffs, "They [the U.S. Commerce", ["Commerce", "Department"]),
    (water, "The small ones we’re", ["ranches", "golf", "developments"]),
  ])
  func `an insertion in brackets is not reported as added`(
    _ article: String, _ words: String, _ inserted: [String]
  ) throws {
    let added = texts("added", of: try record(words, in: article)).joined(separator: " ")
    for word in inserted { #expect(!added.contains(word), "\(added)") }
  }

  @Test(arguments: [
    (tariffs, "Santa Aurelia does not want", "jornalero"),
    (tariffs, "I'm not going to tell you", "porque no"),
    (water, "It has a concession", "1994"),
  ])
  func `what was dropped between places is listed`(
    _ article: String, _ words: String, _ dropped: String
  ) throws {
    let omitted = texts("omitted", of: try record(words, in: article))
    #expect(omitted.contains { $0.contains(dropped) }, "\(omitted)")
  }

  @Test(arguments: [
    (tariffs, "We're talking about 24,300", "24,300", "23 mil 400"),
    (water, "Out of every 100 liters", "34", "43"),
  ])
  func `a wrong number has nothing under it`(
    _ article: String, _ words: String, _ wrong: String, _ right: String
  ) throws {
    let record = try record(words, in: article)
    #expect(texts("added", of: record).contains { $0.contains(wrong) })
    #expect(texts("omitted", of: record).contains { $0.contains(right) })
  }

  @Test func `a letter that is read aloud is marked`() throws {
    let sources = try record("On Mondays we all", in: Self.water)["sources"] as? [[String: Any]]
    #expect(sources?.first?["read_aloud"] as? Bool == true)
  }

  @Test func `the pipeline of the sample corpus runs from the folder of the package`() throws {
    let package = URL(fileURLWithPath: Self.corpus)
      .deletingLastPathComponent().deletingLastPathComponent().path
    let workspace = try Workspace()
    let result = try Command.run(
      ["run", "pipelines/quotes.yml", "--output", "\(workspace.path)/out"], in: package)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("2 articles, 2 transcripts in "))
    #expect(result.errors.isEmpty)
    let rows = try workspace.text("out/quotes.tsv").split(separator: "\n")
    #expect(rows.count >= 30)
    #expect(
      rows.contains {
        $0.hasPrefix("yo quiero convencer a San Matías en su asamblea\tI want to convince San")
      })
    let rejected = try workspace.text("out/rejected.jsonl")
    #expect(rejected.contains("\"reason\":\"elsewhere\",\"detail\":\"spoken by Harold Whitcombe\""))
  }
}

import Testing

@testable import CotejoPipeline

/// `match`: which transcripts of an input an article may quote from.
struct PlanMatchTests {
  private func reading(_ rest: String) -> PlanReading {
    Plans.read(
      """
      cotejo: 1
      languages: {source: es, target: en}
      inputs:
        a: {corpus: x, \(rest)}
      stages: [{uses: segment}, {uses: quotes}, {uses: trace}]
      """)
  }

  private static let patterns =
    "roles: {en: 'a/{date}-{event}.txt'}, transcripts: 't/{event}/{date}.txt'"

  @Test(arguments: [
    ("{by: date}", ["date"], 1), ("{by: date, window: 0d}", ["date"], 0),
    ("{by: [date, name], window: 14d}", ["date", "name"], 14), ("{by: [name]}", ["name"], 1),
  ])
  func `a match says what must be the same`(_ text: String, _ criteria: [String], _ window: Int)
    throws
  {
    let reading = reading("\(Self.patterns), match: \(text)")
    let match = try #require(reading.plan?.inputs[0].match, "\(reading.problems)")
    #expect(match.criteria.map(\.rawValue) == criteria)
    #expect(match.window == window)
    #expect(self.reading(Self.patterns).plan?.inputs[0].match == nil)
  }

  @Test(arguments: [
    (patterns, "{}", "'match' of input 'a' needs 'by': 'date', 'name' or both"),
    (patterns, "date", "'match' of input 'a' must be a mapping, and this is 'date'"),
    (
      patterns, "{by: dat}",
      "'by' in 'match' must be date or name, and this is 'dat'; did you mean 'date'?"
    ),
    (patterns, "{by: []}", "'by' in 'match' names nothing"),
    (patterns, "{by: {}}", "'by' in 'match' must be date or name, and this is a mapping"),
    (patterns, "{by: [name, name]}", "'name' stands twice in 'by'"),
    (
      patterns, "{by: date, windw: 1d}",
      "unknown key 'windw' in 'match' of input 'a'; did you mean 'window'?"
    ),
    (
      patterns, "{by: date, window: 1}",
      "'window' must be a number of days from 0d to 36525d, and this is '1'"
    ),
    (patterns, "{by: date, window: -1d}", "and this is '-1d'"),
    (patterns, "{by: date, window: 99999d}", "and this is '99999d'"),
    (patterns, "{by: date, window: d}", "and this is 'd'"),
    (patterns, "{by: name, window: 1d}", "'match' does not go by date"),
    ("roles: {en: '{s}.txt'}, transcripts: t", "{by: date}", "'{s}.txt', needs a capture '{date}'"),
    ("roles: {en: '{s}.txt'}, transcripts: t", "{by: name}", "need a capture that both have"),
    (
      "roles: {en: '{date}.txt'}, transcripts: 't/{date}.txt'", "{by: [date, name]}",
      "need a capture that both have, such as '{event}'"
    ),
    ("roles: {es: '{s}.es', en: '{s}.en'}", "{by: name}", "there are none"),
  ])
  func `faults are told at their place`(_ patterns: String, _ match: String, _ expected: String) {
    let problems = reading("\(patterns), match: \(match)").problems.map(\.description)
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.contains { $0.hasPrefix("p.yml:4:") && $0.contains(expected) }, "\(problems)")
  }

  @Test func `the rule reads as people say it`() {
    #expect("\(TranscriptMatch(criteria: [.date], window: 1))" == "by date, up to 1 day apart")
    #expect("\(TranscriptMatch(criteria: [.date, .name], window: 0))" == "by date and name")
    #expect("\(TranscriptMatch(criteria: [.name], window: 5))" == "by name")
  }
}

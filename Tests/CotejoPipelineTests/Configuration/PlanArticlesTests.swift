import Testing

@testable import CotejoPipeline

/// Plans with articles and the transcripts that they quote from.
struct PlanArticlesTests {
  private static func text(
    _ input: String, stages: [String] = ["uses: segment", "uses: quotes", "uses: trace"]
  ) -> String {
    """
    cotejo: 1
    languages: {source: es-MX, target: en}
    inputs:
      a: {\(input)}
    stages:
    \(stages.map { "  - {\($0)}" }.joined(separator: "\n"))
    """
  }

  @Test func `an input has articles, transcripts and speakers`() throws {
    let reading = Plans.read(
      Self.text("corpus: x, roles: {en: '{s}.txt'}, transcripts: es/, speakers: {Ann Lee: en-GB}"))
    let input = try #require(reading.plan?.inputs.first, "\(reading.problems)")
    #expect(input.roles?.source == nil)
    #expect(input.roles?.target.description == "{s}.txt")
    #expect(input.transcripts?.description == "es")
    #expect(input.speakers.map { "\($0.name) \($0.language)" } == ["Ann Lee en-GB"])
  }

  @Test(arguments: [
    ("corpus: x, roles: {en: '{s}.txt'}", "4:", "or the input 'transcripts' that the articles"),
    ("corpus: x, transcripts: es", "4:18:", "'transcripts' needs 'roles' with a path pattern"),
    (
      "corpus: x, roles: {es: '{s}.es', en: '{s}.en'}, transcripts: es", "4:",
      "'transcripts' are for articles alone"
    ),
    ("corpus: x, roles: {es: '{s}.es'}, transcripts: t", "4:", "needs a path pattern for 'en'"),
    ("corpus: x, roles: {en: '{s}.en'}, transcripts: ../t", "4:", "cannot leave the corpus folder"),
    ("corpus: x, roles: {en: '{s}.en'}, transcripts: '{a'", "4:", "'{' without '}'"),
    ("corpus: x, roles: {en: '{s}.en'}, transcripts: [t]", "4:", "'transcripts' must be text"),
    (
      "corpus: x, roles: {en: '{s}.en'}, transcripts: t, speakers: [A]", "4:",
      "'speakers' must be a mapping of names and languages"
    ),
    (
      "corpus: x, roles: {en: '{s}.en'}, transcripts: t, speakers: {A: [en]}", "4:",
      "the language of 'A' must be text"
    ),
    (
      "corpus: x, roles: {en: '{s}.en'}, transcripts: t, speakers: {A: '?'}", "4:", "'?'"
    ),
    (
      "corpus: x, roles: {en: '{s}.en'}, transcript: t", "4:",
      "unknown key 'transcript' in input 'a'; did you mean 'transcripts'?"
    ),
  ])
  func `faults are told at their place`(_ input: String, _ place: String, _ expected: String) {
    let problems = Plans.problems(Self.text(input))
    #expect(
      problems.contains { $0.hasPrefix("p.yml:\(place)") && $0.contains(expected) }, "\(problems)")
  }

  @Test(arguments: [
    (["uses: segment", "uses: trace"], "7:5:", "put 'quotes' before it"),
    (
      ["uses: segment", "uses: quotes", "uses: filter"], "8:5:", "put 'align' or 'trace' before it"
    ),
    (["uses: quotes", "uses: trace"], "6:5:", "stage 'quotes' needs sentences"),
    (["uses: segment", "uses: align"], "7:5:", "the input 'a' has articles alone"),
    (
      ["uses: segment", "uses: learn", "uses: quotes", "uses: trace"], "7:5:",
      "stage 'learn' needs documents in both languages"
    ),
    (
      ["uses: segment", "uses: quotes", "uses: trace, with: {minimumConfidence: 2}"], "8:",
      "must be a number from 0 to 1"
    ),
    (
      ["uses: segment", "uses: quotes", "uses: trace, with: {indirekt: true}"], "8:",
      "did you mean 'indirect'?"
    ),
  ])
  func `stages that do not fit are told`(_ stages: [String], _ place: String, _ expected: String) {
    let problems = Plans.problems(
      Self.text("corpus: x, roles: {en: '{s}.en'}, transcripts: t", stages: stages))
    #expect(
      problems.contains { $0.hasPrefix("p.yml:\(place)") && $0.contains(expected) }, "\(problems)")
  }

  @Test func `gates need their stage`() {
    let text = Self.text(
      "corpus: x, roles: {en: '{s}.en'}, transcripts: t", stages: ["uses: segment", "uses: quotes"])
    #expect(
      Plans.problems(text + "\nchecks: [{metric: quotes.direct, minimum: 1}]").isEmpty)
    #expect(
      Plans.problems(text + "\nchecks: [{metric: trace.share, minimum: 1}]").contains {
        $0.contains("'trace.share' needs a stage 'trace'")
      })
  }
}

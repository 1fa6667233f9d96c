import Testing

@testable import CotejoPipeline

/// What `from` means, and what each stage of a plan reads.
struct OriginReaderTests {
  private static let head = """
    cotejo: 1
    languages: {source: es, target: en}
    inputs:
      press: {corpus: x}
      books: {corpus: y}
      web: {corpus: z}

    """

  private func reading(_ stages: [String]) -> PlanReading {
    Plans.read(Self.head + "stages:\n" + stages.map { "  - {\($0)}\n" }.joined())
  }

  private func origins(_ stages: String...) -> [StageOrigin]? {
    reading(stages).plan?.stages.map(\.origin)
  }

  @Test func `without from a stage follows the one before it, the first all inputs`() {
    #expect(
      origins("uses: normalize", "uses: segment", "uses: align")
        == [.inputs([0, 1, 2]), .stage(0), .stage(1)])
  }

  @Test func `from names one stage or some inputs, alone or in a list`() {
    #expect(
      origins(
        "uses: normalize, from: books", "uses: segment, from: [web, press]",
        "uses: align, id: joined", "uses: normalize, id: third, from: [press]",
        "uses: filter, from: joined", "uses: filter, id: strict, from: [joined]")
        == [.inputs([1]), .inputs([0, 2]), .stage(1), .inputs([0]), .stage(2), .stage(2)])
  }

  @Test(arguments: [
    ("segmnt", "there is no stage or input 'segmnt'; did you mean 'segment'?"),
    ("[pres]", "there is no stage or input 'pres'; did you mean 'press'?"),
    (
      "zebra", "there is no stage or input 'zebra'; there are normalize, segment, press, books, web"
    ),
    ("align", "stage 'align' cannot follow itself"),
    ("filter", "stage 'filter' comes later; a stage follows one before it"),
    ("[]", "'from' names neither a stage nor an input"),
    ("{a: b}", "'from' must be the id of a stage or names of inputs, and this is a mapping"),
    ("[[press]]", "and this is a list"), ("[~]", "and this is nothing"),
    ("[press, press]", "'press' stands twice in 'from'"),
    ("[normalize, segment]", "'from' joins 'normalize' and 'segment', and a stage follows one"),
    ("[press, segment]", "give each branch an export of its own"),
    ("segment(x=1)", "stage 'segment' has no matrix, so there is no 'segment(x=1)'"),
    ("'${params.x}'", "unknown param 'x'"), ("'${matrix.x}'", "can only stand in 'with' and 'if'"),
  ])
  func `what cannot be followed is told once, at its place`(_ from: String, _ expected: String) {
    let problems = reading([
      "uses: normalize", "uses: segment", "uses: align, from: \(from)", "uses: filter",
    ]).problems.map(\.description)
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.allSatisfy { $0.hasPrefix("p.yml:10:") })
    #expect(problems.contains { $0.hasPrefix("p.yml:10:2") || from == "[press, press]" })
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `a name that means both is refused where it is used`() {
    #expect(reading(["uses: segment, id: press", "uses: align"]).plan != nil)
    let problems = reading(["uses: segment, id: press", "uses: align, from: press"]).problems
    #expect(
      problems.map(\.message) == [
        "'press' is an input and a stage; give the stage another 'id'"
      ])
  }

  @Test func `exports without an id can be followed by the names that they get`() {
    #expect(
      origins(
        "uses: segment", "uses: align", "uses: export, with: {to: a.tmx}",
        "uses: export, with: {to: b.tmx}", "uses: filter, from: export-2",
        "uses: export, from: export, with: {to: c.tmx}")?.suffix(2) == [.stage(3), .stage(2)])
  }

  @Test(arguments: [
    (
      ["uses: segment", "uses: align", "uses: align, id: b, from: press"],
      "stage 'b' needs sentences, which no stage before it makes; put 'segment' before it"
    ),
    (
      ["uses: segment", "uses: align", "uses: segment, id: b", "uses: align, id: c"],
      "stage 'b' needs documents, and the texts were cut before it"
    ),
    (
      ["uses: segment", "uses: align, id: joined", "uses: learn, from: joined"],
      "stage 'learn' needs sentences, and they were joined before it; put it before 'joined'"
    ),
  ])
  func `what stages need is looked for along the graph`(_ stages: [String], _ expected: String) {
    let problems = reading(stages).problems.map(\.message)
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.contains { $0.hasPrefix(expected) }, "\(problems)")
    #expect(
      origins(
        "uses: segment", "uses: align", "uses: filter", "uses: segment, id: b, from: press",
        "uses: align, id: c") != nil)
  }

  @Test func `branches that do not meet an unknown stage are checked all the same`() {
    let problems = reading([
      "uses: segmnt", "uses: align", "uses: normalize, from: press, id: n", "uses: filter",
    ]).problems.map(\.message)
    #expect(
      problems == [
        "unknown stage 'segmnt'; did you mean 'segment'?",
        "stage 'filter' needs beads, which no stage before it makes; put 'align' or 'trace' before it",
      ])
  }

  @Test func `articles must not reach a stage that needs originals`() {
    let inputs = """
      cotejo: 1
      languages: {source: es, target: en}
      inputs:
        pairs: {corpus: x}
        press: {corpus: y, roles: {en: "{s}.txt"}, transcripts: es}
      stages:
        - {uses: segment, from: [INPUTS]}
        - {uses: align}
        - {uses: segment, id: cut, from: press}
        - {uses: quotes}
        - {uses: trace}
      """
    #expect(Plans.problems(inputs.replacing("INPUTS", with: "pairs")).isEmpty)
    #expect(
      Plans.problems(inputs.replacing("INPUTS", with: "pairs, press")) == [
        "p.yml:8:5: error: stage 'align' needs documents in both languages, and the input 'press' has "
          + "articles alone"
      ])
  }

  @Test func `a stage of any branch serves a check`() {
    let text =
      Self.head + """
        stages:
          - {uses: segment}
          - {uses: align}
          - {uses: filter}
          - {uses: normalize, id: n, from: press}
        checks:
          - {metric: filter.kept, minimum: 0.5}
          - {metric: check.altered, maximum: 0}
        """
    #expect(
      Plans.problems(text) == ["p.yml:14:5: error: 'check.altered' needs a stage 'check'"])
  }
}

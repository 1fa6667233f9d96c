import CotejoFormats
import CotejoQuotation
import CotejoText
import Testing

@testable import CotejoPipeline

/// The stages `quotes` and `trace` on pairs of documents; runs over articles are in
/// `ArticleRunTests`.
struct TraceStageTests {
  private static let original = """
    PRESIDENTA ELENA SOTO: Buenos días. El puente no se va a cerrar. Vamos a reparar las dos torres \
    antes de diciembre, con recursos de la provincia.
    """
  private static let article = """
    Elena Soto spoke on Monday. “The bridge is not going to be closed,” Soto said. “My uncle sells \
    umbrellas on Sundays,” said Bruno Katz. Soto said that both towers would be repaired before \
    December.
    """

  private static let shared = Result {
    try StageResources(
      Plan(
        name: "t", file: "t.yml", source: LanguageTag("es"), target: LanguageTag("en"), inputs: [],
        stages: [], gates: []),
      [
        PlannedStage(
          id: "trace", place: Place(file: "t.yml"),
          stage: Pairs.stage(TraceStage.self), origin: .inputs([0]))
      ])
  }

  private func traced(
    _ source: String = original, _ target: String = article,
    _ values: [String: ParameterValue] = [:]
  ) throws -> PairState {
    var state = try Pairs.pair(source, target)
    let resources = try Self.shared.get()
    var tools = StageTools(resources: resources)
    let stages: [any DocumentStage] = [
      Pairs.stage(NormalizeStage.self), Pairs.stage(SegmentStage.self),
      Pairs.stage(QuotesStage.self), Pairs.stage(TraceStage.self, values),
    ]
    for stage in stages {
      try stage.process(
        &state, as: type(of: stage).name, tools: &tools, resources: resources)
    }
    return state
  }

  @Test func `each quotation is a bead, found or rejected with the reason`() throws {
    let state = try traced(values("minimumConfidence", 0.01))
    let quotations = try #require(state.quoted?.quotations)
    #expect(state.amount(of: .quotations) == quotations.count)
    #expect(state.rejections.count == quotations.count)
    #expect(state.beads.isEmpty)
    for (index, quotation) in quotations.enumerated() where quotation.kind != .direct {
      #expect(state.rejections[index]?.reason == "indirect")
      #expect(state.rejections[index]?.stage == "trace")
    }
    #expect(state.remaining == state.rejections.count { $0 == nil })
    let first = try #require(state.rejections.firstIndex { $0 == nil })
    let unit = state.unit(of: first)
    #expect(unit.source.map(\.text) == ["El puente no se va a cerrar"])
    #expect(unit.source.map(\.document) == ["es/p0.txt"])
    #expect(unit.target.map(\.text) == ["The bridge is not going to be closed,"])
    #expect(unit.score == state.score(of: first))
    #expect(state.type(of: first) == unit.type)
    #expect(state.pieces(of: first, .source).map { $0.text[$0.span] } == unit.source.map(\.text))
    #expect(state.pieces(of: first, .target).map { $0.text[$0.span] } == unit.target.map(\.text))
  }

  private func values(_ name: String, _ number: Double) -> [String: ParameterValue] {
    [name: .number(number)]
  }

  private func traced(_ values: [String: ParameterValue]) throws -> PairState {
    try traced(Self.original, Self.article, values)
  }

  @Test func `a threshold that nothing reaches rejects all`() throws {
    let state = try traced(values("minimumConfidence", 1))
    #expect(state.remaining == 0)
    let reasons = Set(state.rejections.compactMap { $0?.reason })
    #expect(reasons.isSubset(of: ["notFound", "elsewhere", "indirect"]))
    #expect(
      state.rejections.contains { $0?.detail.contains("confidence 0.") ?? false },
      "\(state.rejections)")
  }

  @Test func `reported speech is traced where the plan says so`() throws {
    let state = try traced(["indirect": .boolean(true), "minimumConfidence": .number(0.01)])
    #expect(!Pairs.reasons(state).contains("indirect"))
    let quotations = try #require(state.quoted?.quotations)
    let indirect = try #require(quotations.firstIndex { $0.kind == .indirect })
    #expect(state.unit(of: indirect).source.first?.text.contains("torres") == true)
  }

  @Test func `filters and deduplication take traced quotations as they take beads`() throws {
    let twice = Self.article + "\n\n“The bridge is not going to be closed,” Soto said again.\n"
    var state = try traced(Self.original, twice, values("minimumConfidence", 0.01))
    #expect(state.remaining > 1)
    let stage = Pairs.stage(DeduplicateStage.self, ["by": .text("target")])
    let visitor = try stage.visitor(
      as: "deduplicate",
      in: RunContext(folder: "", source: LanguageTag("es"), target: LanguageTag("en"), version: ""))
    visitor.visit(&state, stage.prepare(&state))
    let duplicate = try #require(
      state.rejections.compactMap { $0 }.first { $0.reason == "duplicate" })
    #expect(duplicate.detail.hasPrefix("of es/p0.txt: byte "))
    try Pairs.run(FilterStage.self, ["minimumWords": .integer(100)], on: &state)
    #expect(state.remaining == 0)
    #expect(state.rejections.contains { $0?.detail == "7 and 8 words" }, "\(state.rejections)")
  }

  @Test(arguments: ["", "Nobody said a word.", "“", "”“”“", "“\u{FFFD}\u{0}” he said.", "« »"])
  func `texts without speech give no bead`(_ text: String) throws {
    let state = try traced(Self.original, text)
    #expect(state.remaining == 0)
    #expect(state.rejections.count == state.quoted?.quotations.count)
  }

  @Test func `an empty original is searched in vain`() throws {
    let state = try traced("", Self.article)
    #expect(state.remaining == 0)
    #expect(Pairs.reasons(state).contains { $0 == "notFound" || $0 == "elsewhere" })
  }

  @Test func `parameters and speakers change the fingerprint`() throws {
    let resources = try Self.shared.get()
    func fingerprint(_ values: [String: ParameterValue]) -> String {
      let stage = Pairs.stage(TraceStage.self, values)
      return stage.fingerprint(dependencies: stage.dependencies(resources))
    }
    #expect(fingerprint([:]) == fingerprint(["indirect": .boolean(false)]))
    #expect(fingerprint([:]) != fingerprint(["indirect": .boolean(true)]))
    #expect(fingerprint([:]) != fingerprint(["minimumConfidence": .number(0.5)]))
    let speaker = PlannedInput.Speaker(name: "Bruno Katz", language: try LanguageTag("en"))
    #expect(
      InputTranscripts(speakers: [speaker]).fingerprint
        != InputTranscripts(speakers: []).fingerprint)
  }
}

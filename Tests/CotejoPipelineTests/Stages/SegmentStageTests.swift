import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct SegmentStageTests {
  @Test func `both sides are cut by their own language`() throws {
    var state = try Pairs.pair(
      "El Sr. López llegó. ¿Y usted?\nSí.", "Mr. Lopez came. And you?\nYes.")
    try Pairs.run(SegmentStage.self, on: &state)
    #expect(Pairs.sentences(state.source) == ["El Sr. López llegó.", "¿Y usted?", "Sí."])
    #expect(Pairs.sentences(state.target) == ["Mr. Lopez came.", "And you?", "Yes."])
    #expect(state.source.sentences.map(\.paragraph) == [0, 0, 1])
  }

  @Test(arguments: [("line", ["una", "frase."]), ("blankLine", ["una\nfrase."])])
  func `paragraphs end where the parameter says`(_ mode: String, _ expected: [String]) throws {
    var state = try Pairs.pair("una\nfrase.", "x")
    try Pairs.run(SegmentStage.self, ["paragraphs": .text(mode)], on: &state)
    #expect(Pairs.sentences(state.source) == expected)
  }

  @Test func `the fingerprint covers the language data`() throws {
    let stage = Pairs.stage(SegmentStage.self)
    let plan = Plan(
      name: "t", file: "t.yml", source: try LanguageTag("es"), target: try LanguageTag("xx"),
      inputs: [], stages: [], gates: [])
    let dependencies = stage.dependencies(try StageResources(plan, []))
    #expect(dependencies.count == 2)
    #expect(dependencies[0].hasPrefix("es ") && dependencies[0].utf8.count == 3 + 64)
    #expect(dependencies[1] == "none")
    #expect(try stage.dependencies(Pairs.resources())[0] == dependencies[0])
    #expect(try stage.dependencies(Pairs.resources())[1].hasPrefix("en "))
  }

  // MARK: Rules of an SRX file

  private static func rules(stop: String, language: String = ".*") -> String {
    """
    <srx version="2.0"><header cascade="no"/><body><languagerules>
    <languagerule languagerulename="A"><rule><beforebreak>\(stop)</beforebreak></rule></languagerule>
    </languagerules><maprules>
    <languagemap languagepattern="\(language)" languagerulename="A"/>
    </maprules></body></srx>
    """
  }

  private func resources(of stage: SegmentStage) throws -> StageResources {
    let plan = Plan(
      name: "t", file: "t.yml", source: try LanguageTag("es"), target: try LanguageTag("en"),
      inputs: [], stages: [], gates: [])
    let place = Place(file: "t.yml", line: 7, column: 5)
    return try StageResources(
      plan, [PlannedStage(id: "segment", place: place, stage: stage, origin: .inputs([0]))])
  }

  @Test func `an SRX file cuts both texts, and its bytes are what the stage depends on`() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/a.srx"
    folder.write(Self.rules(stop: ";"), to: "a.srx")
    let stage = Pairs.stage(SegmentStage.self, ["srx": .text(path)])
    let resources = try resources(of: stage)
    var state = try Pairs.pair("Uno. Dos; tres", "One; two. Three")
    var tools = StageTools(resources: resources)
    try stage.process(&state, as: "segment", tools: &tools, resources: resources)
    #expect(Pairs.sentences(state.source) == ["Uno. Dos;", "tres"])
    #expect(Pairs.sentences(state.target) == ["One;", "two. Three"])
    // The same tools for a stage without.
    try Pairs.stage(SegmentStage.self).process(
      &state, as: "segment", tools: &tools, resources: resources)
    #expect(Pairs.sentences(state.source) == ["Uno.", "Dos; tres"])
    let before = stage.fingerprint(dependencies: stage.dependencies(resources))
    #expect(stage.dependencies(resources).count == 3)
    folder.write(Self.rules(stop: ","), to: "a.srx")
    let changed = try self.resources(of: stage)
    #expect(stage.fingerprint(dependencies: stage.dependencies(changed)) != before)
  }

  @Test(arguments: [
    ("<srx/>", ":1:1: does not say which 'version' of SRX it is; what can be read is SRX 2.0"),
    (rules(stop: "("), ":2: the 'beforebreak' of rule 1 of 'A' is not a regular expression"),
    (rules(stop: "x", language: "es"), ": has no rules for 'en'"),
  ])
  func `rules that cannot be used are a fault of the plan, at the stage`(
    _ text: String, _ message: String
  ) throws {
    let folder = TemporaryFolder()
    folder.write(text, to: "a.srx")
    let path = folder.path + "/a.srx"
    let stage = Pairs.stage(SegmentStage.self, ["srx": .text(path)])
    let error = #expect(throws: PipelineError.self) { _ = try resources(of: stage) }
    #expect(error?.code == .configuration)
    #expect(error?.description.hasPrefix("t.yml:7:5: error: the rules \(path)\(message)") == true)
  }
}

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
}

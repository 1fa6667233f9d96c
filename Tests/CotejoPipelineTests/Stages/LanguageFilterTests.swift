import CotejoText
import Testing

@testable import CotejoPipeline

/// The parameter `languages` of the stage `filter`.
struct LanguageFilterTests {
  private func resources(_ stage: FilterStage) throws -> StageResources {
    try StageResources(
      Plan(
        name: "t", file: "t.yml", source: LanguageTag("es"), target: LanguageTag("en"), inputs: [],
        stages: [], gates: []),
      [PlannedStage(id: "filter", place: Place(file: "t.yml"), stage: stage, origin: .inputs([0]))])
  }

  private func filtered(_ lines: [(source: String, target: String)]) throws -> PairState {
    let stage = Pairs.stage(FilterStage.self, ["languages": .text("verify")])
    let resources = try resources(stage)
    var tools = StageTools(resources: resources)
    var state = try Pairs.aligned(lines)
    try stage.process(&state, as: "filter", tools: &tools, resources: resources)
    return state
  }

  @Test func `a side that is clearly in another language goes, with what was found`() throws {
    let spanish = "Los vecinos cerraron la calle para protestar contra las obras."
    let english = "The neighbours closed the street to protest against the works."
    let state = try filtered([(spanish, english), (spanish, spanish), (english, english)])
    #expect(Pairs.reasons(state) == [nil, "languages", "languages"])
    #expect(state.rejections[1]?.detail.hasPrefix("the target reads as 'es', not 'en' (") == true)
    #expect(state.rejections[2]?.detail.hasPrefix("the source reads as 'en', not 'es' (") == true)
  }

  @Test func `names, titles and figures stay`() throws {
    let lines = [
      ("Museo Nacional del Prado", "Museo Nacional del Prado"), ("12 345", "12,345"),
      ("José Ortega, Ana Ruiz y Luis Gil", "José Ortega, Ana Ruiz and Luis Gil"), ("OK", "OK"),
    ]
    #expect(try Pairs.reasons(filtered(lines)) == [nil, nil, nil, nil])
  }

  @Test func `the model counts among what the result depends on only where it is asked`() throws {
    let verifying = Pairs.stage(FilterStage.self, ["languages": .text("verify")])
    let dependencies = try verifying.dependencies(resources(verifying))
    #expect(dependencies.count == 1 && dependencies.first?.count == 16)
    let plain = Pairs.stage(FilterStage.self)
    #expect(try plain.dependencies(resources(plain)).isEmpty)
    #expect(try resources(plain).languageModel == nil)
  }
}

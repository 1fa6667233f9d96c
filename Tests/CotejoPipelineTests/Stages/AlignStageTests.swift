import CotejoAlignment
import CotejoText
import Testing

@testable import CotejoPipeline

struct AlignStageTests {
  @Test func `every sentence stands in exactly one bead`() throws {
    var state = try Pairs.pair(
      "Hola. En 2031 vino Ana Ruiz. Trajo 12 libros. Adiós.",
      "Hello. In 2031 Ana Ruiz came and brought 12 books. Goodbye.")
    try Pairs.run(SegmentStage.self, on: &state)
    try Pairs.run(AlignStage.self, ["lexicon": .text("none")], on: &state)
    #expect(state.isPartitioned)
    #expect(state.remaining == state.beads.count)
    #expect(state.beads.contains { $0.type == "2-1" })
  }

  @Test func `a side without sentences gives beads with an empty side`() throws {
    var state = try Pairs.pair("Hola.", "x")
    try Pairs.run(SegmentStage.self, on: &state)
    state.target.sentences = []
    try Pairs.run(AlignStage.self, on: &state)
    #expect(state.beads.map(\.type) == ["1-0"])
    #expect(state.isPartitioned)
  }

  @Test(arguments: [
    ("/nowhere/x.lexicon", "the lexicon /nowhere/x.lexicon: "), ("shipped", "no lexicon for 'xx'"),
  ])
  func `a lexicon that cannot be opened is told at the stage`(
    _ choice: String, _ expected: String
  ) throws {
    let languages = (source: try LanguageTag("xx"), target: try LanguageTag("en"))
    #expect {
      _ = try Pairs.stage(AlignStage.self, ["lexicon": .text(choice)]).openLexicon(
        source: languages.source, target: languages.target,
        at: Place(file: "p.yml", line: 3, column: 5))
    } throws: { error in
      (error as? PipelineError)?.description.hasPrefix("p.yml:3:5: error: \(expected)") == true
    }
    let automatic = try Pairs.stage(AlignStage.self).openLexicon(
      source: languages.source, target: languages.target, at: Place(file: ""))
    #expect(automatic == nil)
  }
}

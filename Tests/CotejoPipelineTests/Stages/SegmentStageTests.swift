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
}

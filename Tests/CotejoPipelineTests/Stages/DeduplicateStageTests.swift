import CotejoText
import Testing

@testable import CotejoPipeline

struct DeduplicateStageTests {
  private func reasons(
    _ pairs: [[(source: String, target: String)]], _ values: [String: ParameterValue] = [:]
  ) throws -> [[String?]] {
    let stage = Pairs.stage(DeduplicateStage.self, values)
    let context = RunContext(
      folder: "", source: try LanguageTag("es"), target: try LanguageTag("en"), version: "0")
    let visitor = try stage.visitor(as: "deduplicate", in: context)
    return try pairs.enumerated().map { number, lines in
      var state = try Pairs.aligned(lines, number: number)
      let prepared = stage.prepare(&state)
      visitor.visit(&state, prepared)
      return Pairs.reasons(state)
    }
  }

  @Test func `the first stays, over all documents`() throws {
    #expect(
      try reasons([[("Sí.", "Yes."), ("SÍ.", "yes. ")], [("No.", "No."), ("sí.", "Yes.")]])
        == [[nil, "duplicate"], [nil, "duplicate"]])
  }

  @Test func `both sides count, or one`() throws {
    let lines = [("a", "x"), ("a", "y"), ("b", "x")]
    #expect(try reasons([lines]) == [[nil, nil, nil]])
    #expect(try reasons([lines], ["by": .text("source")]) == [[nil, "duplicate", nil]])
    #expect(try reasons([lines], ["by": .text("target")]) == [[nil, nil, "duplicate"]])
  }

  @Test func `where one side ends and the other begins counts`() throws {
    #expect(try reasons([[("a b", "c"), ("a", "b c")]]) == [[nil, nil]])
  }

  @Test func `near duplicates go when asked for`() throws {
    let words = (0..<30).map { "palabra\($0)" }
    let source = words.joined(separator: " ")
    let almost = (words.dropLast() + ["otra"]).joined(separator: " ")
    let lines = [(source, "t \(source)"), (almost, "t \(almost)"), ("algo distinto", "something")]
    #expect(try reasons([lines]) == [[nil, nil, nil]])
    #expect(
      try reasons([lines], ["near": .number(0.8)]) == [[nil, "nearDuplicate", nil]])
    #expect(try reasons([lines], ["near": .number(1)]) == [[nil, nil, nil]])
  }

  @Test func `the reason names what was kept`() throws {
    let stage = Pairs.stage(DeduplicateStage.self)
    let context = RunContext(
      folder: "", source: try LanguageTag("es"), target: try LanguageTag("en"), version: "0")
    let visitor = try stage.visitor(as: "d", in: context)
    var state = try Pairs.aligned([("x", "y"), ("Sí.", "Yes."), ("Sí.", "Yes.")], number: 3)
    let prepared = stage.prepare(&state)
    visitor.visit(&state, prepared)
    #expect(state.rejections[2]?.detail == "of es/p3.txt: byte 2")
  }
}

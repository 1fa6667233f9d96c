import CotejoAlignment
import Testing

@testable import CotejoPipeline

struct FilterStageTests {
  private func reasons(
    _ lines: [(source: String, target: String)], _ values: [String: ParameterValue],
    score: Float = 0.9
  ) throws -> [String?] {
    var state = try Pairs.aligned(lines, score: score)
    try Pairs.run(FilterStage.self, values, on: &state)
    #expect(state.remaining == state.rejections.count { $0 == nil })
    return Pairs.reasons(state)
  }

  /// A parameter, and the reason it gives for a bead of 10 to 16 characters and 2 to 3 words.
  struct Limit: Sendable {
    var name: String
    var value: ParameterValue
    var reason: String?
  }

  static let limits = [
    Limit(name: "minimumScore", value: .number(0.91), reason: "minimumScore"),
    Limit(name: "minimumScore", value: .number(0.9)),
    Limit(name: "lengthRatio", value: .number(1.5), reason: "lengthRatio"),
    Limit(name: "lengthRatio", value: .number(1.6)),
    Limit(name: "minimumWords", value: .integer(3), reason: "minimumWords"),
    Limit(name: "minimumWords", value: .integer(2)),
    Limit(name: "maximumWords", value: .integer(2), reason: "maximumWords"),
    Limit(name: "maximumWords", value: .integer(3)),
    Limit(name: "maximumCharacters", value: .integer(15), reason: "maximumCharacters"),
    Limit(name: "maximumCharacters", value: .integer(16)),
  ]

  @Test(arguments: limits)
  func `rules draw the line where they say`(_ limit: Limit) throws {
    let lines = [(source: "Mañana, sí", target: "Tomorrow it will")]
    #expect(try reasons(lines, [limit.name: limit.value], score: 0.901) == [limit.reason])
  }

  @Test func `beads with an empty side go, unless they are to stay`() throws {
    #expect(try reasons([("a", ""), ("", "b"), ("c", "d")], [:]) == ["oneSided", "oneSided", nil])
    #expect(
      try reasons(
        [("a", ""), ("c", "d")], ["oneSided": .text("keep"), "minimumScore": .number(1)])
        == [nil, "minimumScore"])
  }

  @Test func `what was left untranslated can go`() throws {
    let lines = [("Ciudad  de México", "CIUDAD DE MÉXICO"), ("1 a", "1 b")]
    #expect(try reasons(lines, ["identical": .text("drop")]) == ["identical", nil])
    #expect(try reasons(lines, [:]) == [nil, nil])
  }

  @Test func `what is no text can go`() throws {
    #expect(
      try reasons(
        [("* * *", "x y z"), ("¡¿…?!", "x"), ("50 %", "50%"), ("é—", "x")],
        ["minimumLetters": .number(0.5)]) == ["minimumLetters", "minimumLetters", nil, nil])
  }

  @Test func `the reason tells what was found`() throws {
    var state = try Pairs.aligned([("abcdef", "ab")])
    try Pairs.run(FilterStage.self, ["lengthRatio": .number(2)], on: &state)
    #expect(
      state.rejections[0]
        == PairState.Rejection(stage: "filter", reason: "lengthRatio", detail: "6 to 2 characters"))
  }

  @Test func `what another stage rejected is left alone`() throws {
    var state = try Pairs.aligned([("a", "b")])
    state.reject(0, by: "first", "x", "")
    try Pairs.run(FilterStage.self, ["minimumScore": .number(1)], on: &state)
    #expect(state.rejections[0]?.stage == "first")
  }
}

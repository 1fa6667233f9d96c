import CotejoText
import Testing

@testable import CotejoPipeline

struct NormalizeStageTests {
  private let text = "Se\u{301}\u{A0}que\u{AD}. «¿No?»\u{200B}"

  @Test func `text reads alike, and every byte leads back`() throws {
    var state = try Pairs.pair(text, "I know.")
    try Pairs.run(NormalizeStage.self, on: &state)
    let bytes = state.source.text.bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "Sé que. «¿No?»")
    let span = TextSpan(0, Int32("Sé".utf8.count))
    #expect(state.source.text.sourceSpan(of: span) == TextSpan(0, Int32("Se\u{301}".utf8.count)))
    #expect(state.sourceDocument?.repairs[.composed]?.count == 1)
    #expect(state.sourceDocument?.repairs[.space]?.count == 1)
    #expect(state.targetDocument.repairs.isEmpty)
  }

  @Test func `each part can be switched off`() throws {
    var state = try Pairs.pair(text, text)
    try Pairs.run(
      NormalizeStage.self,
      [
        "form": .text("none"), "spaces": .boolean(false), "zeroWidth": .boolean(false),
        "controls": .boolean(false), "directionMarks": .boolean(false),
      ], on: &state)
    #expect(state.source.text.bytes == Array(text.utf8))
  }
}

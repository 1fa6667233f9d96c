import Testing

@testable import CotejoQuotation

@Suite struct UtteranceGrouperTests {
  @Test(arguments: [
    ("“We were late,” said Ann Ruiz. “Nobody waited for us.”", "en", [0, 0]),
    ("“We were late,” said Ann Ruiz, “and nobody waited for us.”", "en", [0, 0]),
    ("“We were late,” said Ann Ruiz. Ben Cole replied: “We did wait for you.”", "en", [0, 1]),
    ("“We were late.\n“Nobody waited for us,” she said.", "en", [0, 0]),
    ("«No iremos nunca», dijo Ana, «porque no hay tiempo».", "es", [0, 0]),
    ("—Claro —dijo ella—, pero no hoy.\n—Bueno.", "es", [0, 0, 1]),
  ])
  func piecesOfOneUtteranceHaveOneNumber(
    text: String, language: String, numbers: [Int32]
  ) throws {
    let direct = try Findings.quoted(text, language).quotations.filter { $0.kind == .direct }
    #expect(direct.map(\.utterance) == numbers)
  }
}

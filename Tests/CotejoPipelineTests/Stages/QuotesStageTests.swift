import CotejoQuotation
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct QuotesStageTests {
  private func quoted(_ article: String) throws -> PairState {
    var state = try Pairs.pair("Nada.", article)
    try Pairs.run(NormalizeStage.self, on: &state)
    try Pairs.run(SegmentStage.self, on: &state)
    try Pairs.run(QuotesStage.self, on: &state)
    return state
  }

  @Test func `quotations are those of the rendering, in its bytes`() throws {
    let state = try quoted("“It\u{A0}rains,” Ana Ruiz said. She added that it was late.")
    let quoted = try #require(state.quoted)
    #expect(state.amount(of: .quotations) == quoted.quotations.count)
    let first = try #require(quoted.quotations.first)
    #expect(first.kind == .direct)
    #expect(state.target.text[first.span] == "It rains,")
    #expect(state.remaining == 0 && state.rejections.isEmpty)
  }

  @Test func `a text without quotations has none, and that is told apart from not looked for`()
    throws
  {
    #expect(try Pairs.pair("Nada.", "Rain.").quoted == nil)
    #expect(try quoted("Rain.").quoted?.quotations.isEmpty == true)
  }

  @Test(arguments: 0..<10)
  func `any text goes through`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let state = try quoted(random.text(upTo: 300) + "“" + random.text(upTo: 50))
    for quotation in state.quoted?.quotations ?? [] {
      #expect(Int(quotation.span.upper) <= state.target.text.bytes.count)
    }
  }
}

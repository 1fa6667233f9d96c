import Testing

@testable import CotejoQuotation

struct RenderingFreedomTests {
  private static let text = """
    El astillero compra tornillos nuevos para las grúas viejas. La panadería regala harina blanca a \
    los vecinos pobres. El puente cruza el río ancho cerca del molino.
    """
  private static let close = [
    "The shipyard buys new screws for the old cranes.",
    "The bakery gives white flour to the poor neighbours.",
    "The bridge crosses the wide river near the mill.",
  ]
  private static let free = [
    "The shipyard buys whatever the rusty old cranes may happen to want.",
    "The bakery hands its finest flour to whoever comes begging there.",
    "The bridge leaps that lazy river just where our mill once stood.",
  ]

  private func evidence(_ words: String) throws -> TraceEvidence {
    let side = try SideBySide(words, in: Self.text, to: "en")
    let candidate = try #require(
      TraceCandidate(side.path(), of: side.quotation, in: side.source, side.evidence))
    return TraceEvidence(
      candidate, of: side.quotation, in: side.source, side.evidence, rival: 0, speaker: 0,
      isApart: false, sourceCount: 0)
  }

  @Test func `free renderings are expected to be free`() throws {
    let close = RenderingFreedom(of: try Self.close.map(evidence))
    let free = RenderingFreedom(of: try Self.free.map(evidence))
    #expect(free.shift < close.shift)
    #expect(RenderingFreedom(of: []).shift == 0)
  }

  @Test func `what is free among close ones is less sure than among free ones`() throws {
    let doubtful = try evidence(Self.free[0])
    let amongClose = RenderingFreedom(of: try (Self.close + Self.free.prefix(1)).map(evidence))
    let amongFree = RenderingFreedom(of: try Self.free.map(evidence))
    #expect(doubtful.probability(amongFree) > doubtful.probability(amongClose))
  }

  @Test func `a few quotations move it little`() throws {
    let one = RenderingFreedom(of: [try evidence(Self.free[0])])
    let many = RenderingFreedom(
      of: Array(repeating: try evidence(Self.free[0]), count: 40))
    #expect(abs(one.shift) < abs(many.shift))
    #expect(abs(many.shift) <= abs(try evidence(Self.free[0]).closeness))
  }
}

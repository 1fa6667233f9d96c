import Testing

@testable import CotejoQuotation

struct TraceEvidenceTests {
  private func probability(
    _ words: String, in text: String, rival: Float = 0, bonus: Float = 0, to: String = "es",
    speaker: Float = 0, isApart: Bool = false, among sourceCount: Int = 0
  ) throws -> Double {
    let side = try SideBySide(words, in: text, from: "es", to: to)
    var candidate = try #require(
      TraceCandidate(side.path(), of: side.quotation, in: side.source, side.evidence))
    candidate.bonus = bonus
    return TraceEvidence(
      candidate, of: side.quotation, in: side.source, side.evidence, rival: rival,
      speaker: speaker, isApart: isApart, sourceCount: sourceCount
    ).probability(.usual)
  }

  private let text = "El astillero compra tornillos nuevos para las grúas viejas del muelle."

  @Test(arguments: ["es", "en"])
  func `the more of a quotation is there, the surer`(_ language: String) throws {
    let words =
      language == "es"
      ? ["astillero compra tornillos", "astillero vendió tornillos", "astillero vendió tuercas"]
      : [
        "the shipyard buys new screws", "the shipyard paints new screws",
        "the shipyard paints olives",
      ]
    let chances = try words.map { try probability($0, in: text, to: language) }
    #expect(chances[0] > chances[1] && chances[1] > chances[2])
    #expect(chances.allSatisfy { (0...1).contains($0) })
  }

  @Test func `a rival makes it less sure, a sibling surer`() throws {
    let words = "astillero vendió tornillos"
    let plain = try probability(words, in: text)
    #expect(try probability(words, in: text, rival: 8) < plain)
    #expect(try probability(words, in: text, bonus: 5) > plain)
    // Another speaker counts for itself, not as a bonus.
    #expect(try probability(words, in: text, bonus: -2) == plain)
    #expect(try probability(words, in: text, speaker: 0.5) > plain)
    #expect(try probability(words, in: text, speaker: -1) < plain)
    #expect(try probability(words, in: text, isApart: true) < plain)
  }

  @Test func `the more was searched, the less sure`() throws {
    let words = "the shipyard paints new screws"
    let alone = try probability(words, in: text, to: "en")
    #expect(try probability(words, in: text, to: "en", among: 100_000) == alone)
    #expect(try probability(words, in: text, to: "en", among: 6_000_000) < alone)
  }
}

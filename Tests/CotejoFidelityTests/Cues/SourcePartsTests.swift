import Testing

@testable import CotejoFidelity

@Suite struct SourcePartsTests {
  @Test(arguments: [
    ("Llegó tarde. Nadie lo vio.", [2, 3]),
    ("Llegó tarde.", [2]),
    ("El Sr. Gil llegó.", [4]),
    ("J. R. Ruiz llegó. ¿Quién lo vio?", [4, 3]),
    ("Llegó tarde… y nadie lo vio.", [6]),
    ("Dijo: «Basta.» Nadie lo oyó.", [2, 3]),
    ("¡Basta! dijo ella.", [3]),
  ])
  func sentences(source: String, counts: [Int]) throws {
    let pair = try WordingFixture.pair(source, "It does not matter.")
    #expect(pair.sourceParts().map(\.words.count) == counts)
  }

  @Test func aPlaceThatWasJoinedBeginsAPart() throws {
    let joint = RenderedPair.Joint(offset: 12, gap: 90)
    let pair = try WordingFixture.pair("llegó tarde nadie lo vio", "He came.", joints: [joint])
    #expect(pair.sourceParts().map(\.words) == [0..<2, 2..<5])
    #expect(pair.sourceParts().map(\.joint) == [nil, joint])
  }

  @Test func whatIsRenderedCounts() throws {
    let pair = try WordingFixture.pair(
      "La casa es blanca. Tampoco hay gasolina barata.", "The house is white.")
    let parts = pair.sourceParts()
    #expect(parts[0].rendered > 0.8)
    #expect(parts[1].rendered < 0.3)
  }
}

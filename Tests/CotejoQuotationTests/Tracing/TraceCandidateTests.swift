import Testing

@testable import CotejoQuotation

struct TraceCandidateTests {
  private func candidate(_ side: SideBySide, without: [Range<Int>] = []) throws -> TraceCandidate {
    try #require(
      TraceCandidate(
        side.path(excluding: without), of: side.quotation, in: side.source, side.evidence))
  }

  @Test func `a path without links is no candidate`() throws {
    let side = try SideBySide("luna", in: "pan")
    #expect(
      TraceCandidate(side.path(), of: side.quotation, in: side.source, side.evidence) == nil)
  }

  @Test func `the distance is the words between the nearest ranges`() throws {
    let side = try SideBySide(
      "pan blanco", in: "uno dos tres pan blanco sal luz mar sol paz pie pan blanco")
    let first = try candidate(side)
    let second = try candidate(side, without: first.ranges.map(\.places))
    #expect(first.place == 3 && second.place == 11)
    #expect(first.distance(to: second) == 6 && second.distance(to: first) == 6)
    #expect(first.distance(to: first) == 0)
  }
}

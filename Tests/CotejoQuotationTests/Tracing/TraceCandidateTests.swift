import CotejoTestSupport
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

  @Test func `the distance of many ranges is that of the nearest two`() throws {
    var generator = SeededGenerator(seed: 52)
    let words = (0..<24).map { "palabra\($0)" }
    for _ in 0..<60 {
      let text = (0..<200).map { _ in
        Int.random(in: 0..<6, using: &generator) == 0
          ? words.randomElement(using: &generator) ?? "" : "relleno"
      }.joined(separator: " ")
      let quotation = words.shuffled(using: &generator).prefix(8).joined(separator: " … ")
      let side = try SideBySide(quotation, in: text)
      guard
        let first = TraceCandidate(
          side.path(), of: side.quotation, in: side.source, side.evidence),
        let second = TraceCandidate(
          side.path(excluding: first.ranges.map(\.places)), of: side.quotation, in: side.source,
          side.evidence)
      else { continue }
      let gaps = first.ranges.flatMap { left in
        second.ranges.map { right in
          max(
            0, right.places.lowerBound - left.places.upperBound,
            left.places.lowerBound - right.places.upperBound)
        }
      }
      #expect(first.distance(to: second) == gaps.min())
      #expect(second.distance(to: first) == gaps.min())
    }
  }
}

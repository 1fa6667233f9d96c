import CotejoTestSupport
import Testing

@testable import CotejoQuotation

struct TraceAnchorsTests {
  private func candidate(_ places: Range<Int>...) -> TraceCandidate {
    TraceCandidate(
      ranges: places.map { SourceRanges.Range(places: $0, words: 0...0, worth: 1) }, links: [],
      score: 1)
  }

  private func anchor(
    _ quotation: Int, at places: Range<Int>, utterance: Int32 = 0, paragraph: Int32 = 0,
    isQuotation: Bool = true
  ) -> TraceAnchor {
    TraceAnchor(
      candidate: candidate(places), quotation: quotation, isQuotation: isQuotation,
      utterance: utterance, paragraph: paragraph)
  }

  @Test func `distances are those to the nearest of all`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      var all: [Range<Int>] = []
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        let lower = Int.random(in: 0..<300, using: &generator)
        all.append(lower..<lower + Int.random(in: 1...40, using: &generator))
      }
      let anchors = TraceAnchors(
        all.enumerated().map { anchor($0, at: $1, utterance: Int32($0)) })
      let lower = Int.random(in: 0..<300, using: &generator)
      let place = candidate(lower..<lower + 10, 900..<901)
      let gaps = all.map {
        min(max(0, $0.lowerBound - lower - 10, lower - $0.upperBound), 900 - $0.upperBound)
      }
      #expect(anchors.distance(to: place, in: .article) == gaps.min() ?? .max)
      #expect(anchors.distance(to: place, in: .paragraph(0)) == gaps.min() ?? .max)
      #expect(anchors.distance(to: place, in: .utterance(0)) == gaps.first ?? .max)
      #expect(anchors.distance(to: place, in: .paragraph(1)) == .max)
    }
  }

  @Test func `the nearest are in order, without the quotation itself`() {
    let anchors = TraceAnchors(
      (0..<200).reversed().map {
        anchor($0, at: $0..<$0 + 1, utterance: Int32($0 / 100), paragraph: 1)
      })
    func numbers(_ quotation: Int, _ group: TraceAnchors.Group) -> [Int] {
      anchors.near(quotation, in: group).map(\.quotation)
    }
    #expect(numbers(100, .paragraph(1)) == (68..<132).filter { $0 != 100 })
    #expect(numbers(0, .utterance(0)) == Array(1..<32))
    #expect(numbers(0, .paragraph(2)).isEmpty)
    // The pieces of an utterance together place each of them, the first, too.
    let whole = TraceAnchors([anchor(4, at: 0..<1, isQuotation: false)])
    #expect(whole.near(4, in: .utterance(0)).count == 1)
  }

  @Test func `many anchors`() {
    let anchors = TraceAnchors(
      (0..<10_000).map { anchor($0, at: $0 * 10..<$0 * 10 + 3) })
    for place in 0..<10_000 {
      let here = candidate(place * 10 + 5..<place * 10 + 6)
      #expect(anchors.distance(to: here, in: .article) <= 4)
    }
  }
}

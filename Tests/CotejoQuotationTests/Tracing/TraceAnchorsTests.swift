import CotejoTestSupport
import Testing

@testable import CotejoQuotation

struct TraceAnchorsTests {
  @Test func `distances are those to the nearest of all`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      var anchors = TraceAnchors()
      var all: [Range<Int>] = []
      for index in 0..<Int.random(in: 0...8, using: &generator) {
        let lower = Int.random(in: 0..<300, using: &generator)
        let range = lower..<lower + Int.random(in: 1...40, using: &generator)
        all.append(range)
        anchors.append(index, paragraph: 0, utterance: Int32(index), at: [range])
      }
      anchors.sort()
      let lower = Int.random(in: 0..<300, using: &generator)
      let range = lower..<lower + 10
      let gaps = all.map { max(0, $0.lowerBound - range.upperBound, lower - $0.upperBound) }
      #expect(anchors.distance(to: [range], in: .article) == gaps.min() ?? .max)
      #expect(anchors.distance(to: [range], in: .paragraph(0)) == gaps.min() ?? .max)
      #expect(anchors.distance(to: [range], in: .utterance(0, 0)) == gaps.first ?? .max)
      #expect(anchors.distance(to: [range], in: .utterance(0, 1)) == .max)
    }
  }

  @Test func `the nearest are in order`() {
    var anchors = TraceAnchors()
    for index in 0..<200 {
      anchors.append(index, paragraph: 1, utterance: Int32(index / 100), at: [index..<index + 1])
    }
    anchors.sort()
    #expect(anchors.near(100, inParagraph: 1) == Array(68..<132))
    #expect(anchors.near(0, inUtterance: 0) == Array(0..<32))
    #expect(anchors.near(0, inParagraph: 2).isEmpty)
  }

  @Test func `many anchors`() {
    var anchors = TraceAnchors()
    for index in 0..<10_000 {
      anchors.append(index, paragraph: 0, utterance: 0, at: [index * 10..<index * 10 + 3])
    }
    anchors.sort()
    for place in 0..<10_000 {
      #expect(anchors.distance(to: [place * 10 + 5..<place * 10 + 6], in: .article) <= 4)
    }
  }
}

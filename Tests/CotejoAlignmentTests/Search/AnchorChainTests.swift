import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct AnchorChainTests {
  /// The greatest weight of a strictly rising chain, by trying all pairs.
  private func most(_ candidates: [Anchors.Candidate]) -> Float {
    var best: [Float] = []
    for (index, candidate) in candidates.enumerated() {
      let before = candidates[..<index].enumerated().filter {
        $1.point.source < candidate.point.source && $1.point.target < candidate.point.target
      }
      best.append(candidate.weight + (before.map { best[$0.offset] }.max() ?? 0))
    }
    return best.max() ?? 0
  }

  @Test func `no chain is heavier`() {
    var generator = SeededGenerator(seed: 63)
    for _ in 0..<200 {
      let first = Int.random(in: 0...50, using: &generator)
      let columns = first..<first + Int.random(in: 1...12, using: &generator)
      var candidates: [Anchors.Candidate] = []
      for source in 0..<Int32.random(in: 0...12, using: &generator) {
        for target in columns where Int.random(in: 0..<3, using: &generator) == 0 {
          candidates.append(
            Anchors.Candidate(
              point: Anchors.Point(source: source, target: Int32(target)),
              weight: Float.random(in: 1...9, using: &generator)))
        }
      }
      let chain = AnchorChain.heaviest(candidates, columns: columns)
      let rises = zip(chain, chain.dropFirst()).allSatisfy {
        $0.source < $1.source && $0.target < $1.target
      }
      #expect(rises)
      let weight = chain.reduce(Float(0)) { sum, point in
        sum + (candidates.first { $0.point == point }?.weight ?? 0)
      }
      #expect(abs(weight - most(candidates)) < 0.001)
    }
  }
}

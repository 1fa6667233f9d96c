import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct AssociationTests {
  @Test(
    arguments: [
      ([[6, 0], [0, 24]], 0.999...1), ([[2, 0], [0, 8]], 0.8...1),
      ([[6, 24], [24, 96]], 0...0.2),
      ([[0, 0], [0, 0]], 0...0.5), ([[0, 6], [0, 24]], 0...0.5), ([[5, 0], [0, 0]], 0...0.5),
      ([[9, 0, 0], [0, 9, 0], [0, 0, 9]], 0.999...1), ([[0.5, 0.2], [0.1, 0.3]], 0.2...0.7),
    ] as [([[Double]], ClosedRange<Double>)])
  func `tables whose rows differ are told from those whose rows are alike`(
    _ rows: [[Double]], _ range: ClosedRange<Double>
  ) {
    #expect(range.contains(Association.probability(rows)))
  }

  @Test func `breaks drawn blindly are rarely taken for related`() {
    var generator = SeededGenerator(seed: 7201)
    var related = 0
    for _ in 0..<200 {
      var rows = [[0.0, 0], [0, 0]]
      for _ in 0..<200 {
        let row = Int.random(in: 0..<5, using: &generator) == 0 ? 0 : 1
        let column = Int.random(in: 0..<5, using: &generator) == 0 ? 0 : 1
        rows[row][column] += 1
      }
      if Association.probability(rows) > 0.5 { related += 1 }
    }
    #expect(related < 20)
  }

  @Test func `the more was expected, the more its lack says`() {
    #expect(Association.ratio(0, expected: 0.01) > -0.02)
    #expect(Association.ratio(0, expected: 20) < -3)
    #expect(Association.ratio(5, expected: 5) == 0)
    #expect(Association.ratio(20, expected: 4) > Association.ratio(5, expected: 1))
  }
}

import CotejoAlignment
import Testing

struct ReliabilityTableTests {
  @Test(
    arguments: [
      (0, 0), (0.05, 0), (0.1, 1), (0.5, 5), (0.75, 7), (0.999, 9), (1, 9),
    ] as [(Double, Int)])
  func `a score falls into its bin`(score: Double, bin: Int) {
    var table = ReliabilityTable()
    table.add(score: score, isRight: true)
    #expect(table.bins[bin].count == 1)
    #expect(table.count == 1)
    #expect(ReliabilityTable.bounds(of: bin).lower <= score)
    #expect(ReliabilityTable.bounds(of: bin).upper >= score)
  }

  @Test(arguments: [-0.1, 1.01, .nan, .infinity])
  func `what is no probability is left out`(score: Double) {
    var table = ReliabilityTable()
    table.add(score: score, isRight: true)
    #expect(table.count == 0)
    #expect(table.expectedError == nil)
  }

  @Test func `the error is that of the bins, weighed by their beads`() throws {
    var table = ReliabilityTable()
    // Three at 0.9 of which two are right: |0.9 − 2/3|; one at 0.25 that is right: 0.75.
    for isRight in [true, true, false] { table.add(score: 0.9, isRight: isRight) }
    table.add(score: 0.25, isRight: true)
    let error = try #require(table.expectedError)
    #expect(abs(error - (3 * (0.9 - 2.0 / 3) + 0.75) / 4) < 1e-12)
    #expect(table.bins[9].shareRight == 2.0 / 3)
    #expect(table.bins[2].meanScore == 0.25)
    #expect(table.bins[0].meanScore == nil)
    #expect(table.bins[0].shareRight == nil)
  }

  @Test func `scores that keep their word have no error`() throws {
    var table = ReliabilityTable()
    for number in 0..<10 { table.add(score: 0.7, isRight: number < 7) }
    #expect(try #require(table.expectedError) < 1e-12)
  }
}

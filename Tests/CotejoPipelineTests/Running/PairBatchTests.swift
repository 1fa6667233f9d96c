import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct PairBatchTests {
  @Test(arguments: 0..<40) func `every pair is in one batch, and all are in order`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let sizes = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
      1 << Int.random(in: 0...(seed % 24), using: &random)
    }
    let jobs = Int.random(in: 1...9, using: &random)
    let batches = PairBatch.all(ofPairsOf: sizes, jobs: jobs)
    #expect(batches.flatMap(\.pairs) == Array(sizes.indices))
    #expect(batches.map(\.number) == Array(batches.indices))
    for batch in batches where batch.pairs.count > 1 {
      #expect(batch.pairs.count <= 64)
      #expect(sizes[batch.pairs].reduce(0, +) <= 1 << 16)
    }
    // All jobs have work to the end.
    #expect(batches.count >= min(sizes.count, jobs * 8))
  }

  @Test func `small pairs go together, large ones by themselves`() {
    let small = PairBatch.all(ofPairsOf: Array(repeating: 300, count: 100_000), jobs: 2)
    #expect(small.count == 1563)
    let large = PairBatch.all(ofPairsOf: Array(repeating: 70_000, count: 500), jobs: 2)
    #expect(large.count == 500)
    // What cannot be asked for its size has none.
    let unknown = PairBatch.all(ofPairsOf: Array(repeating: 0, count: 6400), jobs: 2)
    #expect(unknown.count == 100)
  }
}

/// Pairs that follow one another and go through the stages of a run together.
///
/// To hand a pair from task to task takes as long as some stages do with a few sentences: small pairs
/// are put together, large ones go by themselves.
struct PairBatch: Hashable, Sendable {
  /// Its place among the batches, from 0.
  let number: Int
  /// The numbers of its pairs.
  let pairs: Range<Int>

  /// What the files of a batch of several pairs may have in bytes, and how many pairs it may have.
  private static let most = (bytes: 1 << 16, pairs: 64)
  /// How many batches each job should find at the least, so that all have work to the end.
  private static let leastPerJob = 8

  /// All pairs of a run in batches.
  ///
  /// - Parameters:
  ///   - sizes: The sizes of the pairs in bytes.
  ///   - jobs: How many batches are worked on at a time.
  /// - Returns: The batches, in corpus order.
  static func all(ofPairsOf sizes: [Int], jobs: Int) -> [PairBatch] {
    let share = max(1, jobs) * leastPerJob
    let mostBytes = min(most.bytes, sizes.reduce(0, +) / share)
    let mostPairs = max(1, min(most.pairs, sizes.count / share))
    var batches: [PairBatch] = []
    var start = 0
    var bytes = 0
    func close(before end: Int) {
      guard start < end else { return }
      batches.append(PairBatch(number: batches.count, pairs: start..<end))
      (start, bytes) = (end, 0)
    }
    for (number, size) in sizes.enumerated() {
      if number - start == mostPairs || bytes + size > mostBytes { close(before: number) }
      bytes += size
    }
    close(before: sizes.count)
    return batches
  }
}

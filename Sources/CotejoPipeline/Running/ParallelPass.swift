/// One pass over the pairs of a run: work in parallel, results in corpus order.
struct ParallelPass {
  /// The sizes of the pairs in bytes.
  let sizes: [Int]
  /// The pairs in batches.
  let batches: [PairBatch]
  /// How many batches are worked on at a time.
  let jobs: Int
  /// How many bytes of memory the pairs that are begun may take, by estimate.
  let memory: Int
  let resources: StageResources

  /// How many batches, and how many pairs in them, may be begun: enough that a slow one does not hold
  /// the others.
  private static let mostAhead = (batches: 256, pairs: 1024)
  /// How many batches each job may be ahead in any case.
  private static let leastAhead = 4

  private var width: Int {
    let ahead = Self.mostAhead.pairs * batches.count / max(1, sizes.count)
    return max(jobs * Self.leastAhead, min(Self.mostAhead.batches, ahead))
  }

  /// Calls `work` for each batch, in parallel, and `use` with each result of its pairs, in order.
  ///
  /// `work` takes tools from the shelf while it works and gives them back when it waits for other
  /// batches.
  /// - Throws: What `use` throws, at once; `interrupted` if the task was cancelled.
  func run<Element: Sendable>(
    _ work: @escaping @Sendable (PairBatch, ToolShelf) async -> [Element],
    use: (Int, Element) throws(PipelineError) -> Void
  ) async throws(PipelineError) {
    let batches = batches
    let window = OrderedWindow<[Element]>(
      count: batches.count, width: width,
      weights: batches.map { $0.pairs.reduce(0) { $0 + PairMemory.bytes(ofFiles: sizes[$1]) } },
      budget: memory)
    let shelf = ToolShelf(count: jobs, resources: resources)
    let tasks = max(1, min(batches.count, width))
    let failure = await withTaskGroup(of: Void.self, returning: PipelineError?.self) { group in
      for _ in 0..<tasks {
        group.addTask {
          while let number = await window.claim() {
            await window.put(await work(batches[number], shelf), at: number)
          }
        }
      }
      var failure: PipelineError?
      var number = 0
      while failure == nil, let elements = await window.take() {
        do throws(PipelineError) {
          if Task.isCancelled {
            throw PipelineError(
              .interrupted, at: Place(file: "run"), "stopped before it was complete")
          }
          for element in elements {
            try use(number, element)
            number += 1
          }
        } catch {
          failure = error
        }
      }
      shelf.close()
      await window.close()
      return failure
    }
    if let failure { throw failure }
  }
}

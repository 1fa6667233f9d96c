/// One pass over the pairs of a run: work in parallel, results in corpus order.
struct ParallelPass {
  /// The sizes of the pairs in bytes.
  let sizes: [Int]
  /// How many pairs are worked on at a time.
  let jobs: Int
  /// How many bytes of memory the pairs that are begun may take, by estimate.
  let memory: Int
  let resources: StageResources

  /// How many pairs may be begun: enough that a slow one does not hold the others.
  private static let mostAhead = 256

  /// Calls `work` for each number, in parallel, and `use` with each result, in order.
  ///
  /// `work` takes tools from the shelf while it works and gives them back when it waits for other
  /// pairs.
  /// - Throws: What `use` throws, at once; `interrupted` if the task was cancelled.
  func run<Element: Sendable>(
    _ work: @escaping @Sendable (Int, ToolShelf) async -> Element,
    use: (Int, Element) throws(PipelineError) -> Void
  ) async throws(PipelineError) {
    let window = OrderedWindow<Element>(
      count: sizes.count, width: max(jobs, Self.mostAhead),
      weights: sizes.map { PairMemory.bytes(ofFiles: $0) },
      budget: memory)
    let shelf = ToolShelf(count: jobs, resources: resources)
    let tasks = max(1, min(sizes.count, max(jobs, Self.mostAhead)))
    let failure = await withTaskGroup(of: Void.self, returning: PipelineError?.self) { group in
      for _ in 0..<tasks {
        group.addTask {
          while let number = await window.claim() {
            await window.put(await work(number, shelf), at: number)
          }
        }
      }
      var failure: PipelineError?
      var number = 0
      while failure == nil, let element = await window.take() {
        do throws(PipelineError) {
          if Task.isCancelled {
            throw PipelineError(
              .interrupted, at: Place(file: "run"), "stopped before it was complete")
          }
          try use(number, element)
        } catch {
          failure = error
        }
        number += 1
      }
      shelf.close()
      await window.close()
      return failure
    }
    if let failure { throw failure }
  }
}

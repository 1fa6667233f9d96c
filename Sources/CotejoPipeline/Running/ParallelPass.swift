/// One pass over the pairs of a run: work in parallel, results in corpus order.
struct ParallelPass {
  /// How many pairs there are.
  let count: Int
  /// How many tasks work on them.
  let jobs: Int
  let resources: StageResources

  /// How many results a task may be ahead: enough that one slow pair does not hold the others.
  private static let windowPerJob = 8

  /// Calls `work` for each number, in parallel, and `use` with each result, in order.
  ///
  /// - Throws: What `use` throws, at once; `interrupted` if the task was cancelled.
  func run<Element: Sendable>(
    _ work: @escaping @Sendable (Int, inout StageTools) -> Element,
    use: (Int, Element) throws(PipelineError) -> Void
  ) async throws(PipelineError) {
    let window = OrderedWindow<Element>(
      count: count, width: max(1, jobs) * Self.windowPerJob)
    let resources = resources
    let failure = await withTaskGroup(of: Void.self, returning: PipelineError?.self) { group in
      for _ in 0..<max(1, min(jobs, count)) {
        group.addTask {
          var tools = StageTools(resources: resources)
          while let number = await window.claim() {
            await window.put(work(number, &tools), at: number)
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
      await window.close()
      return failure
    }
    if let failure { throw failure }
  }
}

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

  /// What is done with a batch: what its pairs come to, and the tools that are left.
  ///
  /// It is handed tools, puts them on the shelf when it waits for other batches, and takes some again. It
  /// gets none, or has none left, where the work ends early.
  typealias Work<Element> =
    @Sendable (PairBatch, ToolShelf.Set?, ToolShelf) async -> (
      elements: [Element], tools: ToolShelf.Set?
    )

  /// Calls `work` for each batch, in parallel, and `use` with each result of its pairs, in order.
  ///
  /// - Throws: What `use` throws, at once; `interrupted` if the task was cancelled.
  func run<Element: Sendable>(
    _ work: @escaping Work<Element>,
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
        group.addTask { await Self.work(on: batches, window, shelf, work) }
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

  /// Works on one batch after another, with the same tools as long as nobody who is further on needs
  /// them: to hand them to another task takes longer than some batches.
  private static func work<Element: Sendable>(
    on batches: [PairBatch], _ window: OrderedWindow<[Element]>, _ shelf: ToolShelf,
    _ work: Work<Element>
  ) async {
    var held = await shelf.take(for: ToolShelf.newcomer)
    while var tools = held {
      let number: Int
      switch await window.claimAtOnce() {
      case .number(let next): number = next
      case .later:
        // Who is to make room may need them.
        shelf.put(tools)
        guard let next = await window.claim() else { return }
        number = next
        guard let again = await shelf.take(for: number) else {
          let (elements, _) = await work(batches[number], nil, shelf)
          return await window.put(elements, at: number)
        }
        tools = again
      case .never:
        shelf.dismissNewcomers()
        return shelf.put(tools)
      }
      let (elements, left) = await work(batches[number], tools, shelf)
      await window.put(elements, at: number)
      held = left
      if let left, shelf.isAwaited {
        shelf.put(left)
        held = await shelf.take(for: ToolShelf.newcomer)
      }
    }
  }
}

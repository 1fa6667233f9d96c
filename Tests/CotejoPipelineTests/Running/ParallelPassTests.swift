import Synchronization
import Testing

@testable import CotejoPipeline

struct ParallelPassTests {
  private func pass(
    count: Int, jobs: Int, memory: Int = PairMemory.standardBudget
  ) throws -> ParallelPass {
    let sizes = Array(repeating: 100, count: count)
    return ParallelPass(
      sizes: sizes, batches: PairBatch.all(ofPairsOf: sizes, jobs: jobs), jobs: jobs,
      memory: memory, resources: try Pairs.resources())
  }

  @Test(arguments: [1, 2, 5])
  func `every number is used once, in order`(_ jobs: Int) async throws {
    var used: [Int] = []
    try await pass(count: 100, jobs: jobs).run(
      { (batch, tools, _) in (batch.pairs.map { $0 * $0 }, tools) },
      use: { (number, square) throws(PipelineError) in
        #expect(square == number * number)
        used.append(number)
      })
    #expect(used == Array(0..<100))
  }

  /// Who finds no room gives the tools to whoever is to make some.
  @Test(arguments: [1, 2, 5])
  func `where memory has room for one batch all come to their end`(_ jobs: Int) async throws {
    var used: [Int] = []
    try await pass(count: 500, jobs: jobs, memory: 1).run(
      { (batch, tools, shelf) in
        guard let tools, batch.number % 2 == 0 else { return (Array(batch.pairs), tools) }
        shelf.put(tools)
        await Task.yield()
        return (Array(batch.pairs), await shelf.take(for: batch.number))
      },
      use: { (_, number) throws(PipelineError) in used.append(number) })
    #expect(used == Array(0..<500))
  }

  /// One that waits gives its tools away, and nobody works without.
  @Test(arguments: [1, 2, 5])
  func `no more batches are worked on than there are jobs`(_ jobs: Int) async throws {
    let counts = Mutex((now: 0, most: 0))
    var used: [Int] = []
    try await pass(count: 2000, jobs: jobs).run(
      { (batch, tools, shelf) in
        guard let tools else { return ([], nil) }
        func work() async {
          counts.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
          }
          await Task.yield()
          counts.withLock { $0.now -= 1 }
        }
        await work()
        guard batch.number % 3 == 0 else { return (Array(batch.pairs), tools) }
        shelf.put(tools)
        await Task.yield()
        let again = await shelf.take(for: batch.number)
        await work()
        return (Array(batch.pairs), again)
      },
      use: { (_, number) throws(PipelineError) in used.append(number) })
    #expect(used == Array(0..<2000))
    #expect(counts.withLock { $0.most } <= jobs)
  }

  @Test func `the first error ends the pass`() async throws {
    var used = 0
    let pass = try pass(count: 1000, jobs: 2)
    await #expect(throws: PipelineError.self) {
      try await pass.run(
        { (batch, tools, _) in (Array(batch.pairs), tools) },
        use: { (number, _) throws(PipelineError) in
          used += 1
          if number == 3 {
            throw PipelineError(.unwritable, at: Place(file: "f"), "full")
          }
        })
    }
    #expect(used == 4)
  }

  @Test func `a task that is cancelled stops as interrupted`() async throws {
    let pass = try pass(count: 1000, jobs: 2)
    let task = Task { () -> PipelineError.Code? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(PipelineError) {
        try await pass.run({ (batch, tools, _) in (Array(batch.pairs), tools) }) {
          (_, _) throws(PipelineError) in
        }
        return nil
      } catch {
        return error.code
      }
    }
    #expect(await task.value == .interrupted)
  }
}

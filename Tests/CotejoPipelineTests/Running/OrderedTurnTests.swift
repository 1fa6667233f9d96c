import CotejoFormats
import CotejoTestSupport
import CotejoText
import Synchronization
import Testing

@testable import CotejoPipeline

/// What lets pairs wait for one another, and share their tools.
struct OrderedTurnTests {
  /// What tasks note, for all of them.
  private final class Notes: Sendable {
    let order = Mutex<[Int]>([])
    let working = Mutex((now: 0, most: 0))
  }

  @Test func `pairs pass in their order, whoever comes first, and others are passed over`()
    async throws
  {
    let context = RunContext(
      folder: "/dev/null", source: try LanguageTag("es"), target: try LanguageTag("en"),
      version: "1")
    let stage = Pairs.stage(DeduplicateStage.self)
    let turn = try OrderedTurn(stage, as: "deduplicate", in: context)
    let notes = Notes()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in (0..<50).shuffled() {
        group.addTask {
          guard number % 5 != 0 else { return await turn.skip(number) }
          var state = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two.")], number: number)
          let prepared = stage.prepare(&state)
          let seen = try await turn.visit(number, state, prepared)
          notes.order.withLock { $0.append(number) }
          // The first that comes keeps its beads.
          #expect(seen.remaining == (number == 1 ? 2 : 0))
        }
      }
      try await group.waitForAll()
    }
    #expect(notes.order.withLock { $0 }.count == 40)
  }

  @Test func `no more tasks work than there are tools`() async throws {
    let shelf = ToolShelf(count: 3, resources: try Pairs.resources())
    let notes = Notes()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          guard let tools = await shelf.take(for: number) else { return }
          notes.working.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
          }
          await Task.yield()
          notes.working.withLock { $0.now -= 1 }
          shelf.put(tools)
        }
      }
    }
    #expect((1...3).contains(notes.working.withLock { $0.most }))
    #expect(notes.working.withLock { $0.now } == 0)
  }

  @Test func `who waits for tools gets none when the work ends`() async throws {
    let shelf = ToolShelf(count: 1, resources: try Pairs.resources())
    let held = await shelf.take(for: 0)
    #expect(held != nil)
    async let waiting = shelf.take(for: 1)
    await Task.yield()
    shelf.close()
    #expect(await waiting == nil)
    #expect(await shelf.take(for: 2) == nil)
  }
}

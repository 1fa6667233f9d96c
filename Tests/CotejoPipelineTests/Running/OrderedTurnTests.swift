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

  @Test func `batches pass in their order, whoever comes first, and others are passed over`()
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
          // Two pairs of two beads each.
          var stops: [Passage.Stop] = []
          var prepared: [any Sendable] = []
          for place in [number * 2, number * 2 + 1] {
            var state = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two.")], number: place)
            prepared.append(stage.prepare(&state))
            stops.append(Passage.Stop(state: state, key: ResultKey(high: 0, low: 0)))
          }
          await turn.come(for: number)
          #expect(await turn.hasCome(for: number))
          notes.order.withLock { $0.append(number) }
          let seen = try await turn.visit(number, stops, prepared)
          // The first that comes keeps its beads.
          #expect(seen.map(\.state.number) == [number * 2, number * 2 + 1])
          #expect(seen.map(\.state.remaining) == [number == 1 ? 2 : 0, 0])
        }
      }
      try await group.waitForAll()
    }
    #expect(notes.order.withLock { $0 } == (0..<50).filter { $0 % 5 != 0 })
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

  @Test func `of those who wait for tools the first pair comes first`() async throws {
    let shelf = ToolShelf(count: 1, resources: try Pairs.resources())
    let notes = Notes()
    let held = try #require(await shelf.take(for: 0))
    await withTaskGroup(of: Void.self) { group in
      for number in (1...40).shuffled() {
        group.addTask {
          guard let tools = await shelf.take(for: number) else { return }
          notes.order.withLock { $0.append(number) }
          shelf.put(tools)
        }
      }
      while shelf.waitingCount < 40 { await Task.yield() }
      shelf.put(held)
    }
    #expect(notes.order.withLock { $0 } == Array(1...40))
  }

  @Test func `newcomers come behind who has a batch, and can be sent away`() async throws {
    let shelf = ToolShelf(count: 1, resources: try Pairs.resources())
    let notes = Notes()
    let held = try #require(await shelf.take(for: ToolShelf.newcomer))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          #expect(await shelf.take(for: ToolShelf.newcomer) == nil)
          notes.order.withLock { $0.append(-1) }
        }
      }
      while shelf.waitingCount < 3 { await Task.yield() }
      #expect(!shelf.isAwaited)
      group.addTask {
        #expect(await shelf.take(for: 1000) != nil)
        notes.order.withLock { $0.append(1000) }
      }
      while shelf.waitingCount < 4 { await Task.yield() }
      #expect(shelf.isAwaited)
      shelf.dismissNewcomers()
      #expect(shelf.waitingCount == 1)
      shelf.put(held)
    }
    #expect(notes.order.withLock { $0.sorted() } == [-1, -1, -1, 1000])
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

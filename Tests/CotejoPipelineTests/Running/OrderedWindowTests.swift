import Synchronization
import Testing

@testable import CotejoPipeline

struct OrderedWindowTests {
  /// How many numbers were claimed, for tasks to share.
  private final class Claimed: Sendable {
    let count = Mutex(0)
    let ahead = Mutex((now: 0, most: 0))
  }

  @Test(arguments: [1, 2, 3, 7])
  func `results come in order, and no more than the window are ahead`(_ width: Int) async {
    let window = OrderedWindow<Int>(count: 200, width: width)
    let claimed = Claimed()
    var taken: [Int] = []
    var furthest = 0
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          while let number = await window.claim() {
            claimed.count.withLock { $0 = max($0, number + 1) }
            if number % 7 == 0 { await Task.yield() }
            await window.put(number * 2, at: number)
          }
        }
      }
      while let element = await window.take() {
        taken.append(element)
        furthest = max(furthest, claimed.count.withLock { $0 } - taken.count)
      }
    }
    #expect(taken == (0..<200).map { $0 * 2 })
    #expect(furthest <= width)
  }

  @Test func `nothing to do ends at once`() async {
    let window = OrderedWindow<Int>(count: 0, width: 4)
    #expect(await window.claim() == nil)
    #expect(await window.take() == nil)
  }

  @Test func `what can be claimed at once is told from what comes later and what never comes`()
    async
  {
    func number(_ claim: OrderedWindow<Int>.Claim) -> Int? {
      if case .number(let number) = claim { number } else { nil }
    }
    func isNever(_ claim: OrderedWindow<Int>.Claim) -> Bool {
      if case .never = claim { true } else { false }
    }
    let window = OrderedWindow<Int>(count: 2, width: 1)
    #expect(number(await window.claimAtOnce()) == 0)
    let later = await window.claimAtOnce()
    #expect(number(later) == nil && !isNever(later))
    await window.put(7, at: 0)
    #expect(await window.take() == 7)
    #expect(number(await window.claimAtOnce()) == 1)
    #expect(isNever(await window.claimAtOnce()))
    let closed = OrderedWindow<Int>(count: 2, width: 1)
    await closed.close()
    #expect(isNever(await closed.claimAtOnce()))
  }

  @Test func `closing wakes all who wait`() async {
    let window = OrderedWindow<Int>(count: 10, width: 1)
    #expect(await window.claim() == 0)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { #expect(await window.claim() == nil) }
      group.addTask { #expect(await window.take() == nil) }
      group.addTask {
        await Task.yield()
        await window.close()
      }
    }
    await window.put(1, at: 0)
    #expect(await window.take() == nil)
  }

  @Test(arguments: [(budget: 10, heaviest: 10), (budget: 3, heaviest: 7)])
  func `pieces that are ahead stay within the budget, or go alone`(
    _ budget: Int, _ heaviest: Int
  ) async {
    let weights = (0..<100).map { $0 % 9 == 4 ? 7 : 1 }
    let window = OrderedWindow<Int>(count: 100, width: 50, weights: weights, budget: budget)
    let claimed = Claimed()
    var taken: [Int] = []
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          while let number = await window.claim() {
            claimed.ahead.withLock { counts in
              counts.now += weights[number]
              counts.most = max(counts.most, counts.now)
            }
            await Task.yield()
            // What is put may be taken at once, and its room given to the next.
            claimed.ahead.withLock { $0.now -= weights[number] }
            await window.put(number, at: number)
          }
        }
      }
      while let number = await window.take() { taken.append(number) }
    }
    #expect(taken == Array(0..<100))
    #expect(claimed.ahead.withLock { $0.most } <= heaviest)
  }
}

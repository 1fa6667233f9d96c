/// Hands out the numbers of some work to tasks and gives their results back in order.
///
/// No more than `width` pieces are ahead of the one that is taken next, and no more than a budget
/// holds: a slow piece stops the others only when the window is full, and memory is bounded by the
/// window, not by the work. A piece that is larger than the budget goes alone.
package actor OrderedWindow<Element: Sendable> {
  private let count: Int
  private let width: Int
  private let weights: [Int]
  private let budget: Int
  private var claimed = 0
  private var nextClaim = 0
  private var nextTake = 0
  private var ready: [Int: Element] = [:]
  private var claimants: [CheckedContinuation<Int?, Never>] = []
  private var taker: CheckedContinuation<Element?, Never>?
  private var isClosed = false

  /// Makes a window of `width` over the numbers below `count`.
  ///
  /// - Parameters:
  ///   - count: How many pieces there are.
  ///   - width: How many may be ahead.
  ///   - weights: What each piece takes of the budget; empty if they take none.
  ///   - budget: What the pieces that are claimed and not taken may take together.
  package init(count: Int, width: Int, weights: [Int] = [], budget: Int = .max) {
    self.count = count
    self.width = max(1, width)
    self.weights = weights
    self.budget = budget
  }

  /// The next number to work on, once the window has room; `nil` when there is none.
  package func claim() async -> Int? {
    if isClosed || nextClaim >= count { return nil }
    if hasRoom { return handOut() }
    return await withCheckedContinuation { claimants.append($0) }
  }

  /// What there is to claim at the moment.
  package enum Claim: Sendable {
    case number(Int)
    /// Nothing before others are taken.
    case later
    /// Nothing any more.
    case never
  }

  /// The next number to work on, without waiting for room.
  package func claimAtOnce() -> Claim {
    if isClosed || nextClaim >= count { return .never }
    return hasRoom && claimants.isEmpty ? .number(handOut()) : .later
  }

  /// Leaves the result of a number.
  package func put(_ element: Element, at number: Int) {
    guard !isClosed else { return }
    if number == nextTake, let waiting = taker {
      taker = nil
      advance()
      waiting.resume(returning: element)
    } else {
      ready[number] = element
    }
  }

  /// The result of the next number, once it is there; `nil` after the last.
  ///
  /// One task only may take.
  package func take() async -> Element? {
    if isClosed || nextTake >= count { return nil }
    if let element = ready.removeValue(forKey: nextTake) {
      advance()
      return element
    }
    return await withCheckedContinuation { taker = $0 }
  }

  /// Ends the work early: whoever waits gets `nil`.
  package func close() {
    isClosed = true
    ready = [:]
    for claimant in claimants { claimant.resume(returning: nil) }
    claimants = []
    taker?.resume(returning: nil)
    taker = nil
  }

  private var hasRoom: Bool {
    guard nextClaim < min(count, nextTake + width) else { return false }
    return nextClaim == nextTake || claimed + weight(nextClaim) <= budget
  }

  private func weight(_ number: Int) -> Int { weights.isEmpty ? 0 : weights[number] }

  private func handOut() -> Int {
    claimed += weight(nextClaim)
    nextClaim += 1
    return nextClaim - 1
  }

  private func advance() {
    claimed -= weight(nextTake)
    nextTake += 1
    while !claimants.isEmpty, hasRoom { claimants.removeFirst().resume(returning: handOut()) }
    guard nextClaim >= count else { return }
    for claimant in claimants { claimant.resume(returning: nil) }
    claimants = []
  }
}

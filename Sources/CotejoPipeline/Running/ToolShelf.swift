internal import Synchronization

/// The tools that tasks take for the time they work, and give back before they wait.
///
/// There are as many as batches may be worked on at a time. Of those who wait the one with the first
/// batch comes next: others wait for it further on.
final class ToolShelf: Sendable {
  /// The tools of one task at a time.
  final class Set: Sendable {
    private let tools: Mutex<StageTools>

    init(_ resources: StageResources) {
      tools = Mutex(StageTools(resources: resources))
    }

    /// Works with the tools.
    func use<Result: Sendable>(
      _ body: (inout StageTools) throws(DocumentFault) -> Result
    ) throws(DocumentFault) -> Result {
      try tools.withLock { (tools) throws(DocumentFault) in try body(&tools) }
    }
  }

  private struct State {
    var free: [Set]
    /// Whoever has the first batch stands last.
    var waiting: [(number: Int, continuation: CheckedContinuation<Set?, Never>)] = []
    var isClosed = false

    /// Puts a task in line.
    mutating func wait(_ number: Int, _ continuation: CheckedContinuation<Set?, Never>) {
      var (low, high) = (0, waiting.count)
      while low < high {
        let middle = (low + high) / 2
        if waiting[middle].number > number { low = middle + 1 } else { high = middle }
      }
      waiting.insert((number, continuation), at: low)
    }
  }

  private let state: Mutex<State>

  /// Lays out tools.
  init(count: Int, resources: StageResources) {
    state = Mutex(State(free: (0..<max(1, count)).map { _ in Set(resources) }))
  }

  /// The number under which those wait who have no batch yet: behind all others.
  static let newcomer = Int.max

  /// How many tasks wait.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// Whether a task waits that has a batch.
  var isAwaited: Bool {
    state.withLock { $0.waiting.last.map { $0.number != Self.newcomer } ?? false }
  }

  /// Sends those away who have no batch: there is none left for them.
  func dismissNewcomers() {
    let newcomers = state.withLock { state in
      // They stand first.
      let count = state.waiting.prefix { $0.number == Self.newcomer }.count
      defer { state.waiting.removeFirst(count) }
      return state.waiting.prefix(count).map(\.continuation)
    }
    for newcomer in newcomers { newcomer.resume(returning: nil) }
  }

  /// Takes tools for the work on a batch, once there are some; nil when the work ends early.
  func take(for number: Int) async -> Set? {
    await withCheckedContinuation { continuation in
      let (set, isNow): (Set?, Bool) = state.withLock { state in
        if state.isClosed { return (nil, true) }
        if let set = state.free.popLast() { return (set, true) }
        state.wait(number, continuation)
        return (nil, false)
      }
      if isNow { continuation.resume(returning: set) }
    }
  }

  /// Gives tools back.
  func put(_ set: Set) {
    let next: CheckedContinuation<Set?, Never>? = state.withLock { state in
      guard let first = state.waiting.popLast() else {
        state.free.append(set)
        return nil
      }
      return first.continuation
    }
    next?.resume(returning: set)
  }

  /// Ends the work early: whoever waits gets nothing.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      let waiting = state.waiting.map(\.continuation)
      state.waiting = []
      return waiting
    }
    for continuation in waiting { continuation.resume(returning: nil) }
  }
}

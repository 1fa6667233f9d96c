/// Lets pairs through an ordered stage one after another, in corpus order.
///
/// Every pair of a run must come, or be skipped: those behind it wait.
actor OrderedTurn {
  private let visitor: OpenVisitor
  private var next = 0
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var skipped: Set<Int> = []

  /// Begins a run of a stage.
  ///
  /// - Throws: `unwritable`, where a file cannot be made.
  init(_ stage: any OrderedStage, as id: String, in run: RunContext) throws(PipelineError) {
    visitor = try OpenVisitor(stage, as: id, in: run)
  }

  /// Takes a pair through, once those before it are.
  ///
  /// - Throws: `unwritable`, which ends the run.
  func visit(
    _ number: Int, _ state: consuming PairState, _ prepared: any Sendable
  ) async throws(PipelineError) -> PairState {
    if number != next { await withCheckedContinuation { waiting[number] = $0 } }
    var state = state
    defer { advance() }
    try visitor.visit(&state, prepared)
    return state
  }

  /// Lets a pair be passed over that does not come.
  func skip(_ number: Int) {
    if number == next { advance() } else { skipped.insert(number) }
  }

  /// Writes to the disk what is held back; nothing takes its name.
  ///
  /// - Throws: `unwritable`.
  func complete() throws(PipelineError) { try visitor.complete() }

  /// Ends the run of the stage well.
  ///
  /// - Throws: `unwritable`.
  func finish() throws(PipelineError) -> VisitorReport { try visitor.finish() }

  private func advance() {
    repeat { next += 1 } while skipped.remove(next) != nil
    waiting.removeValue(forKey: next)?.resume()
  }
}

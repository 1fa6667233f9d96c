/// Lets batches of pairs through an ordered stage one after another, in corpus order.
///
/// Every batch of a run must come, or be skipped: those behind it wait.
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

  /// Whether all batches before one are through.
  func hasCome(for number: Int) -> Bool { number == next }

  /// Returns once all batches before one are through.
  func come(for number: Int) async {
    if number != next { await withCheckedContinuation { waiting[number] = $0 } }
  }

  /// Takes the pairs of a batch through whose turn it is.
  ///
  /// - Parameters:
  ///   - number: The number of the batch.
  ///   - stops: Its pairs that come to the stage.
  ///   - prepared: What the stage prepared of each.
  /// - Returns: The pairs behind the stage.
  /// - Throws: `unwritable`, which ends the run.
  func visit(
    _ number: Int, _ stops: consuming [Passage.Stop], _ prepared: [any Sendable]
  ) throws(PipelineError) -> [Passage.Stop] {
    precondition(number == next, "a batch came out of turn")
    var stops = stops
    defer { advance() }
    for index in stops.indices { try visitor.visit(&stops[index].state, prepared[index]) }
    return stops
  }

  /// Lets a batch be passed over of which no pair comes.
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

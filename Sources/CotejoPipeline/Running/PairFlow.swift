internal import CotejoText

/// Takes pairs through the stages of a run.
///
/// A stage whose result is at hand from an earlier run is not done again. A batch whose turn at an ordered
/// stage has not come gives its tools to others until then.
struct PairFlow: Sendable {
  let pairs: [RunPair]
  let graph: RunGraph
  var lineage: StageLineage
  /// Where results are kept; nil where none are.
  var results: LayeredResults?
  /// The ordered stages by their steps, in the pass that gives the output; otherwise none.
  var turns: [Int: OrderedTurn] = [:]

  /// Reads a pair, without any stage.
  ///
  /// - Throws: The fault of a document.
  func read(_ number: Int) throws(DocumentFault) -> (stop: Passage.Stop, hashes: DocumentHashes) {
    let pair = pairs[number]
    do throws(DocumentFault) {
      let state = try pair.read(number: number, lineage.base)
      let hashes = DocumentHashes(state)
      return (Passage.Stop(state: state, key: lineage.key(of: hashes.print, pair)), hashes)
    } catch {
      throw located(error, in: pair)
    }
  }

  /// Takes a pair to a barrier, for it to be observed there.
  ///
  /// - Parameters:
  ///   - number: The pair.
  ///   - step: The step of the barrier.
  ///   - tools: What stages work with.
  /// - Returns: What the files held, and the pair in front of the barrier; nil for what could not be
  ///   had, for which the pair goes to quarantine in the pass that gives the output.
  func stop(
    of number: Int, before step: Int, _ tools: ToolShelf.Set
  ) -> (print: PairPrint?, stop: Passage.Stop?) {
    guard let (first, hashes) = try? read(number) else { return (nil, nil) }
    var stop = first
    do throws(DocumentFault) {
      for before in graph.path(to: step) {
        if let stage = graph.stage(of: before).stage as? any DocumentStage {
          _ = try process(stage, before, &stop, tools)
        }
      }
      return (hashes.print, stop)
    } catch {
      return (hashes.print, nil)
    }
  }

  /// Takes pairs of a batch through all stages.
  ///
  /// - Parameters:
  ///   - numbers: The pairs, in order; nil for all of the batch.
  ///   - batch: The batch.
  ///   - tools: What stages work with; nil where the run ends.
  ///   - shelf: Where the tools lie while the batch waits.
  /// - Returns: What became of each, and the tools that are left; none where the run ends.
  func outcomes(
    of numbers: [Int]? = nil, in batch: PairBatch, _ tools: ToolShelf.Set?, _ shelf: ToolShelf
  ) async -> (elements: [PairOutcome], tools: ToolShelf.Set?) {
    var passages = (numbers ?? Array(batch.pairs)).map { Passage($0, graph) }
    var visited: Set<Int> = []
    var left: ToolShelf.Set?
    if let tools { left = await go(&passages, of: batch, tools, shelf, &visited) }
    for (step, turn) in turns where !visited.contains(step) { await turn.skip(batch.number) }
    let outcomes = passages.map { passage in
      var outcome = passage.outcome
      outcome.lines.close(pairs[passage.number].pair, isQuarantined: !outcome.faults.isEmpty)
      return outcome
    }
    return (outcomes, left)
  }

  /// Takes a batch from step to step.
  ///
  /// - Returns: The tools that it holds at the end; nil where the run ends.
  private func go(
    _ passages: inout [Passage], of batch: PairBatch, _ first: ToolShelf.Set, _ shelf: ToolShelf,
    _ visited: inout Set<Int>
  ) async -> ToolShelf.Set? {
    var tools = first
    for index in passages.indices {
      do throws(DocumentFault) {
        let (stop, hashes) = try read(passages[index].number)
        passages[index].begin(stop, hashes)
      } catch {
        passages[index].outcome.faults.append((0, error))
      }
    }
    for step in 1..<graph.stepCount {
      switch graph.stage(of: step).stage {
      case let stage as any DocumentStage:
        for index in passages.indices { process(stage, step, &passages[index], tools) }
      case let stage as any OrderedStage where turns[step] != nil:
        guard let held = await visit(stage, step, &passages, of: batch, tools, shelf, &visited)
        else { return nil }
        tools = held
      case let stage as any OrderedStage where !Swift.type(of: stage).changes.isEmpty:
        // A shard knows its own pairs alone.
        continue
      default:
        for index in passages.indices {
          if let (stop, attempt) = attempt(step, &passages[index]) {
            leave(stop, attempt, behind: step, &passages[index])
          }
        }
      }
    }
    return tools
  }

  /// A step's work on a pair.
  private struct Attempt {
    var result: PairOutcome.Step
    /// What was repaired in its documents before, source first.
    let before: (Repairs?, Repairs)
  }

  /// Begins a step's work on a pair; nil where the pair does not come to it.
  private func attempt(_ step: Int, _ passage: inout Passage) -> (Passage.Stop, Attempt)? {
    guard graph.reaches(step, from: pairs[passage.number].input),
      let stop = passage.take(for: step, graph)
    else { return nil }
    let reads = type(of: graph.stage(of: step).stage).reads
    let attempt = Attempt(
      result: PairOutcome.Step(input: stop.state.amount(of: reads)),
      before: (stop.state.sourceDocument?.repairs, stop.state.targetDocument.repairs))
    return (stop, attempt)
  }

  /// Leaves a pair behind a step.
  private func leave(
    _ stop: Passage.Stop, _ attempt: Attempt, behind step: Int, _ passage: inout Passage
  ) {
    var result = attempt.result
    result.output = stop.state.amount(of: type(of: graph.stage(of: step).stage).writes)
    note(stop.state, result, step, before: attempt.before, &passage)
    passage.leave(stop, behind: step)
  }

  /// Takes a pair through a document stage.
  private func process(
    _ stage: any DocumentStage, _ step: Int, _ passage: inout Passage, _ tools: ToolShelf.Set
  ) {
    guard var (stop, attempt) = attempt(step, &passage) else { return }
    do throws(DocumentFault) {
      attempt.result.isStored = try process(stage, step, &stop, tools)
    } catch {
      passage.outcome.lines.noteMessages(of: stop.state, by: graph.stage(of: step).id)
      passage.outcome.steps[step] = attempt.result
      passage.outcome.faults.append((step, located(error, in: pairs[passage.number])))
      return
    }
    leave(stop, attempt, behind: step, &passage)
  }

  /// Takes a batch through an ordered stage, once all before it are through.
  ///
  /// - Returns: Tools to go on with; nil where the run ends.
  private func visit(
    _ stage: any OrderedStage, _ step: Int, _ passages: inout [Passage], of batch: PairBatch,
    _ tools: ToolShelf.Set, _ shelf: ToolShelf, _ visited: inout Set<Int>
  ) async -> ToolShelf.Set? {
    guard let turn = turns[step] else { return tools }
    var attempts: [(index: Int, attempt: Attempt)] = []
    var stops: [Passage.Stop] = []
    var prepared: [any Sendable] = []
    for index in passages.indices {
      guard case (var stop, let attempt)? = attempt(step, &passages[index]) else { continue }
      prepared.append(Self.prepared(stage, &stop.state))
      attempts.append((index, attempt))
      stops.append(stop)
    }
    guard !attempts.isEmpty else { return tools }
    guard let tools = await wait(for: turn, batch, tools, shelf) else { return nil }
    visited.insert(step)
    do throws(PipelineError) {
      stops = try await turn.visit(batch.number, stops, prepared)
    } catch {
      passages[attempts[0].index].outcome.failure = error
      shelf.put(tools)
      return nil
    }
    // Exports, which mostly come last, look for no results.
    let isSoughtBehind = results != nil && graph.hasDocumentStage(behind: step)
    for ((index, attempt), var stop) in zip(attempts, stops) {
      if isSoughtBehind {
        stop.key = lineage.key(behind: stop.key, step, changed: stop.state)
      }
      leave(stop, attempt, behind: step, &passages[index])
    }
    return tools
  }

  /// Waits for the turn of a batch at an ordered stage: where it has not come, without tools, which
  /// others can work with.
  ///
  /// - Returns: Tools to go on with; nil where the run ends.
  private func wait(
    for turn: OrderedTurn, _ batch: PairBatch, _ tools: ToolShelf.Set, _ shelf: ToolShelf
  ) async -> ToolShelf.Set? {
    if await turn.hasCome(for: batch.number) { return tools }
    shelf.put(tools)
    await turn.come(for: batch.number)
    return await shelf.take(for: batch.number)
  }

  /// Notes what a step made of a pair.
  private func note(
    _ state: PairState, _ result: PairOutcome.Step, _ step: Int, before: (Repairs?, Repairs),
    _ passage: inout Passage
  ) {
    let planned = graph.stage(of: step)
    var result = result
    for case let rejection? in state.rejections where rejection.stage == planned.id {
      result.rejected[rejection.reason, default: 0] += 1
    }
    passage.outcome.steps[step] = result
    passage.outcome.figures.enter(state, before: before, planned.stage, as: planned.id)
    passage.outcome.lines.noteMessages(of: state, by: planned.id)
    guard let hashes = passage.hashes else { return }
    passage.outcome.lines.note(state, behind: planned, hashes, isEnd: graph.isEnd(step))
  }

  /// Does a stage's work on a pair, or takes the result of an earlier run.
  ///
  /// - Returns: Whether an earlier run has left it.
  private func process(
    _ stage: any DocumentStage, _ step: Int, _ stop: inout Passage.Stop, _ tools: ToolShelf.Set
  ) throws(DocumentFault) -> Bool {
    let id = graph.stage(of: step).id
    let resources = lineage.resources(at: step)
    let parts = type(of: stage).changes
    if results != nil {
      stop.key = lineage.key(behind: stop.key, step, pairs[stop.state.number])
    }
    if let bytes = results?.find(stop.key) {
      // What cannot be read is made anew.
      if (try? stop.state.decodeResult(bytes, parts: parts, stage: id, resources: resources)) != nil
      {
        return results?.isEarlier(stop.key) ?? false
      }
    }
    try tools.use { (tools) throws(DocumentFault) in
      try stage.process(&stop.state, as: id, tools: &tools, resources: resources)
    }
    let type = type(of: stage)
    if type.writes == .beads, type.reads == .sentences, !stop.state.isPartitioned {
      throw DocumentFault(
        .stage, file: pairs[stop.state.number].representativePath,
        message: "the stage '\(id)' did not put every sentence in exactly one bead")
    }
    results?.add(stop.key, stop.state.encodeResult(of: parts, stage: id))
    return false
  }

  /// Stages know documents by the names of the output; people open files by their paths.
  private func located(_ fault: DocumentFault, in pair: RunPair) -> DocumentFault {
    var fault = fault
    if fault.file == pair.pair.source {
      fault.file = pair.representativePath
    } else if fault.file == pair.pair.target {
      fault.file = pair.targetPath
    }
    return fault
  }

  private static func prepared(
    _ stage: some OrderedStage, _ state: inout PairState
  ) -> any Sendable {
    stage.prepare(&state)
  }
}

internal import CotejoText

/// Takes single pairs through the stages of a run.
///
/// A stage whose result is at hand from an earlier run is not done again. At an ordered stage a pair
/// gives its tools to others and waits for its turn.
struct PairFlow: Sendable {
  let pairs: [RunPair]
  let graph: RunGraph
  var lineage: StageLineage
  /// Where results are kept; nil where none are.
  var results: LayeredResults?
  /// The ordered stages by their steps, in the pass that gives the output; otherwise none.
  var turns: [Int: OrderedTurn] = [:]

  /// A pair behind a step.
  struct Stop: Sendable {
    var state: PairState
    /// What identifies all that the state was made from.
    var key: ResultKey
  }

  /// Reads a pair, without any stage.
  ///
  /// - Throws: The fault of a document.
  func read(_ number: Int) throws(DocumentFault) -> (stop: Stop, hashes: DocumentHashes) {
    let pair = pairs[number]
    do throws(DocumentFault) {
      let state = try pair.read(number: number, lineage.base)
      let hashes = DocumentHashes(state)
      return (Stop(state: state, key: lineage.key(of: hashes.print, pair)), hashes)
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
  ) -> (print: PairPrint?, stop: Stop?) {
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

  /// Takes a pair through all stages.
  func outcome(_ number: Int, _ shelf: ToolShelf) async -> PairOutcome {
    var outcome = PairOutcome(stepCount: graph.stepCount)
    var visited: Set<Int> = []
    if let tools = await shelf.take(for: number) {
      let left = await go(number, tools, shelf, &outcome, &visited)
      if let left { shelf.put(left) }
    }
    for (step, turn) in turns where !visited.contains(step) { await turn.skip(number) }
    outcome.lines.close(pairs[number].pair, isQuarantined: !outcome.faults.isEmpty)
    return outcome
  }

  /// Takes a pair from step to step; returns the tools it holds at the end.
  private func go(
    _ number: Int, _ first: ToolShelf.Set, _ shelf: ToolShelf, _ outcome: inout PairOutcome,
    _ visited: inout Set<Int>
  ) async -> ToolShelf.Set? {
    var tools = first
    var stops: [Stop?] = Array(repeating: nil, count: graph.stepCount)
    outcome.steps[0] = PairOutcome.Step(input: 1)
    let hashes: DocumentHashes
    do throws(DocumentFault) {
      let (stop, read) = try read(number)
      outcome.print = read.print
      outcome.figures.enter(read: stop.state)
      hashes = read
      stops[0] = stop
      outcome.steps[0]?.output = 1
    } catch {
      outcome.faults.append((0, error))
      return tools
    }
    for step in 1..<graph.stepCount where graph.reaches(step, from: pairs[number].input) {
      let origin = graph.origin(of: step)
      guard var stop = stops[origin] else { continue }
      // What nobody else reads is changed in its place.
      if graph.isLast(step, toRead: origin) { stops[origin] = nil }
      let planned = graph.stage(of: step)
      let type = type(of: planned.stage)
      var result = PairOutcome.Step(input: stop.state.amount(of: type.reads))
      let before = (stop.state.sourceDocument?.repairs, stop.state.targetDocument.repairs)
      do throws(DocumentFault) {
        switch planned.stage {
        case let stage as any DocumentStage:
          result.isStored = try process(stage, step, &stop, tools)
        case let stage as any OrderedStage:
          guard let turn = turns[step] else {
            // A shard knows its own pairs alone.
            if Swift.type(of: stage).changes.isEmpty { break }
            continue
          }
          visited.insert(step)
          guard let next = await visit(stage, turn, step, &stop, tools, shelf, &outcome) else {
            return nil
          }
          tools = next
        default: break
        }
      } catch {
        outcome.lines.noteMessages(of: stop.state, by: planned.id)
        outcome.steps[step] = result
        outcome.faults.append((step, located(error, in: pairs[number])))
        continue
      }
      result.output = stop.state.amount(of: type.writes)
      note(stop.state, result, step, before: before, hashes, &outcome)
      stops[step] = stop
    }
    return tools
  }

  /// Takes a pair through an ordered stage: without its tools, for it may have to wait for others.
  ///
  /// - Returns: Tools to go on with; nil where the run ends.
  private func visit(
    _ stage: any OrderedStage, _ turn: OrderedTurn, _ step: Int, _ stop: inout Stop,
    _ tools: ToolShelf.Set, _ shelf: ToolShelf, _ outcome: inout PairOutcome
  ) async -> ToolShelf.Set? {
    let number = stop.state.number
    let prepared = Self.prepared(stage, &stop.state)
    shelf.put(tools)
    do throws(PipelineError) {
      stop.state = try await turn.visit(number, stop.state, prepared)
    } catch {
      outcome.failure = error
      return nil
    }
    stop.key = lineage.key(behind: stop.key, step, changed: stop.state)
    return await shelf.take(for: number)
  }

  /// Notes what a step made of a pair.
  private func note(
    _ state: PairState, _ result: PairOutcome.Step, _ step: Int, before: (Repairs?, Repairs),
    _ hashes: DocumentHashes, _ outcome: inout PairOutcome
  ) {
    let planned = graph.stage(of: step)
    var result = result
    for case let rejection? in state.rejections where rejection.stage == planned.id {
      result.rejected[rejection.reason, default: 0] += 1
    }
    outcome.steps[step] = result
    outcome.figures.enter(state, before: before, planned.stage, as: planned.id)
    outcome.lines.noteMessages(of: state, by: planned.id)
    outcome.lines.note(state, behind: planned, hashes, isEnd: graph.isEnd(step))
  }

  /// Does a stage's work on a pair, or takes the result of an earlier run.
  ///
  /// - Returns: Whether an earlier run has left it.
  private func process(
    _ stage: any DocumentStage, _ step: Int, _ stop: inout Stop, _ tools: ToolShelf.Set
  ) throws(DocumentFault) -> Bool {
    let id = graph.stage(of: step).id
    let resources = lineage.resources(at: step)
    let parts = type(of: stage).changes
    stop.key = lineage.key(behind: stop.key, step, pairs[stop.state.number])
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

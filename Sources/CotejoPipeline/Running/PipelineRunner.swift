internal import CotejoQuotation
internal import CotejoText

/// Runs a plan over its corpora.
///
/// Pairs go through the stages in parallel, and through the ordered ones in corpus order, so that the
/// output is the same for any number of jobs. A barrier makes passes of its own over the corpus, up to
/// its place, before the last one. What stages make of pairs is kept in a store, and what stands there
/// is not made again. All files are written under temporary names; they take their own when the run is
/// complete, the manifest last: where there is a manifest, what it lists is whole and belongs together.
public struct PipelineRunner: Sendable {
  let plan: Plan
  let inputs: [RunInput]
  let options: RunOptions
  let graph: RunGraph
  let pairs: [RunPair]
  private let batches: [PairBatch]
  private let totalBytes: Int

  /// Prepares a run; nothing is opened yet.
  ///
  /// - Throws: `configuration`, if the plan has no stage `options.until`.
  public init(plan: Plan, inputs: [RunInput], options: RunOptions) throws(PipelineError) {
    self.plan = plan
    self.inputs = inputs
    self.options = options
    graph = RunGraph(try plan.stages(until: options.until))
    pairs = RunPair.all(of: inputs)
    batches = PairBatch.all(ofPairsOf: pairs.map(\.bytes), jobs: options.jobs)
    totalBytes = pairs.reduce(0) { $0 + $1.bytes }
  }

  /// Runs the plan.
  ///
  /// - Parameters:
  ///   - progress: Told of each pair that is done, and first when all files are open;
  ///     called from one task at a time.
  ///   - log: Told what was done with each pair, in corpus order.
  /// - Returns: What was done, to how much.
  /// - Throws: `configuration` for a lexicon that cannot be opened, `corpus` for an input whose
  ///   transcripts can none of them be read, `unwritable` for a file that
  ///   cannot be written, `corpus` for a document that changed between two passes, `stage` for a
  ///   stage that fails as a whole, `interrupted` if the task is cancelled. Then no file has taken
  ///   its final name, unless it was putting them in place.
  public func run(
    _ progress: (RunProgress) -> Void = { _ in }, log: (DocumentEvent) -> Void = { _ in }
  ) async throws(PipelineError) -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    let startTime = RunClock.now
    var (flow, results) = try await open()
    let context = RunContext(
      folder: options.folder, source: plan.source, target: plan.target, version: options.version)
    var witness = CorpusWitness()
    if !barriers.isEmpty || context.holds(.manifest) {
      witness = try await readPrints(flow, progress)
      if restoreConclusions(in: &flow, witness),
        let report = await unchangedReport(flow, witness, context, since: start)
      {
        return report
      }
    }
    progress(self.progress(.opening, pairs: 0, bytes: 0))
    var books = Books(
      ledger: RunLedger(graph),
      records: try RunRecords(in: context, hasFindings: hasFindings, hasMessages: hasMessages))
    enterTranscripts(flow.lineage.base, &books)
    for step in 1..<graph.stepCount {
      let planned = graph.stage(of: step)
      guard let stage = planned.stage as? any OrderedStage else { continue }
      flow.turns[step] = try OrderedTurn(stage, as: planned.id, in: context)
    }
    try await passBarriers(&flow, &witness, progress)
    try checkShards(flow.lineage)
    try await process(flow, &witness, &books, log, progress)
    try checkFiles(flow, &witness)
    let unpaired = inputs.reduce(0) { $0 + $1.corpus.unpaired.count }
    try books.ledger.close(plan, pairs: pairs.count, unpaired: unpaired)
    results?.checkpoint()
    progress(self.progress(.finishing, pairs: pairs.count, bytes: totalBytes))
    // A full disk is known before the first file takes its name.
    for (_, turn) in flow.turns.sorted(by: { $0.key < $1.key }) { try await turn.complete() }
    try books.records.complete()
    try context.remove(.manifest)
    for (step, turn) in flow.turns.sorted(by: { $0.key < $1.key }) {
      books.ledger.enter(try await turn.finish(), step: step)
    }
    var ledger = books.ledger
    let documentLines = try books.records.commit()
    ledger.enter(.rejected)
    ledger.enter(.quarantine)
    if hasFindings { ledger.enter(.findings) }
    if hasMessages { ledger.enter(.messages) }
    ledger.enter(notices: results?.notices ?? [])
    let seconds = RunClock.seconds(clock.now - start)
    let manifest = Manifest(
      plan: plan, inputs: inputs, graph: graph, lineage: flow.lineage, options: options,
      report: ledger.report, startTime: startTime, seconds: seconds)
    let files = try await manifest.write(documentLines, in: context)
    ledger.enter(.manifest)
    ledger.enter(seconds: seconds)
    if let results, witness.prints.count == pairs.count,
      let encoded = CompletedRun(ledger.report, files: files).encoded
    {
      let key = CompletedRun.key(of: self, flow.lineage, witness.prints)
      if let record = CompletedRun.recordKey(of: key, in: context) {
        results.add(record, completed: encoded, of: key)
      }
    }
    results?.finish()
    return ledger.report
  }

  /// The sums and the records of a run.
  private struct Books: ~Copyable {
    var ledger: RunLedger
    var records: RunRecords
  }

  private var hasMessages: Bool { graph.stages.contains { $0.stage is ExecStage } }

  private var hasFindings: Bool { graph.stages.contains { $0.stage is CheckStage } }

  /// Opens what stages go by, and the results of earlier runs.
  func open() async throws(PipelineError) -> (flow: PairFlow, results: LayeredResults?) {
    var resources = try StageResources(plan, graph.stages)
    try await resources.openTranscripts(
      of: inputs, for: graph.stages, index: options.indexFolder.map { .folder($0) } ?? .userCache,
      jobs: options.jobs)
    let results = try openResults()
    let flow = PairFlow(
      pairs: pairs, graph: graph, lineage: StageLineage(graph, resources), results: results)
    return (flow, results)
  }

  private func openResults() throws(PipelineError) -> LayeredResults? {
    var results = LayeredResults()
    if let folder = options.resultFolder {
      do {
        results.own = try ResultStore(at: folder)
      } catch {
        // Nobody has asked for the one in the user's folder.
        if options.needsResults { throw error }
      }
    }
    for shard in options.shards {
      results.others.append(
        try ResultStore(at: SystemCall.path(of: ShardRecord.results, below: shard.folder)))
    }
    return results.own == nil && results.others.isEmpty ? nil : results
  }

  private func enterTranscripts(_ resources: StageResources, _ books: inout Books) {
    books.ledger.enter(articles: pairs.count { $0.sourcePath == nil })
    for (input, transcripts) in zip(inputs, resources.transcripts) {
      books.ledger.enter(transcripts)
      for (path, fault) in transcripts.faults {
        books.records.write(fault, transcript: path, input: input.plan.name)
      }
    }
  }

  var barriers: [(step: Int, stage: any BarrierStage)] {
    (1..<graph.stepCount).compactMap { step in
      (graph.stage(of: step).stage as? any BarrierStage).map { (step, $0) }
    }
  }

  /// Takes what barriers concluded in earlier runs, up to the first of which nothing is known.
  ///
  /// - Returns: Whether all is known.
  private func restoreConclusions(in flow: inout PairFlow, _ witness: CorpusWitness) -> Bool {
    barriers.allSatisfy { step, barrier in restore(barrier, step, in: &flow, witness) }
  }

  private func restore(
    _ barrier: any BarrierStage, _ step: Int, in flow: inout PairFlow, _ witness: CorpusWitness
  ) -> Bool {
    var resources = flow.lineage.resources(at: step)
    guard let stored = flow.results?.find(conclusionKey(step, flow, witness)),
      barrier.restore(stored, into: &resources)
    else { return false }
    flow.lineage.conclude(step, resources)
    return true
  }

  private func conclusionKey(
    _ step: Int, _ flow: PairFlow, _ witness: CorpusWitness
  ) -> ResultKey {
    flow.lineage.key(
      ofConclusion: step, from: flow.lineage.keys(before: step, witness.prints, pairs))
  }

  /// The report of a run that did the same, where its files are still as it left them.
  private func unchangedReport(
    _ flow: PairFlow, _ witness: CorpusWitness, _ context: RunContext,
    since start: ContinuousClock.Instant
  ) async -> RunReport? {
    let key = CompletedRun.key(of: self, flow.lineage, witness.prints)
    guard let record = CompletedRun.recordKey(of: key, in: context),
      let stored = flow.results?.find(record),
      var run = try? CompletedRun(stored, gates: plan.gates), await run.isIntact(in: context)
    else { return nil }
    run.report.seconds = RunClock.seconds(ContinuousClock().now - start)
    // None of them was looked at, but the next change will need them.
    flow.results?.renewUses(beside: key)
    flow.results?.finish()
    return run.report
  }

  /// Lets the barriers see the corpus, where no earlier run has left what they conclude.
  func passBarriers(
    _ flow: inout PairFlow, _ witness: inout CorpusWitness, _ progress: (RunProgress) -> Void
  ) async throws(PipelineError) {
    for (step, barrier) in barriers where !restore(barrier, step, in: &flow, witness) {
      var resources = flow.lineage.resources(at: step)
      for number in 1...barrier.passes {
        try await observe(barrier, at: step, pass: number, flow, &resources, &witness, progress)
      }
      flow.results?.add(conclusionKey(step, flow, witness), barrier.conclusion(resources))
      flow.lineage.conclude(step, resources)
    }
  }

  /// Lets a barrier see the corpus once.
  private func observe<Barrier: BarrierStage>(
    _ barrier: Barrier, at step: Int, pass number: Int, _ flow: PairFlow,
    _ resources: inout StageResources, _ witness: inout CorpusWitness,
    _ progress: (RunProgress) -> Void
  ) async throws(PipelineError) {
    let id = graph.stage(of: step).id
    let shared = resources
    let prints = witness.prints
    var collector = barrier.collector(shared)
    let phase = RunProgress.Phase.observing(stage: id, pass: number, passes: barrier.passes)
    try await pass(phase, flow, progress) { (batch, tools, _) in
      guard let tools else { return ([], nil) }
      let seen = batch.pairs.map { number in
        guard flow.graph.reaches(step, from: flow.pairs[number].input) else {
          return (prints[number], nil as Barrier.Observation?)
        }
        let (print, stop) = flow.stop(of: number, before: step, tools)
        // The same fault sends the pair to quarantine in the last pass.
        return (print, stop.flatMap { try? barrier.observe($0.state, resources: shared) })
      }
      return (seen, tools)
    } use: {
      (number, seen: (print: PairPrint?, observation: Barrier.Observation?)) throws(PipelineError)
      in
      try witness.see(seen.print, of: number, pairs[number])
      if let observation = seen.observation { collector.add(observation) }
    }
    progress(self.progress(.concluding(stage: id), pairs: pairs.count, bytes: totalBytes))
    try collector.conclude(&resources, jobs: options.jobs)
  }

  /// The pass that gives the output.
  private func process(
    _ flow: PairFlow, _ witness: inout CorpusWitness, _ books: inout Books,
    _ log: (DocumentEvent) -> Void, _ progress: (RunProgress) -> Void
  ) async throws(PipelineError) {
    var ledger = books.ledger
    try await pass(.processing, flow, progress) { (batch, tools, shelf) in
      await flow.outcomes(in: batch, tools, shelf)
    } use: { (number, outcome) throws(PipelineError) in
      if let failure = outcome.failure { throw failure }
      try witness.see(outcome.print, of: number, pairs[number])
      if options.failsFast, let (_, fault) = outcome.faults.first {
        throw PipelineError(.corpus, at: Place(file: fault.file), fault.message)
      }
      ledger.enter(outcome, of: pairs[number].pair, input: pairs[number].input)
      try books.records.write(outcome, of: pairs[number].pair, graph)
      log(DocumentEvent(outcome, of: pairs[number].pair, graph))
    }
    books.ledger = ledger
  }

  /// One pass over the pairs, with its progress.
  func pass<Element: Sendable>(
    _ phase: RunProgress.Phase, _ flow: PairFlow, _ progress: (RunProgress) -> Void,
    work: @escaping ParallelPass.Work<Element>,
    use: (Int, Element) throws(PipelineError) -> Void
  ) async throws(PipelineError) {
    var bytes = 0
    progress(self.progress(phase, pairs: 0, bytes: 0))
    let pass = ParallelPass(
      sizes: pairs.map(\.bytes), batches: batches, jobs: options.jobs, memory: options.memory,
      resources: flow.lineage.base)
    try await pass.run(work) { (number, element) throws(PipelineError) in
      try use(number, element)
      bytes += pairs[number].bytes
      progress(self.progress(phase, pairs: number + 1, bytes: bytes))
    }
  }

  func progress(_ phase: RunProgress.Phase, pairs: Int, bytes: Int) -> RunProgress {
    RunProgress(
      phase: phase, pairs: pairs, totalPairs: self.pairs.count, bytes: bytes,
      totalBytes: totalBytes)
  }
}

internal import CotejoQuotation
internal import CotejoText

/// Runs a plan over its corpora.
///
/// Pairs go through the stages in parallel, no more of them at a time than a window; their results
/// reach the ordered stages in corpus order, so that the output is the same for any number of jobs.
/// A barrier makes passes of its own over the corpus, up to its place, before the last one. All
/// files are written under temporary names; they take their own when the run is complete, the
/// manifest last: where there is a manifest, what it lists is whole and belongs together.
public struct PipelineRunner: Sendable {
  /// How a run is to be done.
  public struct Options: Sendable {
    /// The output folder; it is made if it is not there.
    public var folder: String
    /// The id of the last stage to do; `nil` for all.
    public var until: String?
    /// How many pairs are worked on at a time, from 1.
    public var jobs: Int
    /// The version of the program, for the files that name it.
    public var version: String
    /// The folder where indices of transcripts are kept; nil for one in the user's cache folder.
    ///
    /// Any number of runs may share it, and no result depends on what stands there.
    public var indexFolder: String?

    /// Says how a run is to be done.
    public init(
      folder: String, until: String? = nil, jobs: Int, version: String, indexFolder: String? = nil
    ) {
      self.folder = folder
      self.until = until
      self.jobs = max(1, jobs)
      self.version = version
      self.indexFolder = indexFolder
    }
  }

  let plan: Plan
  let inputs: [RunInput]
  let options: Options
  let stages: [PlannedStage]
  let pairs: [RunPair]
  private let totalBytes: Int

  /// Prepares a run; nothing is opened yet.
  ///
  /// - Throws: `configuration`, if the plan has no stage `options.until`, or if it branches.
  public init(plan: Plan, inputs: [RunInput], options: Options) throws(PipelineError) {
    self.plan = plan
    self.inputs = inputs
    self.options = options
    stages = try plan.stages(until: options.until)
    try Self.checkIsChain(stages, inputs: plan.inputs.count)
    pairs = RunPair.all(of: inputs)
    totalBytes = pairs.reduce(0) { $0 + $1.bytes }
  }

  /// Refuses a plan that branches: the stages are gone through one after another.
  private static func checkIsChain(
    _ stages: [PlannedStage], inputs: Int
  ) throws(PipelineError) {
    for (position, planned) in stages.enumerated() {
      let before =
        position == 0 ? StageOrigin.inputs(Array(0..<inputs)) : .stage(position - 1)
      guard planned.origin == before else {
        throw PipelineError(
          .configuration, at: planned.place,
          "stage '\(planned.id)' does not follow the one before it; 'plan' shows such a pipeline, and "
            + "'run' cannot yet do it")
      }
    }
  }

  /// Runs the plan.
  ///
  /// - Parameter progress: Told of each pair that is done, and first when all files are open;
  ///   called from one task at a time.
  /// - Returns: What was done, to how much.
  /// - Throws: `configuration` for a lexicon that cannot be opened, `corpus` for an input whose
  ///   transcripts can none of them be read, `unwritable` for a file that
  ///   cannot be written, `corpus` for a document that changed between two passes, `stage` for a
  ///   stage that fails as a whole, `interrupted` if the task is cancelled. Then no file has taken
  ///   its final name, unless it was putting them in place.
  public func run(
    _ progress: (RunProgress) -> Void = { _ in }
  ) async throws(PipelineError) -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    let startTime = RunClock.now
    var resources = try StageResources(plan, stages)
    try await resources.openTranscripts(
      of: inputs, for: stages, index: options.indexFolder.map { .folder($0) } ?? .userCache,
      jobs: options.jobs)
    let context = RunContext(
      folder: options.folder, source: plan.source, target: plan.target, version: options.version)
    var books = Books(
      ledger: RunLedger(stages), records: try RunRecords(in: context),
      findings: stages.contains { $0.stage is CheckStage } ? try FindingsFile(in: context) : nil)
    books.ledger.enter(articles: pairs.count { $0.sourcePath == nil })
    for (input, transcripts) in zip(inputs, resources.transcripts) {
      books.ledger.enter(transcripts)
      for (path, fault) in transcripts.faults {
        books.records.write(fault, transcript: path, input: input.plan.name)
      }
    }
    var witness = CorpusWitness()
    var visitors: [Int: OpenVisitor] = [:]
    for (position, planned) in stages.enumerated() {
      guard let stage = planned.stage as? any OrderedStage else { continue }
      visitors[position] = try OpenVisitor(stage, as: planned.id, in: context)
    }
    for (position, planned) in stages.enumerated() {
      guard let barrier = planned.stage as? any BarrierStage else { continue }
      try await observe(barrier, at: position, &resources, &witness, progress)
    }
    try await process(visitors, resources, &witness, &books, progress)
    let unpaired = inputs.reduce(0) { $0 + $1.corpus.unpaired.count }
    try books.ledger.close(plan, pairs: pairs.count, unpaired: unpaired)
    progress(self.progress(.finishing, pairs: pairs.count, bytes: totalBytes))
    try context.remove(.manifest)
    for (position, visitor) in visitors.sorted(by: { $0.key < $1.key }) {
      books.ledger.enter(try visitor.finish(), step: position + 1)
    }
    let documentLines = books.records.documentLines
    var ledger = books.ledger
    try books.commit()
    ledger.enter(.rejected)
    ledger.enter(.quarantine)
    if stages.contains(where: { $0.stage is CheckStage }) { ledger.enter(.findings) }
    let seconds = RunClock.seconds(clock.now - start)
    let manifest = Manifest(
      plan: plan, inputs: inputs, stages: stages, resources: resources, options: options,
      report: ledger.report, documentLines: documentLines, startTime: startTime, seconds: seconds)
    try manifest.write(in: context)
    ledger.enter(.manifest)
    ledger.enter(seconds: seconds)
    return ledger.report
  }

  /// The sums and the records of a run.
  private struct Books: ~Copyable {
    var ledger: RunLedger
    var records: RunRecords
    var findings: FindingsFile?

    /// Enters a pair that came through all stages.
    mutating func enter(
      _ state: PairState, hashes: DocumentHashes?
    ) throws(PipelineError) {
      ledger.enter(state)
      records.write(state, hashes: hashes)
      try findings?.write(state)
      // A full disk ends the run now, not after hours of work.
      if let failure = records.failure { throw failure }
    }

    consuming func commit() throws(PipelineError) {
      try records.commit()
      try findings?.commit()
    }
  }

  /// Lets a barrier see the corpus.
  private func observe<Barrier: BarrierStage>(
    _ barrier: Barrier, at position: Int, _ resources: inout StageResources,
    _ witness: inout CorpusWitness, _ progress: (RunProgress) -> Void
  ) async throws(PipelineError) {
    let id = stages[position].id
    for pass in 1...barrier.passes {
      let phase = RunProgress.Phase.observing(stage: id, pass: pass, passes: barrier.passes)
      let shared = resources
      let work = PairWork(
        pairs: pairs, stages: stages, resources: shared, end: position, isFinal: false,
        isWitnessed: true)
      var collector = barrier.collector(shared)
      var bytes = 0
      progress(self.progress(phase, pairs: 0, bytes: 0))
      try await ParallelPass(count: pairs.count, jobs: options.jobs, resources: shared).run(
        { (number, tools) -> (print: PairPrint?, observation: Barrier.Observation?) in
          let outcome = work.outcome(number, &tools)
          // The same fault sends the pair to quarantine in the last pass.
          let observation = outcome.state.flatMap { try? barrier.observe($0, resources: shared) }
          return (outcome.print, observation)
        },
        use: { (number, seen) throws(PipelineError) in
          try witness.check(seen.print, of: number, pairs[number])
          if let observation = seen.observation { collector.add(observation) }
          bytes += pairs[number].bytes
          progress(self.progress(phase, pairs: number + 1, bytes: bytes))
        })
      progress(self.progress(.concluding(stage: id), pairs: pairs.count, bytes: totalBytes))
      try collector.conclude(&resources, jobs: options.jobs)
    }
  }

  /// The pass that gives the output.
  private func process(
    _ visitors: [Int: OpenVisitor], _ resources: StageResources, _ witness: inout CorpusWitness,
    _ books: inout Books, _ progress: (RunProgress) -> Void
  ) async throws(PipelineError) {
    let end = visitors.keys.min() ?? stages.count
    let work = PairWork(
      pairs: pairs, stages: stages, resources: resources, end: end, isFinal: true,
      isWitnessed: stages.contains { $0.stage is any BarrierStage })
    var tools = StageTools(resources: resources)
    var bytes = 0
    progress(self.progress(.processing, pairs: 0, bytes: 0))
    try await ParallelPass(count: pairs.count, jobs: options.jobs, resources: resources).run(
      { (number, tools) in work.outcome(number, &tools) },
      use: { (number, outcome) throws(PipelineError) in
        if work.isWitnessed { try witness.check(outcome.print, of: number, pairs[number]) }
        try self.use(outcome, of: pairs[number].pair, visitors, &tools, resources, &books)
        bytes += pairs[number].bytes
        progress(self.progress(.processing, pairs: number + 1, bytes: bytes))
      })
  }

  /// Takes a pair through the ordered stages and enters it in the books.
  private func use(
    _ outcome: PairOutcome, of pair: DocumentPair, _ visitors: [Int: OpenVisitor],
    _ tools: inout StageTools, _ resources: StageResources, _ books: inout Books
  ) throws(PipelineError) {
    for (step, amount) in outcome.amounts.enumerated() {
      books.ledger.enter(step: step, input: amount.input, output: amount.output)
    }
    if let (step, fault) = outcome.fault {
      let input = outcome.amounts[step].input
      books.ledger.enter(fault, step: step, input: input, pair: pair)
      books.records.write(fault, stage: books.ledger.report.stages[step].id, pair: pair)
      return
    }
    guard var state = outcome.state else { return }
    for position in stages.indices.dropFirst(outcome.amounts.count - 1) {
      let planned = stages[position]
      let input = state.remaining
      if let visitor = visitors[position], let prepared = outcome.prepared[position] {
        try visitor.visit(&state, prepared)
      } else if let stage = planned.stage as? any DocumentStage {
        do {
          try stage.process(&state, as: planned.id, tools: &tools, resources: resources)
        } catch {
          // An ordered stage has seen the pair: it can no longer be taken out as a whole.
          throw PipelineError(.stage, at: Place(file: error.file), error.message)
        }
      }
      books.ledger.enter(step: position + 1, input: input, output: state.remaining)
    }
    try books.enter(state, hashes: outcome.hashes)
  }

  private func progress(_ phase: RunProgress.Phase, pairs: Int, bytes: Int) -> RunProgress {
    RunProgress(
      phase: phase, pairs: pairs, totalPairs: self.pairs.count, bytes: bytes,
      totalBytes: totalBytes)
  }
}

internal import CotejoText

extension PipelineRunner {
  /// Does the part of a run that belongs to a shard: what stages make of its pairs by themselves, for
  /// `merge` to put together.
  ///
  /// What a stage makes of a pair behind `deduplicate` depends on all pairs, and is left to the merge;
  /// what a barrier concludes is made by every shard from all pairs, or taken from the cache.
  /// - Parameters:
  ///   - shard: Which part.
  ///   - arguments: The arguments that say which run it is, for the merge.
  ///   - progress: Told of each pair that is done.
  /// - Returns: What was done with the pairs of the shard; no files but `shard.json`.
  /// - Throws: As `run`.
  public func run(
    _ shard: Shard, arguments: [String], _ progress: (RunProgress) -> Void = { _ in }
  ) async throws(PipelineError) -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    progress(self.progress(.opening, pairs: 0, bytes: 0))
    let context = RunContext(
      folder: options.folder, source: plan.source, target: plan.target, version: options.version)
    _ = try context.makeFolders(for: ShardRecord.file)
    var (flow, shared) = try await open()
    let own = try ResultStore(at: context.path(of: ShardRecord.results))
    let results = LayeredResults(
      own: own, others: [shared?.own].compactMap(\.self), collects: true)
    flow.results = results
    var witness = CorpusWitness()
    if !barriers.isEmpty {
      witness = try await readPrints(flow, progress)
      try await passBarriers(&flow, &witness, progress)
    }
    var ledger = RunLedger(graph)
    let final = flow
    try await pass(.processing, flow, progress) { (batch, tools, shelf) in
      let own = batch.pairs.filter(shard.holds)
      let (outcomes, left) = await final.outcomes(of: own, in: batch, tools, shelf)
      var rest = outcomes[...]
      return (batch.pairs.map { shard.holds($0) ? rest.removeFirst() : nil }, left)
    } use: { (number, outcome: PairOutcome?) throws(PipelineError) in
      guard let outcome else { return }
      if !barriers.isEmpty { try witness.see(outcome.print, of: number, pairs[number]) }
      ledger.enter(outcome, of: pairs[number].pair, input: pairs[number].input)
    }
    ledger.enter(pairs: pairs.indices.count(where: shard.holds))
    progress(self.progress(.finishing, pairs: pairs.count, bytes: 0))
    results.finish()
    // Without its results a shard is worth nothing.
    if let notice = own.notices.first {
      throw PipelineError(
        .unwritable, at: Place(file: context.path(of: ShardRecord.results)), notice)
    }
    try ShardRecord(
      folder: options.folder, shard: shard, version: options.version,
      plan: planKey(flow.lineage).description, pairs: pairs.count, arguments: arguments
    ).write()
    ledger.enter(notices: results.notices)
    ledger.enter(seconds: RunClock.seconds(clock.now - start))
    return ledger.report
  }

  /// Checks that shards are of this run.
  ///
  /// - Throws: `corpus`, naming one that is not.
  func checkShards(_ lineage: StageLineage) throws(PipelineError) {
    let plan = planKey(lineage).description
    for record in options.shards where record.plan != plan || record.pairs != pairs.count {
      throw PipelineError(
        .corpus, at: Place(file: record.folder),
        "the pipeline, the documents or what stages go by changed since the shard was made; make it "
          + "again")
    }
  }

  /// What the stages and all that they go by come to.
  func planKey(_ lineage: StageLineage) -> ResultKey {
    var hash = SHA256()
    for step in 1..<graph.stepCount {
      let part =
        "\(graph.stage(of: step).id) \(graph.origin(of: step)) "
        + lineage.manifestFingerprint(of: step)
      hash.update("\(part.utf8.count):\(part)".utf8Span.span)
    }
    return ResultKey(hash.finish())
  }
}

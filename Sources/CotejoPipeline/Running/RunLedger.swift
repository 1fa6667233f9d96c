internal import CotejoAlignment
internal import CotejoQuotation
internal import CotejoText

/// The sums of a run: what went in and out of each stage, what was rejected, what went to
/// quarantine.
struct RunLedger {
  private(set) var report = RunReport()
  private var sentences = (source: 0, target: 0)
  private var covered = (source: 0, target: 0)
  private var joined = 0
  private var scores = 0.0
  private var quotations = (direct: 0, others: 0)
  private var traces = (found: 0, elsewhere: 0, notFound: 0)
  private var checks = CheckTally()

  /// Opens the books for some stages.
  init(_ stages: [PlannedStage]) {
    report.stages = [RunReport.StageTally(id: "read", uses: "read")]
    for planned in stages {
      let type = type(of: planned.stage)
      report.stages.append(
        RunReport.StageTally(
          id: planned.id, uses: type.name, reads: type.reads, writes: type.writes))
    }
  }

  /// Enters how much a step took in and gave out of one pair; step 0 is reading.
  mutating func enter(step: Int, input: Int, output: Int) {
    report.stages[step].input += input
    report.stages[step].output += output
  }

  /// Enters a pair that goes to quarantine at a step that it brought `input` to.
  mutating func enter(_ fault: DocumentFault, step: Int, input: Int, pair: DocumentPair) {
    report.stages[step].quarantined[fault.code.rawValue, default: 0] += 1
    report.stages[step].quarantinedInput += input
    report.quarantined.append(
      RunReport.Quarantined(pair: pair, stage: report.stages[step].id, fault: fault))
  }

  /// Enters how many of the pairs are articles.
  mutating func enter(articles: Int) {
    report.articles = articles
  }

  /// Enters the transcripts of an input.
  mutating func enter(_ transcripts: InputTranscripts) {
    report.transcripts += transcripts.records.count
    report.notices += transcripts.notices
    report.unreadTranscripts += transcripts.faults.map(\.fault)
  }

  /// Enters a pair that came through all stages.
  mutating func enter(_ state: PairState) {
    for case let repairs? in [state.sourceDocument?.repairs, state.targetDocument.repairs] {
      for (kind, tally) in repairs.entries {
        report.repairs[kind.rawValue, default: 0] += tally.count
      }
    }
    enterQuotations(of: state)
    for case let check? in state.checks { checks.enter(check) }
    for bead in state.beads {
      sentences.source += bead.source.count
      sentences.target += bead.target.count
      guard !bead.source.isEmpty, !bead.target.isEmpty else { continue }
      covered.source += bead.source.count
      covered.target += bead.target.count
      joined += 1
      scores += Double(bead.score)
    }
    for case let rejection? in state.rejections {
      let step = report.stages.firstIndex { $0.id == rejection.stage } ?? 0
      report.stages[step].rejected[rejection.reason, default: 0] += 1
    }
  }

  private mutating func enterQuotations(of state: PairState) {
    for repair in state.quoted?.repairs ?? [] {
      report.repairs["\(repair.fault.rawValue)QuotationMark", default: 0] += 1
    }
    for quotation in state.quoted?.quotations ?? [] {
      if quotation.kind == .direct { quotations.direct += 1 } else { quotations.others += 1 }
    }
    guard state.traced != nil else { return }
    let tracing = Set(report.stages.lazy.filter { $0.uses == TraceStage.name }.map(\.id))
    for rejection in state.rejections {
      // What later stages rejected was found.
      let reason = rejection.flatMap { tracing.contains($0.stage) ? $0.reason : nil }
      switch reason.flatMap(TraceStage.Reason.init) {
      case nil: traces.found += 1
      case .elsewhere: traces.elsewhere += 1
      case .notFound: traces.notFound += 1
      case .indirect, .noTranscript: break
      }
    }
  }

  /// Enters what a stage wrote.
  mutating func enter(_ visitor: VisitorReport, step: Int) {
    report.stages[step].visitor = visitor
    report.files += visitor.files
  }

  /// Enters a file of the run itself.
  mutating func enter(_ file: RunFile) {
    report.files.append(file.rawValue)
  }

  /// Enters how long the run took.
  mutating func enter(seconds: Double) {
    report.seconds = seconds
  }

  /// Closes the books: sums, metrics, gates.
  ///
  /// - Throws: `stage` where a sum does not close.
  mutating func close(_ plan: Plan, pairs: Int, unpaired: Int) throws(PipelineError) {
    report.pairs = pairs
    report.unpaired = unpaired
    try checkSums(pairs: pairs)
    report.metrics = metrics()
    // With `--until`, the stage that a figure comes from may not have been done.
    let done = Set(report.stages.map(\.uses))
    for gate in plan.gates where gate.metric.stage.map(done.contains) ?? true {
      let value = report.metrics[gate.metric]
      let passed =
        value.map { $0 >= gate.minimum ?? -.infinity && $0 <= gate.maximum ?? .infinity } ?? false
      report.gates.append(RunReport.GateResult(gate: gate, value: value, passed: passed))
    }
  }

  private func checkSums(pairs: Int) throws(PipelineError) {
    var expected = pairs
    for tally in report.stages {
      guard tally.input == expected, tally.missing == 0 else {
        throw PipelineError(
          .stage, at: Place(file: "stage '\(tally.id)'"),
          "the sums do not close: \(expected) \(tally.reads.rawValue) came from the step before, "
            + "\(tally.input) went in, \(tally.output) came out, \(tally.missing) are missing; "
            + "this is a fault of the program, and nothing was written")
      }
      expected = tally.output
    }
  }

  private func metrics() -> [Metric: Double] {
    func share(_ part: Int, of whole: Int) -> Double? {
      whole > 0 ? Double(part) / Double(whole) : nil
    }
    /// The share of beads that the stages of a name did not reject.
    func kept(by name: String) -> Double? {
      let tallies = report.stages.filter { $0.uses == name }
      guard let first = tallies.first else { return nil }
      let rejected = tallies.reduce(0) { $0 + $1.rejected.values.reduce(0, +) }
      return share(first.input - rejected, of: first.input)
    }
    var metrics: [Metric: Double] = [:]
    if report.stages.contains(where: { $0.uses == QuotesStage.name }) {
      metrics[.directQuotations] = Double(quotations.direct)
      metrics[.indirectQuotations] = Double(quotations.others)
    }
    if report.stages.contains(where: { $0.uses == TraceStage.name }) {
      metrics[.tracedQuotations] = Double(traces.found)
      metrics[.quotationsFromElsewhere] = Double(traces.elsewhere)
      metrics[.tracedShare] = share(traces.found, of: traces.found + traces.notFound)
    }
    if report.stages.contains(where: { $0.uses == CheckStage.name }) {
      metrics.merge(checks.metrics) { $1 }
    }
    metrics[.failedTranscripts] = Double(report.unreadTranscripts.count)
    metrics[.documents] = Double(report.pairs)
    metrics[.failedDocuments] = Double(report.quarantined.count)
    metrics[.unpairedDocuments] = Double(report.unpaired)
    metrics[.coverageOfSource] = share(covered.source, of: sentences.source)
    metrics[.coverageOfTarget] = share(covered.target, of: sentences.target)
    metrics[.meanScore] = joined > 0 ? scores / Double(joined) : nil
    metrics[.filterKept] = kept(by: FilterStage.name)
    metrics[.deduplicateKept] = kept(by: DeduplicateStage.name)
    metrics[.exportedUnits] = report.stages.last { $0.uses == ExportStage.name }
      .map { Double($0.output) }
    return metrics
  }
}

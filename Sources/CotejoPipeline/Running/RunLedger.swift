/// The sums of a run: what went in and out of each stage, what was rejected, what went to
/// quarantine.
struct RunLedger {
  private(set) var report = RunReport()
  private let graph: RunGraph
  private var figures = PairFigures()
  /// How many pairs each input brought, and how many of them could be read.
  private var readPairs: [Int: Int] = [:]

  /// Opens the books for some stages.
  init(_ graph: RunGraph) {
    self.graph = graph
    report.stages = [RunReport.StageTally(id: "read", uses: "read")]
    for planned in graph.stages {
      let type = type(of: planned.stage)
      report.stages.append(
        RunReport.StageTally(
          id: planned.id, uses: type.name, reads: type.reads, writes: type.writes))
    }
  }

  /// Enters what became of a pair.
  mutating func enter(_ outcome: PairOutcome, of pair: DocumentPair, input: Int) {
    for (step, result) in outcome.steps.enumerated() {
      guard let result else { continue }
      report.stages[step].input += result.input
      report.stages[step].output += result.output
      report.stages[step].rejected.merge(result.rejected, uniquingKeysWith: +)
      if result.isStored { report.stages[step].stored += 1 }
    }
    readPairs[input, default: 0] += outcome.steps[0]?.output ?? 0
    for (step, fault) in outcome.faults {
      report.stages[step].quarantined[fault.code.rawValue, default: 0] += 1
      report.stages[step].quarantinedInput += outcome.steps[step]?.input ?? 0
      report.quarantined.append(
        RunReport.Quarantined(pair: pair, stage: report.stages[step].id, fault: fault))
    }
    figures.add(outcome.figures)
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

  /// Enters what a stage wrote.
  mutating func enter(_ visitor: VisitorReport, step: Int) {
    report.stages[step].visitor = visitor
    report.files += visitor.files
  }

  /// Enters a file of the run itself.
  mutating func enter(_ file: RunFile) {
    report.files.append(file.rawValue)
  }

  /// Enters how many pairs there were, where the books are not closed.
  mutating func enter(pairs: Int) {
    report.pairs = pairs
    report.repairs = figures.repairs
  }

  /// Enters what people should know that no result depends on.
  mutating func enter(notices: [String]) { report.notices += notices }

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
    report.repairs = figures.repairs
    report.metrics = metrics()
    report.hold(against: plan.gates)
  }

  private func checkSums(pairs: Int) throws(PipelineError) {
    for (step, tally) in report.stages.enumerated() {
      let expected = step == 0 ? pairs : handedOn(to: step)
      guard tally.input == expected, tally.missing == 0 else {
        throw PipelineError(
          .stage, at: Place(file: "stage '\(tally.id)'"),
          "the sums do not close: \(expected) \(tally.reads.rawValue) came from the step before, "
            + "\(tally.input) went in, \(tally.output) came out, \(tally.missing) are missing; "
            + "this is a fault of the program, and nothing was written")
      }
    }
  }

  /// How much the step that a step reads gave out, of what this one is to take.
  private func handedOn(to step: Int) -> Int {
    guard case .inputs(let inputs) = graph.stage(of: step).origin else {
      return report.stages[graph.origin(of: step)].output
    }
    return inputs.reduce(0) { $0 + readPairs[$1, default: 0] }
  }

  private func metrics() -> [Metric: Double] {
    var metrics = figures.metrics(of: Set(report.stages.map(\.uses)))
    metrics[.failedTranscripts] = Double(report.unreadTranscripts.count)
    metrics[.documents] = Double(report.pairs)
    metrics[.failedDocuments] = Double(Set(report.quarantined.map(\.pair.id)).count)
    metrics[.unpairedDocuments] = Double(report.unpaired)
    metrics[.filterKept] = kept(by: FilterStage.name)
    metrics[.deduplicateKept] = kept(by: DeduplicateStage.name)
    metrics[.exportedUnits] = report.exported.map(Double.init)
    return metrics
  }

  /// The share of beads that the stages of a name did not reject, of those that came to the first of
  /// them on each way.
  private func kept(by name: String) -> Double? {
    let steps = report.stages.indices.filter { report.stages[$0].uses == name }
    let firsts = steps.filter { step in
      !graph.path(to: step).contains { report.stages[$0].uses == name }
    }
    guard !firsts.isEmpty else { return nil }
    let input = firsts.reduce(0) { $0 + report.stages[$1].input }
    let rejected = steps.reduce(0) { $0 + report.stages[$1].rejected.values.reduce(0, +) }
    return PairFigures.share(input - rejected, of: input)
  }
}

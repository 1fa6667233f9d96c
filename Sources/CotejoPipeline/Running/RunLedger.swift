internal import CotejoAlignment
internal import CotejoText

/// The books of a run: what went in and out, what was rejected, what went to quarantine.
///
/// Entries are made in corpus order; two of its files are written on the way.
final class RunLedger {
  private(set) var report = RunReport()
  /// A line of the manifest for each pair.
  private(set) var documentLines: [UInt8] = []
  private var rejected: OutputFile?
  private var quarantine: OutputFile?
  private var line: [UInt8] = []
  private var alignment = AlignmentTally()

  private struct AlignmentTally {
    var sentences = (source: 0, target: 0)
    var covered = (source: 0, target: 0)
    var beads = 0
    var scores = 0.0
  }

  /// Opens the books.
  ///
  /// - Throws: `unwritable`.
  init(_ stages: [PlannedStage], in context: RunContext) throws(PipelineError) {
    report.stages = [RunReport.StageTally(id: "read", reads: .documents, writes: .documents)]
    for planned in stages {
      let type = type(of: planned.stage)
      report.stages.append(
        RunReport.StageTally(id: planned.id, reads: type.reads, writes: type.writes))
    }
    do {
      rejected = try OutputFile(path: try context.makeFolders(for: RunFile.rejected.rawValue))
      quarantine = try OutputFile(path: context.path(of: RunFile.quarantine.rawValue))
    } catch let error as TextError {
      throw PipelineError(.unwritable, at: Place(file: error.place), error.message)
    } catch {
      throw error as? PipelineError
        ?? PipelineError(.unwritable, at: Place(file: context.folder), "\(error)")
    }
  }

  /// Notes how much a stage took in and gave out of one pair; step 0 is reading.
  func note(step: Int, input: Int, output: Int) {
    report.stages[step].input += input
    report.stages[step].output += output
  }

  /// Notes a pair that goes to quarantine.
  func note(_ fault: DocumentFault, step: Int, input: Int, pair: DocumentPair) {
    report.stages[step].quarantined[fault.code.rawValue, default: 0] += 1
    report.stages[step].quarantinedInput += input
    let stage = report.stages[step].id
    report.quarantined.append(RunReport.Quarantined(pair: pair, stage: stage, fault: fault))
    var members: [(String, JSONValue)] = [
      ("pair", .string(pair.id)), ("source", .string(pair.source)),
      ("target", .string(pair.target)), ("stage", .string(stage)),
      ("error", .string(fault.code.rawValue)), ("file", .string(fault.file)),
    ]
    if let offset = fault.offset { members.append(("offset", .integer(offset))) }
    members.append(("message", .string(fault.message)))
    line.removeAll(keepingCapacity: true)
    JSONValue.object(members.map { (key: $0.0, value: $0.1) }).appendLine(to: &line)
    line.append(UInt8(ascii: "\n"))
    quarantine?.write(line.span)
    noteDocument(pair, status: "quarantined", nil, nil)
  }

  /// Notes a pair that came through all stages.
  func note(_ state: PairState, hashes: (source: SHA256.Digest, target: SHA256.Digest)?) {
    for repairs in [state.sourceDocument.repairs, state.targetDocument.repairs] {
      for (kind, tally) in repairs.entries {
        report.repairs[kind.rawValue, default: 0] += tally.count
      }
    }
    for (index, bead) in state.beads.enumerated() {
      note(bead)
      guard let rejection = state.rejections[index] else { continue }
      let step = report.stages.firstIndex { $0.id == rejection.stage } ?? 0
      report.stages[step].rejected[rejection.reason, default: 0] += 1
      write(rejection, of: index, in: state)
    }
    noteDocument(state.pair, status: "done", state, hashes)
  }

  private func note(_ bead: Bead) {
    alignment.sentences.source += bead.source.count
    alignment.sentences.target += bead.target.count
    guard !bead.source.isEmpty, !bead.target.isEmpty else { return }
    alignment.covered.source += bead.source.count
    alignment.covered.target += bead.target.count
    alignment.beads += 1
    alignment.scores += Double(bead.score)
  }

  private func write(_ rejection: PairState.Rejection, of bead: Int, in state: PairState) {
    let unit = state.unit(of: bead)
    func side(_ segments: [(document: String, start: Int, end: Int, text: String)]) -> JSONValue {
      .array(
        segments.map {
          .object([
            ("document", .string($0.document)), ("start", .integer($0.start)),
            ("end", .integer($0.end)), ("text", .string($0.text)),
          ])
        })
    }
    line.removeAll(keepingCapacity: true)
    JSONValue.object([
      ("stage", .string(rejection.stage)), ("reason", .string(rejection.reason)),
      ("detail", .string(rejection.detail)), ("pair", .string(state.pair.id)),
      ("source", side(unit.source.map { ($0.document, $0.start, $0.end, $0.text) })),
      ("target", side(unit.target.map { ($0.document, $0.start, $0.end, $0.text) })),
      ("type", .string(unit.type)), ("score", .number(Self.rounded(unit.score))),
    ]).appendLine(to: &line)
    line.append(UInt8(ascii: "\n"))
    rejected?.write(line.span)
  }

  /// Four decimals, as the exports have them.
  private static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  private func noteDocument(
    _ pair: DocumentPair, status: String, _ state: PairState?,
    _ hashes: (source: SHA256.Digest, target: SHA256.Digest)?
  ) {
    func side(
      _ path: String, _ document: Document?, _ sentences: Int?, _ hash: SHA256.Digest?
    ) -> JSONValue {
      var members: [(key: String, value: JSONValue)] = [("path", .string(path))]
      if let document, let sentences, let hash {
        members += [
          ("sha256", .string(hash.description)), ("bytes", .integer(document.source.count)),
          ("charset", .string(document.charset)), ("sentences", .integer(sentences)),
        ]
        if !document.repairs.isEmpty {
          var counts: [String: Int] = [:]
          for (kind, tally) in document.repairs.entries { counts[kind.rawValue] = tally.count }
          members.append(("repairs", .counts(counts)))
        }
      }
      return .object(members)
    }
    var members: [(key: String, value: JSONValue)] = [
      ("pair", .string(pair.id)), ("status", .string(status)),
      (
        "source",
        side(pair.source, state?.sourceDocument, state?.source.sentences.count, hashes?.source)
      ),
      (
        "target",
        side(pair.target, state?.targetDocument, state?.target.sentences.count, hashes?.target)
      ),
    ]
    if let state {
      members += [("beads", .integer(state.beads.count)), ("kept", .integer(state.remaining))]
    }
    if !pair.attributes.isEmpty {
      members.append(
        ("attributes", .object(pair.attributes.map { ($0.name, .string($0.value)) })))
    }
    if !documentLines.isEmpty { documentLines += ",\n    ".utf8 }
    JSONValue.object(members).appendLine(to: &documentLines)
  }

  /// Closes the books: sums, metrics, gates.
  ///
  /// - Throws: `stage` where a sum does not close.
  func close(_ plan: Plan, pairs: Int, unpaired: Int) throws(PipelineError) {
    report.pairs = pairs
    report.unpaired = unpaired
    try checkSums(pairs: pairs)
    measure()
    report.gates = plan.gates.filter { gate in report.metrics[gate.metric] != nil || isMeasured(gate) }
      .map { gate in
        let value = report.metrics[gate.metric]
        let passed =
          value.map { $0 >= gate.minimum ?? -.infinity && $0 <= gate.maximum ?? .infinity } ?? false
        return RunReport.GateResult(gate: gate, value: value, passed: passed)
      }
  }

  /// Whether the run has the stage that a gate's figure comes from; `--until` may leave it out.
  private func isMeasured(_ gate: Gate) -> Bool {
    gate.metric.stage == nil || stageTypes.contains(gate.metric.stage ?? "")
  }

  /// The names of the stages' types, set by the runner, which knows them.
  var stageTypes: [String] = []

  private func checkSums(pairs: Int) throws(PipelineError) {
    var previous: RunReport.StageTally?
    for tally in report.stages {
      let expected = previous?.output ?? pairs
      guard tally.input == expected, tally.missing == 0 else {
        throw PipelineError(
          .stage, at: Place(file: "stage '\(tally.id)'"),
          "the sums do not close: \(expected) came from the stage before, \(tally.input) went in, "
            + "\(tally.output) came out, \(tally.missing) are missing; this is a fault of the program")
      }
      previous = tally
    }
  }

  private func measure() {
    func share(_ part: Int, of whole: Int) -> Double? {
      whole > 0 ? Double(part) / Double(whole) : nil
    }
    var metrics: [Metric: Double] = [:]
    metrics[.documents] = Double(report.pairs)
    metrics[.failedDocuments] = Double(report.quarantined.count)
    metrics[.unpairedDocuments] = Double(report.unpaired)
    metrics[.coverageOfSource] = share(alignment.covered.source, of: alignment.sentences.source)
    metrics[.coverageOfTarget] = share(alignment.covered.target, of: alignment.sentences.target)
    if alignment.beads > 0 {
      metrics[.meanScore] = alignment.scores / Double(alignment.beads)
    }
    for (metric, name) in [(Metric.filterKept, "filter"), (.deduplicateKept, "deduplicate")] {
      let tallies = zip(report.stages.dropFirst(), stageTypes).filter { $0.1 == name }.map(\.0)
      guard let first = tallies.first else { continue }
      let rejected = tallies.reduce(0) { $0 + $1.rejected.values.reduce(0, +) }
      metrics[metric] = share(first.input - rejected, of: first.input)
    }
    if let exported = zip(report.stages.dropFirst(), stageTypes).last(where: { $0.1 == "export" }) {
      metrics[.exportedUnits] = Double(exported.0.output)
    }
    report.metrics = metrics
  }

  /// Notes what a stage wrote.
  func note(_ visitor: VisitorReport, step: Int) {
    report.stages[step].visitor = visitor
    report.files += visitor.files
  }

  /// Puts the files of rejected beads and of the quarantine in place.
  ///
  /// - Throws: `unwritable`.
  func commit() throws(PipelineError) {
    do {
      try rejected.take()?.commit()
      try quarantine.take()?.commit()
    } catch {
      throw PipelineError(.unwritable, at: Place(file: error.place), error.message)
    }
    report.files += [RunFile.rejected.rawValue, RunFile.quarantine.rawValue]
  }

  /// Notes how long the run took.
  func note(seconds: Double) {
    report.seconds = seconds
    report.files.append(RunFile.manifest.rawValue)
  }
}

internal import CotejoICU
internal import CotejoText

/// What went into a run, what was done and what came out: `manifest.json`.
///
/// Everything but the value of `run` is the same for the same input, plan and program: times, jobs
/// and folders stand there alone.
struct Manifest {
  let plan: Plan
  let inputs: [RunInput]
  let graph: RunGraph
  let lineage: StageLineage
  let options: RunOptions
  let report: RunReport
  let startTime: String
  let seconds: Double

  /// Writes the manifest; the files that it lists must be in place.
  ///
  /// - Parameters:
  ///   - documentLines: An object for each pair.
  ///   - context: Where the run writes.
  /// - Returns: Those files with their hashes.
  /// - Throws: `unwritable`, or `stage` where a file that was just written cannot be read back.
  func write(
    _ documentLines: borrowing SpilledLines, in context: RunContext
  ) async throws(PipelineError) -> [CompletedRun.File] {
    let all = try await FileDigest.all(of: report.files.map(context.path))
    let digests = zip(report.files, all).map { (path: $0, digest: $1) }
    let bytes = value(digests, hasDocuments: !documentLines.isEmpty).pretty()
    do {
      var file = try OutputFile(path: context.path(of: RunFile.manifest.rawValue))
      let parts = bytes.split(
        separator: Self.placeOfDocuments, maxSplits: 1, omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() {
        if number > 0 { try documentLines.read { file.write($0) } }
        file.write(part.span)
      }
      try file.commit()
    } catch {
      throw PipelineError(unwritable: error)
    }
    return digests.map { CompletedRun.File(path: $0.path, hash: $0.digest.hash.description) }
  }

  /// Stands for the lines of documents, which are written where they lie: no string of JSON has it.
  private static let placeOfDocuments: UInt8 = 0

  private func value(
    _ digests: [(path: String, digest: FileDigest)], hasDocuments: Bool
  ) -> JSONValue {
    .object([
      (
        "program",
        .object([
          ("cotejo", .string(options.version)), ("schema", .integer(pipelineSchemaVersion)),
          ("icu", .string(ICUVersion.library)), ("unicode", .string(ICUVersion.unicode)),
        ])
      ),
      ("pipeline", .string(plan.name)),
      (
        "languages",
        .object([
          ("source", .string(plan.source.description)),
          ("target", .string(plan.target.description)),
        ])
      ),
      ("inputs", .array(zip(inputs, lineage.base.transcripts).map(input))),
      ("stages", .array((1..<graph.stepCount).map(stage))),
      ("read", tally(report.stages[0])),
      (
        "metrics",
        .object(
          Metric.allCases.compactMap { metric in
            report.metrics[metric].map { (metric.rawValue, .number($0)) }
          })
      ),
      ("checks", .array(report.gates.map(gate))),
      ("lexicons", .array(lineage.lexicons)),
      ("documents", .rawArray(hasDocuments ? [Self.placeOfDocuments] : [])),
      ("outputs", .array(digests.map(output))),
      (
        "run",
        .object([
          ("started", .string(startTime)),
          ("seconds", .number((seconds * 1000).rounded() / 1000)),
          ("jobs", .integer(options.jobs)), ("output", .string(options.folder)),
          ("stored", .object(stored)),
          ("pipeline", .string(plan.file)),
          (
            "corpora",
            .object(inputs.map { ($0.plan.name, .string($0.corpus.folder)) })
          ),
        ])
      ),
    ])
  }

  private func input(_ input: RunInput, _ transcripts: InputTranscripts) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .string(input.plan.name)),
      ("layout", .string(input.corpus.layout.rawValue)),
      ("charset", .string(input.plan.charset)),
      ("pairs", .integer(input.corpus.pairs.count)),
      (
        "unpaired",
        .array(
          input.corpus.unpaired.map {
            .object([
              ("path", .string($0.path)), ("language", .string($0.language.description)),
            ])
          })
      ),
      (
        "ignored",
        .array(
          input.corpus.ignored.map {
            .object([("path", .string($0.path)), ("reason", .string($0.reason))])
          })
      ),
    ]
    if let licence = input.plan.licence { members.append(("licence", .string(licence))) }
    if let origin = input.plan.origin { members.append(("source", .string(origin))) }
    if !input.corpus.notices.isEmpty {
      members.append(("notices", .names(input.corpus.notices)))
    }
    if input.plan.transcripts != nil {
      members.append(
        (
          "transcripts",
          .array(
            transcripts.records.map {
              .object([
                ("path", .string($0.path)), ("sha256", .string($0.hash.description)),
                ("bytes", .integer($0.bytes)), ("charset", .string($0.charset)),
              ])
            })
        ))
    }
    if let match = input.plan.match {
      var rule: [(key: String, value: JSONValue)] = [
        ("by", .array(match.criteria.map { .string($0.rawValue) }))
      ]
      if match.criteria.contains(.date) { rule.append(("window", .string("\(match.window)d"))) }
      members.append(("match", .object(rule)))
    }
    if !input.plan.speakers.isEmpty {
      let languages = input.plan.speakers.map { ($0.name, JSONValue.string("\($0.language)")) }
      members.append(("speakers", .object(languages)))
    }
    return .object(members)
  }

  private func stage(_ step: Int) -> JSONValue {
    let planned = graph.stage(of: step)
    let tally = report.stages[step]
    let type = type(of: planned.stage)
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(planned.id)), ("uses", .string(type.name)),
      ("version", .integer(type.version)),
      ("fingerprint", .string(lineage.manifestFingerprint(of: step))),
      (
        "parameters",
        .object(planned.stage.values.sorted.map { ($0.name, JSONValue($0.value)) })
      ),
      ("counts", self.tally(tally)),
    ]
    if let visitor = tally.visitor, let written = visitor.written {
      members.append(
        (
          "written",
          .object([
            ("files", .array(visitor.files.map { .string($0) })), ("units", .integer(written)),
            ("leftOut", .integer(visitor.leftOut)),
            ("replacedCharacters", .integer(visitor.replacedCharacters)),
          ])
        ))
    }
    return .object(members)
  }

  /// How many results of each stage were at hand.
  private var stored: [(key: String, value: JSONValue)] {
    (1..<graph.stepCount).compactMap { step in
      graph.stage(of: step).stage is any DocumentStage
        ? (graph.stage(of: step).id, .integer(report.stages[step].stored)) : nil
    }
  }

  private func tally(_ tally: RunReport.StageTally) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("reads", .string(tally.reads.rawValue)), ("in", .integer(tally.input)),
      ("writes", .string(tally.writes.rawValue)), ("out", .integer(tally.output)),
    ]
    if !tally.rejected.isEmpty { members.append(("rejected", .counts(tally.rejected))) }
    if !tally.quarantined.isEmpty { members.append(("quarantined", .counts(tally.quarantined))) }
    return .object(members)
  }

  private func gate(_ result: RunReport.GateResult) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("metric", .string(result.gate.metric.rawValue)), ("value", .optional(result.value)),
    ]
    if let minimum = result.gate.minimum { members.append(("minimum", .number(minimum))) }
    if let maximum = result.gate.maximum { members.append(("maximum", .number(maximum))) }
    members.append(("passed", .boolean(result.passed)))
    return .object(members)
  }

  private func output(_ path: String, _ digest: FileDigest) -> JSONValue {
    .object([
      ("path", .string(path)), ("sha256", .string(digest.hash.description)),
      ("bytes", .integer(digest.bytes)),
    ])
  }
}

internal import CotejoICU
internal import CotejoText

/// A run that was completed: what it reported, and the files that it left.
///
/// Kept in the store under a key of all that the output depends on and of the manifest, which says when
/// and where the run was. A run that would do the same again need only look whether the files beside the
/// same manifest are still as they were.
struct CompletedRun {
  /// A file below the output folder.
  struct File {
    let path: String
    let hash: String
  }

  var report: RunReport
  /// All but the manifest.
  var files: [File]

  /// The version of the record.
  private static let version = 2

  /// Whether all files are as the run left them.
  func isIntact(in context: RunContext) async -> Bool {
    let found = try? await FileDigest.all(of: files.map { context.path(of: $0.path) })
    return found?.map(\.hash.description) == files.map(\.hash)
  }

  /// The key of the record of a run.
  ///
  /// - Parameters:
  ///   - run: The key of the run.
  ///   - context: Where its manifest stands.
  /// - Returns: A key for what stands there now; nil where there is no manifest.
  static func recordKey(of run: ResultKey, in context: RunContext) -> ResultKey? {
    let path = context.path(of: RunFile.manifest.rawValue)
    guard let manifest = try? FileDigest(of: path) else { return nil }
    return ResultKey(SHA256.hash(Array("record \(run) \(manifest.hash)".utf8)))
  }

  /// The key of a run.
  ///
  /// - Parameters:
  ///   - runner: The run.
  ///   - lineage: What its stages go by, with what all barriers concluded.
  ///   - prints: What all pairs hold.
  /// - Returns: A key that a run has which would leave the same files.
  static func key(
    of runner: PipelineRunner, _ lineage: StageLineage, _ prints: [PairPrint?]
  ) -> ResultKey {
    var hash = SHA256()
    func add(_ part: String) { hash.update("\(part.utf8.count):\(part)".utf8Span.span) }
    let plan = runner.plan
    add("run \(version)")
    add(runner.options.version)
    add(ICUVersion.library)
    add(plan.name)
    for step in 1..<runner.graph.stepCount {
      add(runner.graph.stage(of: step).id)
      add(String(runner.graph.origin(of: step)))
      add(lineage.manifestFingerprint(of: step))
    }
    for gate in plan.gates {
      add(gate.metric.rawValue)
      for bound in [gate.minimum, gate.maximum] { add(bound.map { "\($0)" } ?? "none") }
    }
    for input in runner.inputs {
      add("\(input.plan.name) \(input.corpus.layout.rawValue) \(input.plan.charset)")
      // They change no result, but the manifest.
      for words in [input.plan.licence, input.plan.origin] { add(words ?? "") }
      for unpaired in input.corpus.unpaired { add("\(unpaired.path) \(unpaired.language)") }
      for ignored in input.corpus.ignored { add("\(ignored.path) \(ignored.reason)") }
    }
    for (pair, print) in zip(runner.pairs, prints) {
      add(pair.pair.id)
      add(pair.pair.source ?? "")
      add(pair.pair.target)
      for attribute in pair.pair.attributes { add("\(attribute.name)=\(attribute.value)") }
      add(print.map { "\($0.source?.description ?? "") \($0.target)" } ?? "unreadable")
    }
    return ResultKey(hash.finish())
  }

  /// The run as bytes; nil for one that does not stand for the next: what was faulty may be right then.
  var encoded: [UInt8]? {
    guard report.quarantined.isEmpty, report.unreadTranscripts.isEmpty else { return nil }
    var writer = ResultWriter()
    writer.append(count: files.count)
    for file in files {
      writer.append(file.path)
      writer.append(file.hash)
    }
    for number in [report.pairs, report.articles, report.transcripts, report.unpaired] {
      writer.append(count: number)
    }
    writer.append(count: report.stages.count)
    for stage in report.stages { Self.append(stage, to: &writer) }
    writer.append(count: report.metrics.count)
    for (metric, value) in report.metrics.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      writer.append(metric.rawValue)
      writer.append(value)
    }
    Self.append(report.repairs, to: &writer)
    writer.append(count: report.files.count)
    for file in report.files { writer.append(file) }
    return writer.bytes
  }

  private static func append(_ stage: RunReport.StageTally, to writer: inout ResultWriter) {
    writer.append(stage.id)
    writer.append(stage.uses)
    writer.append(stage.reads.rawValue)
    writer.append(stage.writes.rawValue)
    writer.append(count: stage.input)
    writer.append(count: stage.output)
    append(stage.rejected, to: &writer)
    writer.append(byte: stage.visitor == nil ? 0 : 1)
    guard let visitor = stage.visitor else { return }
    writer.append(count: visitor.files.count)
    for file in visitor.files { writer.append(file) }
    writer.append(signed: visitor.written ?? -1)
    writer.append(count: visitor.leftOut)
    writer.append(count: visitor.replacedCharacters)
  }

  private static func append(_ counts: [String: Int], to writer: inout ResultWriter) {
    writer.append(count: counts.count)
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      writer.append(name)
      writer.append(count: count)
    }
  }

  /// Takes a run and the files that it left, without the manifest.
  init(_ report: RunReport, files: [File]) {
    self.report = report
    self.files = files
  }

  /// Reads what `encoded` gave.
  ///
  /// - Throws: `ResultDamage` for anything else.
  init(_ bytes: [UInt8], gates: [Gate]) throws(ResultDamage) {
    var reader = ResultReader(bytes)
    report = RunReport()
    files = []
    for _ in 0..<(try reader.count(ofAtLeast: 2)) {
      files.append(File(path: try reader.string(), hash: try reader.string()))
    }
    report.pairs = try reader.count()
    report.articles = try reader.count()
    report.transcripts = try reader.count()
    report.unpaired = try reader.count()
    for _ in 0..<(try reader.count(ofAtLeast: 8)) {
      report.stages.append(try Self.stage(&reader))
    }
    for _ in 0..<(try reader.count(ofAtLeast: 9)) {
      guard let metric = Metric(rawValue: try reader.string()) else {
        throw reader.damage("an unknown metric")
      }
      report.metrics[metric] = Double(bitPattern: try reader.littleEndian(UInt64.self))
    }
    report.repairs = try Self.counts(&reader)
    for _ in 0..<(try reader.count(ofAtLeast: 1)) { report.files.append(try reader.string()) }
    try reader.finish()
    report.hold(against: gates)
    report.isUnchanged = true
  }

  private static func stage(
    _ reader: inout ResultReader
  ) throws(ResultDamage) -> RunReport.StageTally {
    var stage = RunReport.StageTally(id: try reader.string(), uses: try reader.string())
    guard let reads = Material(rawValue: try reader.string()),
      let writes = Material(rawValue: try reader.string())
    else { throw reader.damage("an unknown material") }
    stage.reads = reads
    stage.writes = writes
    stage.input = try reader.count()
    stage.output = try reader.count()
    stage.rejected = try counts(&reader)
    guard try reader.flag() else { return stage }
    var visitor = VisitorReport()
    for _ in 0..<(try reader.count(ofAtLeast: 1)) { visitor.files.append(try reader.string()) }
    let written = try reader.signed()
    visitor.written = written < 0 ? nil : written
    visitor.leftOut = try reader.count()
    visitor.replacedCharacters = try reader.count()
    stage.visitor = visitor
    return stage
  }

  private static func counts(_ reader: inout ResultReader) throws(ResultDamage) -> [String: Int] {
    var counts: [String: Int] = [:]
    for _ in 0..<(try reader.count(ofAtLeast: 2)) {
      counts[try reader.string()] = try reader.count()
    }
    return counts
  }
}

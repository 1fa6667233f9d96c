import ArgumentParser
import Cotejo

/// `cotejo run`: runs a pipeline over its documents.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract:
      "Run a pipeline: from folders of documents to aligned pairs of sentences or quotations.",
    discussion: """
      Files take their names when the run is complete, manifest.json last. rejected.jsonl holds the \
      beads that a stage rejected, with the reason, and the quotations that were not found; \
      quarantine.jsonl the documents that could not be read. Where articles have many transcripts, an \
      index of them is kept in the user's cache folder. Exit codes: 0 fine; 1 a check failed, or \
      there is nothing to export; 2 usage or configuration; 3 an input cannot be read (documents in \
      quarantine count, unless a check on documents.failed or transcripts.failed allows them; the \
      rest is done all the same); 4 a stage failed or a file cannot be written; 130 and 143 \
      interrupted.
      """
  )

  @OptionGroup var options: PlanOptions

  @OptionGroup var jobs: JobsOption

  @OptionGroup var memory: MemoryOption

  @OptionGroup var cache: CacheOption

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  func run() async throws {
    let plan = try options.plan()
    let inputs = try options.inputs(of: plan)
    warn(of: inputs)
    let folder = options.folder(for: plan)
    if dryRun {
      try print(PlanText.lines(plan, inputs, until: options.until, folder: folder))
      return
    }
    let runner = try PipelineRunner(
      plan: plan, inputs: inputs,
      options: RunOptions(
        folder: folder, until: options.until, jobs: jobs.count, memory: memory.memory,
        version: Cotejo.configuration.version, resultFolder: cache.folder))
    Interruption.install()
    var isHeld = true
    var display = quiet ? nil : ProgressDisplay()
    let report: RunReport
    do {
      report = try await runner.run { progress in
        let mustGoOn = progress.phase == .opening || progress.phase == .finishing
        if mustGoOn != isHeld {
          if mustGoOn { Interruption.hold() } else { Interruption.release() }
          isHeld = mustGoOn
        }
        display?.show(progress)
      }
    } catch {
      display?.clear()
      throw error
    }
    display?.clear()
    Diagnostics.print(report.notices)
    if !quiet { try print(RunSummary.lines(report, folder: folder)) }
    try conclude(report, plan)
  }

  private func warn(of inputs: [RunInput]) {
    for input in inputs where input.plan.unpaired == .warn {
      let shown = 20
      var lines = input.corpus.unpaired.prefix(shown).map {
        "\(input.corpus.path(of: $0.path)): warning: no partner for this document in '\($0.language)'"
      }
      let more = input.corpus.unpaired.count - shown
      if more > 0 {
        lines.append("\(input.corpus.folder): warning: and \(more) more without a partner")
      }
      Diagnostics.print(lines)
    }
  }

  private func print(_ lines: [String]) throws(Output.Failure) {
    var output = Output()
    for line in lines { try output.write(line + "\n") }
    try output.flush()
  }

  /// Ends with the exit code that the report calls for.
  private func conclude(_ report: RunReport, _ plan: Plan) throws(Failure) {
    Diagnostics.print(RunSummary.quarantine(report))
    var lines: [String] = []
    for gate in report.gates where !gate.passed {
      let value = gate.value.map { Figure.text($0) } ?? "nothing to measure"
      lines.append(
        "\(plan.file): error: check failed: \(RunSummary.text(gate.gate)), it is \(value)")
    }
    let decides = Set(plan.gates.map(\.metric))
    if !report.explanation.isEmpty {
      let text = ["\(plan.file): error: there is nothing to export"] + report.explanation
      lines.append(text.joined(separator: "\n  "))
    }
    let failed = report.quarantined.count
    var unread: [String] = []
    if failed > 0, !decides.contains(.failedDocuments) {
      unread.append("\(failed) of \(report.pairs) pairs went to quarantine")
    }
    let missing = report.unreadTranscripts.count
    if missing > 0, !decides.contains(.failedTranscripts) {
      unread.append("\(missing) of \(missing + report.transcripts) transcripts cannot be read")
    }
    if !unread.isEmpty {
      let text = unread.joined(separator: ", ")
      lines.append("\(plan.file): error: \(text); the others are done")
      throw Failure(.unreadableInput, lines)
    }
    if !lines.isEmpty { throw Failure(.findings, lines) }
  }
}

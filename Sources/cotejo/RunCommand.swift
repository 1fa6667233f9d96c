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
      quarantine.jsonl the documents that could not be read; messages.jsonl what programs of stages \
      'exec' wrote to standard error. Where articles have many transcripts, an index of them is kept \
      in the user's cache folder.

      What stages make of documents is kept in the cache: a run that was stopped goes on from there, \
      and one that would change nothing does nothing. 'cotejo plan' tells what a run would do, 'cotejo \
      clean' what the cache holds.

      Exit codes: 0 fine; 1 a check failed, or there is nothing to export; 2 usage or configuration; 3 \
      an input cannot be read (documents in quarantine count, unless a check on documents.failed or \
      transcripts.failed allows them; the rest is done all the same); 4 a stage failed or a file \
      cannot be written; 130 and 143 interrupted.
      """
  )

  @OptionGroup var options: PlanOptions

  @OptionGroup var jobs: JobsOption

  @OptionGroup var memory: MemoryOption

  @OptionGroup var cache: CacheOption

  @Option(
    help: ArgumentHelp(
      "Do a part of the documents alone, every n-th from the i-th; 'cotejo merge' puts all parts "
        + "together.", valueName: "i/n"),
    transform: RunCommand.shard)
  var shard: Shard?

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "What a document that cannot be read or aligned does: end the run, or go to quarantine (the "
        + "default)."))
  var faults = Faults.keepGoing

  @OptionGroup var progress: ProgressOption

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: "Tell on standard error what was done with each document, a line each.")
  var verbose = false

  /// What becomes of a run where a document is faulty.
  enum Faults: EnumerableFlag {
    case keepGoing
    case failFast
  }

  /// Reads `2/8`.
  private static func shard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError("'\(text)' is no shard such as 2/8.")
    }
    return shard
  }

  func run() async throws {
    let plan = try options.plan()
    let inputs = try options.inputs(of: plan)
    warn(of: inputs)
    let folder = options.folder(for: plan)
    if dryRun {
      try Output.print(PlanText.lines(plan, inputs, until: options.until, folder: folder))
      return
    }
    let runOptions = RunOptions(
      folder: folder, until: options.until, jobs: jobs.count, memory: memory.memory,
      version: Cotejo.configuration.version, resultFolder: cache.folder,
      needsResults: cache.cache != nil, failsFast: faults == .failFast)
    let runner = try PipelineRunner(plan: plan, inputs: inputs, options: runOptions)
    guard let shard else {
      let report = try await RunSession(progress: progress.style(isQuiet: quiet || verbose)).report
      {
        (progress) throws(PipelineError) in
        try await runner.run(progress, log: { if verbose { Diagnostics.write($0.line + "\n") } })
      }
      Diagnostics.print(report.notices)
      if !quiet { try Output.print(RunSummary.lines(report, folder: folder)) }
      try RunConclusion.conclude(report, plan)
      return
    }
    let arguments = options.arguments
    let report = try await RunSession(progress: progress.style(isQuiet: quiet)).report {
      (progress) throws(PipelineError) in
      try await runner.run(shard, arguments: arguments, progress)
    }
    Diagnostics.print(report.notices)
    if !quiet { try Output.print(RunSummary.lines(report, of: shard, folder: folder)) }
    try RunConclusion.conclude(report, plan, isShard: true)
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
}

import ArgumentParser
import Cotejo

/// `cotejo merge`: the outputs of all shards of a run as one.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the shards of a run together: the same files as the run in one.",
    discussion: """
      The folders are the outputs of 'cotejo run … --shard 1/n' to 'n/n', in any order: each once, all \
      of one run. The documents are read once more, so they and the pipeline must be where they were, \
      seen from the folder that this is called in; what the stages made of them is taken from the \
      shards. Exit codes are those of 'run'.
      """
  )

  @Argument(help: ArgumentHelp("The output folders of the shards.", valueName: "shard"))
  var shards: [String]

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  @OptionGroup var jobs: JobsOption

  @OptionGroup var memory: MemoryOption

  @OptionGroup var progress: ProgressOption

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  func run() async throws {
    var records: [ShardRecord] = []
    for folder in shards { records.append(try ShardRecord(in: folder)) }
    try ShardRecord.check(records)
    let version = Cotejo.configuration.version
    guard let first = records.first else { return }
    guard first.version == version else {
      throw Failure(
        .unreadableInput,
        ["\(first.folder): error: was made by version \(first.version), and this is \(version)"])
    }
    let options: PlanOptions
    do {
      options = try PlanOptions.parse(first.arguments + ["--output", output])
    } catch {
      // Also '--help', which would end well with nothing merged.
      throw Failure(
        .unreadableInput, ["\(first.folder): error: no run has the arguments that its record holds"]
      )
    }
    let plan = try options.plan()
    let inputs = try options.inputs(of: plan)
    var runOptions = RunOptions(
      folder: output, until: options.until, jobs: jobs.count, memory: memory.memory,
      version: version)
    runOptions.shards = records
    let runner = try PipelineRunner(plan: plan, inputs: inputs, options: runOptions)
    let report = try await RunSession(progress: progress.style(isQuiet: quiet)).report {
      (progress) throws(PipelineError) in try await runner.run(progress)
    }
    Diagnostics.print(report.notices)
    if !quiet { try Output.print(RunSummary.lines(report, folder: output)) }
    try RunConclusion.conclude(report, plan)
  }
}

import ArgumentParser
import Cotejo

/// `cotejo plan`: what a run would do; nothing is written.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "Show what a pipeline would do: its documents, its stages, what is done already.",
    discussion: """
      Everything is checked as for a run, and nothing is written. For each stage is said how many \
      documents have a result in the cache, which run, and because of what. These are the stages and what can \
      stand in their 'with':

      \(StageCatalog.listing.joined(separator: "\n"))

      These are the figures that 'checks' can set a 'minimum' and a 'maximum' for:

      \(Metric.listing.joined(separator: "\n"))
      """
  )

  @OptionGroup var options: PlanOptions

  @OptionGroup var jobs: JobsOption

  @OptionGroup var cache: CacheOption

  @Flag(help: "List what is done with each document, not a few of each stage alone.")
  var documents = false

  func run() async throws {
    var output = Output()
    let plan = try options.plan()
    let inputs = try options.inputs(of: plan)
    let folder = options.folder(for: plan)
    let runner = try PipelineRunner(
      plan: plan, inputs: inputs,
      options: RunOptions(
        folder: folder, until: options.until, jobs: jobs.count,
        version: Cotejo.configuration.version, resultFolder: cache.folder))
    let forecast = try await runner.forecast()
    var lines = PlanText.lines(plan, inputs, until: options.until, folder: folder)
    lines += ForecastText.lines(forecast, cache: cache.folder, isWhole: documents)
    for line in lines { try output.write(line + "\n") }
    try output.flush()
  }
}

/// A plan as people read it.
enum PlanText {
  /// The lines that tell inputs, stages, checks and files of a plan.
  static func lines(
    _ plan: Plan, _ inputs: [RunInput], until: String?, folder: String
  ) -> [String] {
    var lines = ["\(plan.name): \(plan.source) → \(plan.target) (\(plan.file))", "inputs"]
    for input in inputs {
      let corpus = input.corpus
      let documents =
        corpus.layout == .articles
        ? "\(corpus.pairs.count) articles, \(corpus.transcripts.count) transcripts"
          + (input.plan.match.map { " matched \($0)" } ?? "")
        : "\(corpus.pairs.count) pairs, \(corpus.unpaired.count) documents without a partner"
      lines.append(
        "  \(input.plan.name): \(corpus.folder), layout \(corpus.layout.rawValue), \(documents), "
          + "\(corpus.ignored.count) files ignored")
    }
    lines.append("stages")
    let done = (try? plan.stages(until: until)) ?? plan.stages
    for (index, planned) in plan.stages.enumerated() {
      lines += omitted(plan, before: index)
      let note = index < done.count ? "" : "   left out: --until"
      lines.append("  \(index + 1) \(name(planned.id, planned.stage))\(note)")
      lines += details(planned, at: index, in: plan)
    }
    lines += omitted(plan, before: plan.stages.count)
    if !plan.gates.isEmpty { lines.append("checks") }
    for gate in plan.gates {
      lines.append("  " + RunSummary.text(gate))
    }
    lines.append("output: \(folder)")
    return lines
  }

  /// `cut (segment): what it does`.
  private static func name(_ id: String, _ stage: any Stage) -> String {
    let type = type(of: stage)
    let isNamed = id.prefix { $0 != "(" } != type.name
    return (isNamed ? "\(id) (\(type.name))" : id) + ": \(type.summary)"
  }

  /// The stages that `if` leaves out and that would stand before the one at a position.
  private static func omitted(_ plan: Plan, before position: Int) -> [String] {
    plan.omitted.filter { $0.position == position }
      .map { "  - \(name($0.id, $0.stage))   left out: if" }
  }

  /// What a stage reads, if that is not what stands before it; the values of matrices that its id
  /// does not tell; its parameters.
  private static func details(_ planned: PlannedStage, at index: Int, in plan: Plan) -> [String] {
    var lines: [String] = []
    switch planned.origin {
    case .inputs(let inputs) where index > 0 || inputs.count < plan.inputs.count:
      lines.append(
        "reads " + inputs.map { "input '\(plan.inputs[$0].name)'" }.joined(separator: ", "))
    case .stage(let before) where before != index - 1:
      lines.append("reads \(before + 1) \(plan.stages[before].id)")
    default: break
    }
    let label = planned.id.dropFirst(planned.entryID.count)
    if !planned.matrix.allSatisfy({ label.contains($0.description) }) {
      lines.append("matrix " + planned.matrix.map(\.description).joined(separator: " "))
    }
    let values = planned.stage.values.sorted.filter {
      $0.value != .none && $0.value != .integer(.max)
    }
    if !values.isEmpty {
      lines.append(values.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
    }
    return lines.map { "      \($0)" }
  }
}

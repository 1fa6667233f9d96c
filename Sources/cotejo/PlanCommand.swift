import ArgumentParser
import Cotejo

/// `cotejo plan`: what a run would do; nothing is written.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what a pipeline would do: its documents, its stages with all parameters.",
    discussion: """
      Everything is checked as for a run, and nothing is written. These are the stages and what can \
      stand in their 'with':

      \(StageCatalog.listing.joined(separator: "\n"))
      """
  )

  @OptionGroup var options: PlanOptions

  func run() throws {
    var output = Output()
    let plan = try options.plan()
    let inputs = try options.inputs(of: plan)
    for line in PlanText.lines(
      plan, inputs, until: options.until, folder: options.folder(for: plan))
    {
      try output.write(line + "\n")
    }
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
        : "\(corpus.pairs.count) pairs, \(corpus.unpaired.count) documents without a partner"
      lines.append(
        "  \(input.plan.name): \(corpus.folder), layout \(corpus.layout.rawValue), \(documents), "
          + "\(corpus.ignored.count) files ignored")
    }
    lines.append("stages")
    let done = (try? plan.stages(until: until)) ?? plan.stages
    for (index, planned) in plan.stages.enumerated() {
      let type = type(of: planned.stage)
      let name = planned.id == type.name ? planned.id : "\(planned.id) (\(type.name))"
      let note = index < done.count ? "" : "   left out: --until"
      lines.append("  \(index + 1) \(name): \(type.summary)\(note)")
      let values = planned.stage.values.sorted.filter {
        $0.value != .none && $0.value != .integer(.max)
      }
      if !values.isEmpty {
        lines.append(
          "      " + values.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
      }
    }
    if !plan.gates.isEmpty { lines.append("checks") }
    for gate in plan.gates {
      lines.append("  " + RunSummary.text(gate))
    }
    lines.append("output: \(folder)")
    return lines
  }
}

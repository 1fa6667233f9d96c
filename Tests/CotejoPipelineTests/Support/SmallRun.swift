import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

/// A run over a small corpus in a folder of its own, with a cache beside it.
struct SmallRun {
  let folder = TemporaryFolder()

  /// A pipeline of some stages, each a line of a flow mapping's inside.
  static func pipeline(_ stages: [String]) -> String {
    Plans.head + "stages:\n" + stages.map { "  - {\($0)}\n" }.joined()
  }

  /// From texts to a table.
  static let stages = [
    "uses: segment", "uses: align", "uses: filter, with: {minimumScore: 0.01}",
    "uses: deduplicate", "uses: export, with: {to: pairs.tsv}",
  ]

  /// Makes documents that render each other.
  init(pairs: Int = 6) {
    for number in 0..<pairs {
      folder.write(
        "El \(number) de marzo llegó Ana Ruiz. Trajo \(number + 20) libros. ¿Quién los leyó?\n",
        to: "corpus/es/d\(number).txt")
      folder.write(
        "On March \(number) Ana Ruiz came. She brought \(number + 20) books. Who read them?\n",
        to: "corpus/en/d\(number).txt")
    }
  }

  /// Prepares a run; `settings` change its options.
  func runner(
    _ text: String = pipeline(stages), corpus: String = "corpus", output: String = "out",
    cache: String? = "cache", _ settings: (inout RunOptions) -> Void = { _ in }
  ) throws -> PipelineRunner {
    let corpus = "\(folder.path)/\(corpus)"
    let reading = PlanReader.read(Array(text.utf8), file: "p.yml", corpora: [(nil, corpus)])
    let plan = try #require(reading.plan, "\(reading.problems)")
    let found = CorpusReader(source: plan.source, target: plan.target).read(corpus)
    let input = RunInput(plan: plan.inputs[0], corpus: try #require(found.corpus))
    var options = RunOptions(
      folder: "\(folder.path)/\(output)", jobs: 2, version: "9.9",
      resultFolder: cache.map { "\(folder.path)/\($0)" })
    settings(&options)
    return try PipelineRunner(plan: plan, inputs: [input], options: options)
  }

  /// Runs it.
  func run(
    _ text: String = pipeline(stages), corpus: String = "corpus", output: String = "out",
    cache: String? = "cache", _ settings: (inout RunOptions) -> Void = { _ in }
  ) async throws -> RunReport {
    try await runner(text, corpus: corpus, output: output, cache: cache, settings).run()
  }

  /// The manifest without what differs from run to run.
  func manifest(_ output: String = "out") -> Substring {
    let text = folder.text("\(output)/manifest.json")
    return text.firstRange(of: "\n  \"run\"").map { text[..<$0.lowerBound] } ?? text[...]
  }
}

extension RunReport {
  /// How many results of each stage were at hand, by its id.
  var stored: [String: Int] {
    Dictionary(uniqueKeysWithValues: stages.map { ($0.id, $0.stored) }).filter { $0.value > 0 }
  }
}

import CotejoTestSupport
import Foundation

/// How often the trials that go by chance are made.
enum Trials {
  /// Some, for every change; `COTEJO_TRIALS=200` makes the number that a release stands for.
  static let count =
    ProcessInfo.processInfo.environment["COTEJO_TRIALS"].flatMap { Int($0) } ?? 6

  /// A generator for a trial, the same in every run.
  static func generator(_ seed: UInt64) -> SeededGenerator { SeededGenerator(seed: seed) }

  /// Instants of a span of time, in seconds: the first in its first milliseconds, the others by chance
  /// in each of equal parts of it.
  static func instants(in span: Double, seed: UInt64) -> [Double] {
    var generator = generator(seed)
    return (0..<count).map { trial in
      if trial == 0 { return .random(in: 0...0.005, using: &generator) }
      return (Double(trial) + .random(in: 0...1, using: &generator)) / Double(count) * span
    }
  }
}

/// A pipeline of all kinds of stages, and corpora that it takes a while for.
enum TrialCorpus {
  /// Its file is `trial.yml`; it reads `corpus`.
  static let pipeline = """
    cotejo: 1
    name: trial
    languages: {source: es, target: en}
    inputs:
      documents: {corpus: corpus}
    stages:
      - uses: normalize
      - uses: segment
      - uses: learn
      - uses: align
      - uses: filter
      - {uses: deduplicate, with: {near: 0.9}}
      - {uses: export, with: {to: pairs.tmx}}
      - {uses: export, with: {to: tables/pairs.tsv.gz}}
      - {uses: export, with: {to: pairs.jsonl}}

    """

  /// Without the stage that must see all documents before any goes on.
  static let plain = pipeline.replacingOccurrences(of: "  - uses: learn\n", with: "")

  /// A workspace with the pipeline and some documents.
  static func workspace(
    pairs: Int, paragraphs: Int = 1, pipeline: String = pipeline
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: pairs, paragraphs: paragraphs)
    try workspace.write(pipeline, to: "trial.yml")
    return workspace
  }
}

extension Workspace {
  /// What the runs of the pipeline of trials leave in a folder.
  func outputs(in folder: String) throws -> RunFolder { try RunFolder("\(path)/\(folder)") }

  /// Runs the pipeline of trials.
  func trial(_ output: String, _ arguments: String...) throws -> Command.Result {
    try Command.run(
      ["run", "trial.yml", "--output", output, "--quiet"] + arguments, in: path)
  }

  /// Starts the pipeline of trials.
  func startTrial(
    _ output: String, _ arguments: String...
  ) throws -> (process: Process, output: URL, errors: URL) {
    try Command.start(
      ["run", "trial.yml", "--output", output, "--quiet"] + arguments, in: path)
  }

  /// Waits until something is so; at most a minute.
  func wait(until isReached: () -> Bool) {
    let deadline = Date().addingTimeInterval(60)
    while !isReached(), Date() < deadline { usleep(500) }
  }

  /// How many bytes the files in a folder have.
  func size(of folder: String) -> Int {
    files(in: folder).reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: "\(path)/\(folder)/\(name)")
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }
}

import Cotejo
import Foundation

/// What a run of a pipeline costs beyond its stages, in CPU seconds.
///
/// The stages by themselves, a run without a cache and a run whose cache is empty are done in turns, in
/// one process and with one job; the medians are compared.
struct RunnerOverhead {
  let bare: BareStages
  let rounds: Int

  /// Takes a pipeline file and how often each is done.
  init(pipeline file: String, rounds: Int) throws {
    bare = try BareStages(pipeline: file)
    self.rounds = max(1, rounds)
  }

  /// Measures and prints.
  func run() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cotejo-overhead-\(ProcessInfo.processInfo.processIdentifier)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var times: [(bare: Double, run: Double, cached: Double)] = []
    // The first round warms up and is not counted.
    for round in 0...rounds {
      let out = "\(folder)/\(round)"
      try FileManager.default.createDirectory(
        atPath: "\(out)/bare", withIntermediateDirectories: true)
      var start = processTime()
      try bare.run(into: "\(out)/bare")
      let bareTime = processTime() - start
      start = processTime()
      try await run(into: "\(out)/run", cache: nil)
      let runTime = processTime() - start
      start = processTime()
      try await run(into: "\(out)/cached", cache: "\(out)/cache")
      let cachedTime = processTime() - start
      if round > 0 { times.append((bareTime, runTime, cachedTime)) }
      try FileManager.default.removeItem(atPath: out)
    }
    let stages = median(times.map(\.bare))
    print("stages by themselves: \(rounded(stages)) CPU s, median of \(rounds)")
    print(line("run without a cache", times.map(\.run), of: times.map(\.bare)))
    print(line("run with an empty cache", times.map(\.cached), of: times.map(\.bare)))
  }

  private func run(into folder: String, cache: String?) async throws {
    let options = RunOptions(folder: folder, jobs: 1, version: "0", resultFolder: cache)
    _ = try await PipelineRunner(plan: bare.plan, inputs: [bare.input], options: options).run()
  }

  /// The median of some times and, round by round, what they are above others.
  private func line(_ title: String, _ times: [Double], of others: [Double]) -> String {
    let share = median(zip(times, others).map { $0 / $1 - 1 })
    return "\(title): \(rounded(median(times))) CPU s, \(rounded(100 * share)) % more"
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

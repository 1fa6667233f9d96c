import Cotejo

/// What a run would do, as people read it.
enum ForecastText {
  /// How many documents of a stage are named unless all are asked for.
  private static let shown = 5

  /// The lines that tell which results are at hand, and what runs because of what.
  static func lines(_ forecast: RunForecast, cache: String?, isWhole: Bool) -> [String] {
    var lines = ["work (cache: \(cache ?? "none"))"]
    for stage in forecast.stages {
      lines.append("  \(stage.id): \(summary(stage))")
      if stage.isBarrier { continue }
      let named = isWhole ? stage.runs[...] : stage.runs.prefix(shown)
      // What is true of all needs no names.
      guard isWhole || Set(stage.runs.map(\.reason)).count > 1 || stage.stored > 0 else { continue }
      lines += named.map { "    \(forecast.pairs[$0.pair]): \($0.reason.description)" }
      if named.count < stage.runs.count {
        lines.append("    … and \(stage.runs.count - named.count) more: --documents")
      }
    }
    for number in forecast.unreadable.prefix(isWhole ? .max : shown) {
      lines.append("  cannot be read: \(forecast.pairs[number])")
    }
    return lines
  }

  /// `297 from the cache, 3 run: 2 new, 1 es/a.txt changed`.
  private static func summary(_ stage: RunForecast.Stage) -> String {
    if stage.isBarrier {
      guard let (_, reason) = stage.runs.first else { return "from the cache" }
      return "runs over all documents: \(reason.description)"
    }
    var text = "\(stage.stored) from the cache"
    guard !stage.runs.isEmpty else { return text }
    text += ", \(stage.runs.count) run"
    var counts: [String: Int] = [:]
    for (_, reason) in stage.runs { counts[kind(reason), default: 0] += 1 }
    let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { counts.count == 1 ? $0.key : "\($0.value) \($0.key)" }
    return text + ": " + parts.joined(separator: ", ")
  }

  /// A reason without the name of a file, for counting.
  private static func kind(_ reason: RunForecast.Reason) -> String {
    if case .changedFile = reason { return "changed" }
    return reason.description
  }
}

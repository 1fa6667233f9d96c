import Cotejo

/// What a run did, as people read it.
enum RunSummary {
  /// The lines of the summary.
  static func lines(_ report: RunReport, folder: String) -> [String] {
    var lines = ["\(documents(report)) in \(clock(report.seconds))"]
    let width = report.stages.map(\.id.count).max() ?? 0
    for stage in report.stages {
      let id = stage.id + String(repeating: " ", count: width - stage.id.count)
      lines.append("  \(id)  \(text(stage, of: report))")
    }
    if !report.repairs.isEmpty {
      let kinds = report.repairs.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines.append("repaired: " + kinds.joined(separator: ", "))
    }
    for gate in report.gates {
      let value = gate.value.map { Figure.text($0) } ?? "nothing to measure"
      lines.append("check \(gate.passed ? "passed" : "FAILED"): \(text(gate.gate)), it is \(value)")
    }
    lines.append(
      (report.isUnchanged ? "nothing changed since the last run; in " : "written to ")
        + "\(folder): " + report.files.joined(separator: ", "))
    return lines
  }

  /// The lines of the summary of a shard.
  static func lines(_ report: RunReport, of shard: Shard, folder: String) -> [String] {
    var lines = ["shard \(shard): \(documents(report)) in \(clock(report.seconds))"]
    let stages = report.stages.filter { $0.input > 0 && $0.uses != "export" }
    let width = stages.map(\.id.count).max() ?? 0
    for stage in stages {
      let id = stage.id + String(repeating: " ", count: width - stage.id.count)
      lines.append("  \(id)  \(text(stage, of: report))")
    }
    lines.append("kept in \(folder); 'cotejo merge' puts the shards together")
    return lines
  }

  /// `2 articles, 5 transcripts`, or `6 pairs of documents`.
  private static func documents(_ report: RunReport) -> String {
    var parts = ["\(report.pairs) \(unit(.documents, of: report))"]
    if report.transcripts > 0 { parts.append("\(report.transcripts) transcripts") }
    return parts.joined(separator: ", ")
  }

  /// What a number of a material counts in a run.
  private static func unit(_ material: Material, of report: RunReport) -> String {
    guard material == .documents, report.articles > 0 else { return material.unit }
    return report.articles == report.pairs ? "articles" : "articles and pairs of documents"
  }

  private static func text(_ stage: RunReport.StageTally, of report: RunReport) -> String {
    var parts: [String] = []
    let units = (reads: unit(stage.reads, of: report), writes: unit(stage.writes, of: report))
    if stage.reads == stage.writes {
      parts.append("\(stage.output) of \(stage.input) \(units.writes)")
    } else {
      parts.append("\(stage.input) \(units.reads) → \(stage.output) \(units.writes)")
    }
    if stage.uses == "check" { parts += verdicts(stage, report.metrics) }
    for (reason, count) in stage.rejected.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      parts.append("\(count) \(reason)")
    }
    for (error, count) in stage.quarantined.sorted(by: { $0.key < $1.key }) {
      parts.append("\(count) in quarantine: \(error)")
    }
    if stage.stored > 0 { parts.append("\(stage.stored) from the cache") }
    if let visitor = stage.visitor, let written = visitor.written {
      parts.append("\(written) units in \(visitor.files.joined(separator: " + "))")
      if visitor.leftOut > 0 { parts.append("\(visitor.leftOut) left out: a side is empty") }
    }
    return parts.joined(separator: ", ")
  }

  /// What checks of renderings came to, over all stages that check.
  private static func verdicts(
    _ stage: RunReport.StageTally, _ metrics: [Metric: Double]
  ) -> [String] {
    let counts: [(Metric, String)] = [
      (.checkedPairs, "checked"), (.alteredPairs, "altered"), (.undecidedPairs, "cannot tell"),
    ]
    return counts.compactMap { metric, name in
      // What the stage rejects is told with the reasons.
      stage.rejected[name] != nil ? nil : metrics[metric].map { "\(Figure.text($0)) \(name)" }
    }
  }

  /// A gate as `metric ≥ minimum`.
  static func text(_ gate: Gate) -> String {
    var bounds: [String] = []
    if let minimum = gate.minimum {
      bounds.append("\(gate.metric.rawValue) ≥ \(Figure.text(minimum))")
    }
    if let maximum = gate.maximum {
      bounds.append("\(gate.metric.rawValue) ≤ \(Figure.text(maximum))")
    }
    return bounds.joined(separator: ", ")
  }

  /// What went wrong with documents and transcripts, a line each; the rest is counted.
  static func quarantine(_ report: RunReport) -> [String] {
    let shown = 20
    let faults = report.unreadTranscripts + report.quarantined.map(\.fault)
    var lines = faults.prefix(shown).map { fault in
      let place = fault.offset.map { "\(fault.file): byte \($0)" } ?? fault.file
      return "\(place): error: \(fault.message)"
    }
    if faults.count > shown {
      lines.append("… and \(faults.count - shown) more: see quarantine.jsonl")
    }
    return lines
  }

  /// One decimal.
  static func oneDecimal(_ number: Double) -> String {
    String((number * 10).rounded() / 10)
  }

  /// A duration: `0.4 s`, `12 s`, `3:05 min`, `1:02:40 h`.
  static func clock(_ seconds: Double) -> String {
    if seconds < 10 { return "\(oneDecimal(seconds)) s" }
    guard seconds < 1e9 else { return "ages" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if whole < 3600 { return "\(whole / 60):\(two(whole % 60)) min" }
    return "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60)) h"
  }
}

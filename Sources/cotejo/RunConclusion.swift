import Cotejo

/// How a run ends: what is told of it on standard error, and the exit code.
enum RunConclusion {
  /// Ends with the exit code that the report calls for.
  ///
  /// What a shard exports and how its figures stand is known when it is merged.
  static func conclude(
    _ report: RunReport, _ plan: Plan, isShard: Bool = false
  ) throws(Failure) {
    Diagnostics.print(RunSummary.quarantine(report))
    var lines: [String] = []
    for gate in report.gates where !gate.passed {
      let value = gate.value.map { Figure.text($0) } ?? "nothing to measure"
      lines.append(
        "\(plan.file): error: check failed: \(RunSummary.text(gate.gate)), it is \(value)")
    }
    let decides = Set(plan.gates.map(\.metric))
    if !isShard, !report.explanation.isEmpty {
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

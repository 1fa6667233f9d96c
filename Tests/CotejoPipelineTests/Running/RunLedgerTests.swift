import CotejoText
import Testing

@testable import CotejoPipeline

struct RunLedgerTests {
  private func plan() throws -> Plan {
    let reading = Plans.reading(
      stages: ["uses: segment", "uses: align", "uses: filter"],
      checks: "checks:\n  - {metric: align.score.mean, minimum: 0.5}\n")
    return try #require(reading.plan)
  }

  @Test func `sums that close give figures`() throws {
    let plan = try plan()
    var ledger = RunLedger(plan.stages)
    var state = try Pairs.aligned([("a", "A"), ("b", "B"), ("c", "")])
    state.reject(0, by: "filter", "x", "")
    for (step, amount) in [(1, 1), (1, 5), (5, 3), (3, 2)].enumerated() {
      ledger.enter(step: step, input: amount.0, output: amount.1)
    }
    ledger.enter(state)
    try ledger.close(plan, pairs: 1, unpaired: 0)
    #expect(ledger.report.metrics[.coverageOfTarget] == 1)
    #expect(ledger.report.metrics[.filterKept] == 2.0 / 3)
    #expect(ledger.report.gates.map(\.passed) == [true])
    let mean = try #require(ledger.report.metrics[.meanScore])
    #expect(abs(mean - 0.9) < 1e-6)
  }

  @Test func `a bead that vanishes is a failure of the run`() throws {
    let plan = try plan()
    var ledger = RunLedger(plan.stages)
    for (step, amount) in [(1, 1), (1, 5), (5, 3), (3, 2)].enumerated() {
      ledger.enter(step: step, input: amount.0, output: amount.1)
    }
    #expect(throws: PipelineError.self) { try ledger.close(plan, pairs: 1, unpaired: 0) }
    #expect(throws: PipelineError.self) { try ledger.close(plan, pairs: 2, unpaired: 0) }
  }

  @Test func `what goes to quarantine counts`() throws {
    let plan = try plan()
    var ledger = RunLedger(plan.stages)
    let pair = DocumentPair(id: "p", source: "s", target: "t", isLineParallel: false)
    ledger.enter(step: 0, input: 1, output: 0)
    ledger.enter(
      DocumentFault(.unreadable, file: "s", message: "m"), step: 0, input: 1, pair: pair)
    try ledger.close(plan, pairs: 1, unpaired: 2)
    #expect(ledger.report.metrics[.failedDocuments] == 1)
    #expect(ledger.report.metrics[.unpairedDocuments] == 2)
    // A mean of nothing lets no gate pass.
    #expect(ledger.report.gates.map(\.passed) == [false])
  }
}

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

  private let pair = DocumentPair(id: "p", source: "s", target: "t", isLineParallel: false)

  /// What became of a pair that got as far as there are amounts.
  private func outcome(_ amounts: [(input: Int, output: Int)]) -> PairOutcome {
    var outcome = PairOutcome(stepCount: 4)
    for (step, amount) in amounts.enumerated() {
      outcome.steps[step] = PairOutcome.Step(input: amount.input, output: amount.output)
    }
    return outcome
  }

  @Test func `sums that close give figures`() throws {
    let plan = try plan()
    var ledger = RunLedger(RunGraph(plan.stages))
    let state = try Pairs.aligned([("a", "A"), ("b", "B"), ("c", "")])
    var outcome = outcome([(1, 1), (1, 5), (5, 3), (3, 2)])
    outcome.steps[3]?.rejected = ["x": 1]
    outcome.figures.enter(
      state, before: (nil, state.targetDocument.repairs), plan.stages[1].stage, as: "align")
    ledger.enter(outcome, of: pair, input: 0)
    try ledger.close(plan, pairs: 1, unpaired: 0)
    #expect(ledger.report.metrics[.coverageOfTarget] == 1)
    #expect(ledger.report.metrics[.filterKept] == 2.0 / 3)
    #expect(ledger.report.gates.map(\.passed) == [true])
    let mean = try #require(ledger.report.metrics[.meanScore])
    #expect(abs(mean - 0.9) < 1e-6)
  }

  @Test func `a bead that vanishes is a failure of the run`() throws {
    let plan = try plan()
    var ledger = RunLedger(RunGraph(plan.stages))
    ledger.enter(outcome([(1, 1), (1, 5), (5, 3), (3, 2)]), of: pair, input: 0)
    #expect(throws: PipelineError.self) { try ledger.close(plan, pairs: 1, unpaired: 0) }
    #expect(throws: PipelineError.self) { try ledger.close(plan, pairs: 2, unpaired: 0) }
  }

  @Test func `what goes to quarantine counts`() throws {
    let plan = try plan()
    var ledger = RunLedger(RunGraph(plan.stages))
    var outcome = outcome([(1, 0)])
    outcome.faults = [(0, DocumentFault(.unreadable, file: "s", message: "m"))]
    ledger.enter(outcome, of: pair, input: 0)
    try ledger.close(plan, pairs: 1, unpaired: 2)
    #expect(ledger.report.metrics[.failedDocuments] == 1)
    #expect(ledger.report.metrics[.unpairedDocuments] == 2)
    // A mean of nothing lets no gate pass.
    #expect(ledger.report.gates.map(\.passed) == [false])
  }
}

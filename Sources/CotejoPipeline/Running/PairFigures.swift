internal import CotejoAlignment
internal import CotejoQuotation
internal import CotejoText

/// What stages came to in pairs of a run, for metrics; figures of several pairs add up.
struct PairFigures: Sendable {
  private var sentences = (source: 0, target: 0)
  private var covered = (source: 0, target: 0)
  private var joined = 0
  private var scores = 0.0
  private var quotations = (direct: 0, others: 0)
  private var traces = (found: 0, elsewhere: 0, notFound: 0)
  private var checks = CheckTally()
  /// What was done to documents, by kind: how often.
  private(set) var repairs: [String: Int] = [:]

  /// Enters a pair as it was read.
  mutating func enter(read state: PairState) {
    for case let repairs? in [state.sourceDocument?.repairs, state.targetDocument.repairs] {
      enter(repairs, beside: nil)
    }
  }

  /// Enters what a stage made of a pair.
  ///
  /// - Parameters:
  ///   - state: The pair behind the stage.
  ///   - before: What was done to its documents before, source first.
  ///   - stage: The stage.
  ///   - id: What the plan calls it.
  mutating func enter(
    _ state: PairState, before: (Repairs?, Repairs), _ stage: any Stage, as id: String
  ) {
    switch stage {
    case is NormalizeStage:
      if let repairs = state.sourceDocument?.repairs { enter(repairs, beside: before.0) }
      enter(state.targetDocument.repairs, beside: before.1)
    case is QuotesStage: enterQuotations(of: state)
    case is TraceStage: enterTraces(of: state, by: id)
    case is CheckStage:
      for case let check? in state.checks { checks.enter(check) }
    default:
      let type = type(of: stage)
      if type.reads == .sentences, type.writes == .beads { enterBeads(of: state) }
    }
  }

  private mutating func enter(_ repairs: Repairs, beside before: Repairs?) {
    for (kind, tally) in repairs.entries {
      let count = tally.count - (before?[kind]?.count ?? 0)
      if count > 0 { self.repairs[kind.rawValue, default: 0] += count }
    }
  }

  private mutating func enterBeads(of state: PairState) {
    for bead in state.beads {
      sentences.source += bead.source.count
      sentences.target += bead.target.count
      guard !bead.source.isEmpty, !bead.target.isEmpty else { continue }
      covered.source += bead.source.count
      covered.target += bead.target.count
      joined += 1
      scores += Double(bead.score)
    }
  }

  private mutating func enterQuotations(of state: PairState) {
    for repair in state.quoted?.repairs ?? [] {
      repairs["\(repair.fault.rawValue)QuotationMark", default: 0] += 1
    }
    for quotation in state.quoted?.quotations ?? [] {
      if quotation.kind == .direct { quotations.direct += 1 } else { quotations.others += 1 }
    }
  }

  private mutating func enterTraces(of state: PairState, by id: String) {
    for rejection in state.rejections {
      let reason = rejection.flatMap { $0.stage == id ? $0.reason : nil }
      switch reason.flatMap(TraceStage.Reason.init) {
      case nil: traces.found += 1
      case .elsewhere: traces.elsewhere += 1
      case .notFound: traces.notFound += 1
      case .indirect, .noTranscript: break
      }
    }
  }

  /// Adds the figures of another pair.
  mutating func add(_ other: PairFigures) {
    sentences.source += other.sentences.source
    sentences.target += other.sentences.target
    covered.source += other.covered.source
    covered.target += other.covered.target
    joined += other.joined
    scores += other.scores
    quotations.direct += other.quotations.direct
    quotations.others += other.quotations.others
    traces.found += other.traces.found
    traces.elsewhere += other.traces.elsewhere
    traces.notFound += other.traces.notFound
    checks.add(other.checks)
    for (kind, count) in other.repairs { repairs[kind, default: 0] += count }
  }

  /// The metrics that the stages of some names give; those of a share of nothing are not there.
  func metrics(of stages: Set<String>) -> [Metric: Double] {
    var metrics: [Metric: Double] = [:]
    if stages.contains(QuotesStage.name) {
      metrics[.directQuotations] = Double(quotations.direct)
      metrics[.indirectQuotations] = Double(quotations.others)
    }
    if stages.contains(TraceStage.name) {
      metrics[.tracedQuotations] = Double(traces.found)
      metrics[.quotationsFromElsewhere] = Double(traces.elsewhere)
      metrics[.tracedShare] = Self.share(traces.found, of: traces.found + traces.notFound)
    }
    if stages.contains(CheckStage.name) { metrics.merge(checks.metrics) { $1 } }
    metrics[.coverageOfSource] = Self.share(covered.source, of: sentences.source)
    metrics[.coverageOfTarget] = Self.share(covered.target, of: sentences.target)
    metrics[.meanScore] = joined > 0 ? scores / Double(joined) : nil
    return metrics
  }

  /// A part of a whole; nil where there is nothing.
  static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

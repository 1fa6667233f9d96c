internal import CotejoFidelity
internal import CotejoFormats

/// The sums of the checks of a run.
struct CheckTally {
  private var pairs = 0
  private var verdicts: [FidelityReport.Verdict: Int] = [:]
  private var findings: [Severity: Int] = [:]
  /// Over the pairs that could be told.
  private var scores = 0.0

  /// Enters the check of a pair.
  mutating func enter(_ check: TranslationUnit.Check) {
    pairs += 1
    verdicts[check.verdict, default: 0] += 1
    if check.verdict != .cannotTell { scores += check.score }
    for finding in check.findings { findings[finding.severity, default: 0] += 1 }
  }

  /// Adds the sums of other pairs.
  mutating func add(_ other: CheckTally) {
    pairs += other.pairs
    scores += other.scores
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    findings.merge(other.findings, uniquingKeysWith: +)
  }

  /// The figures for gates; there is no mean where nothing could be told.
  var metrics: [Metric: Double] {
    var metrics: [Metric: Double] = [.checkedPairs: Double(pairs)]
    let undecided = verdicts[.cannotTell] ?? 0
    metrics[.alteredPairs] = Double(verdicts[.altered] ?? 0)
    metrics[.undecidedPairs] = Double(undecided)
    metrics[.meanFidelity] = pairs > undecided ? scores / Double(pairs - undecided) : nil
    metrics[.criticalFindings] = Double(findings[.critical] ?? 0)
    metrics[.majorFindings] = Double(findings[.major] ?? 0)
    metrics[.minorFindings] = Double(findings[.minor] ?? 0)
    return metrics
  }
}

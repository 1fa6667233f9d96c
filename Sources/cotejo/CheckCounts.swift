import Cotejo

/// What a check of many pairs came to.
struct CheckCounts: Sendable {
  private var verdicts: [FidelityReport.Verdict: Int] = [:]
  /// Pairs with findings that are not waived.
  private(set) var altered = 0
  private var findings = 0
  private var notes = 0
  private var waived = 0
  /// Units that the file says are not to be used, by the reason.
  private(set) var skipped: [String: Int] = [:]
  /// What could not be read.
  private(set) var faults: [FormatError] = []
  /// The numbers of the waivers that let something pass.
  private(set) var usedWaivers: Set<Int> = []

  /// Counts a pair.
  mutating func add(_ pair: JudgedPair) {
    verdicts[pair.report.verdict, default: 0] += 1
    if pair.isAltered { altered += 1 }
    for (finding, waiver) in zip(pair.report.findings, pair.waivers) {
      if let waiver {
        waived += 1
        usedWaivers.insert(waiver)
      } else if finding.severity == .note {
        notes += 1
      } else {
        findings += 1
      }
    }
  }

  /// Counts what is no pair.
  mutating func add(skipped reason: String) { skipped[reason, default: 0] += 1 }

  /// Keeps what could not be read.
  mutating func add(_ fault: FormatError) { faults.append(fault) }

  /// Adds the counts of a later batch.
  mutating func add(_ other: Self) {
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    skipped.merge(other.skipped, uniquingKeysWith: +)
    altered += other.altered
    findings += other.findings
    notes += other.notes
    waived += other.waived
    faults += other.faults
    usedWaivers.formUnion(other.usedWaivers)
  }

  /// `12 pairs: 9 faithful, 3 altered; 4 findings, 1 note, 1 waived`.
  var line: String {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let total = verdicts.values.reduce(0, +)
    let kinds = FidelityReport.Verdict.allCases.compactMap { verdict in
      verdicts[verdict].map {
        "\($0) \(verdict == .cannotTell ? "cannot be told" : verdict.rawValue)"
      }
    }
    var line = counted(total, "pair")
    if !kinds.isEmpty { line += ": " + kinds.joined(separator: ", ") }
    line += "; " + counted(findings, "finding") + ", " + counted(notes, "note")
    if waived > 0 { line += ", \(waived) waived" }
    return line
  }

  /// What was not checked: `2 entries could not be read; skipped: 3 fuzzy, 1 obsolete`; `nil` if
  /// everything was.
  var unchecked: String? {
    var parts: [String] = []
    if !faults.isEmpty {
      parts.append("\(faults.count) \(faults.count == 1 ? "entry" : "entries") could not be read")
    }
    if !skipped.isEmpty {
      let reasons = skipped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      parts.append("skipped: " + reasons.joined(separator: ", "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

public import CotejoFidelity

/// A pair with what was found out about it, and which of the findings are waived.
public struct JudgedPair: Hashable, Sendable {
  /// The pair, with its name and place.
  public let item: IdentifiedPair
  /// What was found out.
  public let report: FidelityReport
  /// The ``FindingFingerprint`` of each finding of the report.
  public let fingerprints: [String]
  /// For each finding the number of the waiver that lets it pass, or `nil`.
  public let waivers: [Int?]
  /// For each finding the reason why it is let pass, or `nil`.
  public let reasons: [String?]

  /// Puts a pair and its report together.
  public init(_ item: IdentifiedPair, _ report: FidelityReport, waivers: FidelityWaivers) {
    self.item = item
    self.report = report
    let fingerprints = report.findings.map {
      FindingFingerprint.fingerprint(of: $0, on: item.pair)
    }
    self.fingerprints = fingerprints
    let numbers = zip(report.findings, fingerprints).map {
      waivers.index(of: $0, id: item.id, fingerprint: $1)
    }
    self.waivers = numbers
    reasons = numbers.map { $0.map { waivers.waivers[$0].reason } }
  }

  /// Whether the rendering is altered by a finding that is not waived.
  public var isAltered: Bool {
    report.verdict == .altered
      && zip(report.findings, reasons).contains { $0.severity > .note && $1 == nil }
  }

  /// Whether somebody who reads should see it.
  ///
  /// It has findings, waived or not, or notes that are notes by their kind and not for want of
  /// probability, or it cannot be told. Suspicions that are merely unlikely are not enough.
  public var isWorthALook: Bool {
    report.verdict == .cannotTell
      || report.findings.contains { $0.severity > .note || $0.probability == 0 }
  }
}

public import CotejoFidelity

/// A pair with what was found out about it, and which of the findings are waived.
public struct JudgedPair: Hashable, Sendable {
  /// The pair, with its name and place.
  public let item: IdentifiedPair
  /// What was found out.
  public let report: FidelityReport
  /// For each finding the number of the waiver that lets it pass, or `nil`.
  public let waivers: [Int?]
  /// For each finding the reason why it is let pass, or `nil`.
  public let reasons: [String?]

  /// Puts a pair and its report together.
  public init(_ item: IdentifiedPair, _ report: FidelityReport, waivers: FidelityWaivers) {
    self.item = item
    self.report = report
    // Without waivers there is nothing to look up, and a fingerprint is a hash of both texts.
    let numbers: [Int?] =
      waivers.waivers.isEmpty
      ? Array(repeating: nil, count: report.findings.count)
      : report.findings.map {
        waivers.index(
          of: $0, id: item.id,
          fingerprint: FindingFingerprint.fingerprint(of: $0, on: item.pair))
      }
    self.waivers = numbers
    reasons = numbers.map { $0.map { waivers.waivers[$0].reason } }
  }

  /// The ``FindingFingerprint`` of each finding of the report.
  ///
  /// - Complexity: O(*n*) for *n* bytes of both texts and each finding.
  public var fingerprints: [String] {
    report.findings.map { FindingFingerprint.fingerprint(of: $0, on: item.pair) }
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

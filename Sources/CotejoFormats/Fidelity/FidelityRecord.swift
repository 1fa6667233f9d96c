public import CotejoFidelity
internal import CotejoText

/// Writes reports on pairs as JSON objects, one a line.
///
/// ```
/// {"id":"7","verdict":"altered","score":0.04,"findings":[{"type":"accuracy/mistranslation/polarity",
///  "severity":"critical","probability":0.93,"source":{"start":0,"end":2},"target":null,
///  "message":"'No' is not rendered"}],"checks":{"coverage":"checked"}}
/// ```
///
/// (on one line). A finding that is waived has its reason as `waived`. `start` and `end` are UTF-8 byte offsets into the pair's source or target.
public enum FidelityRecord {
  /// Appends the record of a report, UTF-8 with its LF.
  ///
  /// - Parameters:
  ///   - report: what was found out about the pair.
  ///   - id: the name of the pair.
  ///   - waived: for each finding the reason why it is let pass, or `nil`; none at all for none.
  ///   - withEvidence: whether to add what calibrations are fitted to, as `evidence`.
  ///   - buffer: what is appended to.
  public static func append(
    _ report: FidelityReport, id: String, waived: [String?] = [], withEvidence: Bool = false,
    to buffer: inout [UInt8]
  ) {
    buffer.append("{\"id\":")
    JSONText.append(id, to: &buffer)
    buffer.append(",\"verdict\":\"")
    buffer.append(report.verdict.rawValue)
    buffer.append("\",\"score\":")
    buffer.append(score: report.score, decimals: 9)
    buffer.append(",\"findings\":[")
    for (index, finding) in report.findings.enumerated() {
      if index > 0 { buffer.append(",") }
      append(finding, waived: index < waived.count ? waived[index] : nil, to: &buffer)
    }
    buffer.append("],\"checks\":{")
    for (index, check) in report.outcomes.enumerated() {
      if index > 0 { buffer.append(",") }
      JSONText.append(check.check, to: &buffer)
      buffer.append(":\"")
      buffer.append(check.outcome.rawValue)
      buffer.append("\"")
    }
    buffer.append("}")
    if withEvidence {
      buffer.append(",\"evidence\":[")
      for (index, evidence) in report.evidence.enumerated() {
        if index > 0 { buffer.append(",") }
        buffer.append("{\"type\":\"")
        buffer.append(evidence.type.rawValue)
        buffer.append("\",\"severity\":\"")
        buffer.append(evidence.severity.rawValue)
        buffer.append("\",\"features\":[")
        buffer.append(evidence.features.map(\.description).joined(separator: ","))
        buffer.append("]")
        if let difference = evidence.difference {
          buffer.append(",\"difference\":\(difference)")
        }
        buffer.append("}")
      }
      buffer.append("]")
    }
    buffer.append("}\n")
  }

  private static func append(
    _ finding: Finding, waived: String?, to buffer: inout [UInt8]
  ) {
    buffer.append("{\"type\":\"")
    buffer.append(finding.type.rawValue)
    buffer.append("\",\"severity\":\"")
    buffer.append(finding.severity.rawValue)
    buffer.append("\",\"probability\":")
    buffer.append(score: finding.probability)
    buffer.append(",\"source\":")
    append(finding.source, to: &buffer)
    buffer.append(",\"target\":")
    append(finding.target, to: &buffer)
    buffer.append(",\"message\":")
    JSONText.append(finding.message, to: &buffer)
    if let waived {
      buffer.append(",\"waived\":")
      JSONText.append(waived, to: &buffer)
    }
    buffer.append("}")
  }

  /// Appends a range of bytes, or `null`.
  static func append(_ span: TextSpan?, to buffer: inout [UInt8]) {
    guard let span else {
      buffer.append("null")
      return
    }
    buffer.append("{\"start\":")
    buffer.append(decimal: Int(span.lower))
    buffer.append(",\"end\":")
    buffer.append(decimal: Int(span.upper))
    buffer.append("}")
  }
}

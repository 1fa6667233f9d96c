internal import CotejoFidelity
internal import CotejoFormats

/// What the checks of the beads came to, those of earlier checks among them.
///
/// Documents are told by their part in the pair: the original, the rendering, a transcript; a file
/// that was renamed changes nothing.
enum ChecksCodec: PairPartCodec {
  static let stamp = PartStamp(
    "checks", version: 1,
    cases: FidelityReport.Verdict.allCases.map(\.rawValue)
      + Severity.allCases.map(\.rawValue) + FindingType.allCases.map(\.rawValue))

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    let names = documents(of: state)
    var numbers: [String: Int] = [:]
    for (number, name) in names.enumerated() where numbers[name] == nil { numbers[name] = number }
    writer.append(count: state.checks.count)
    writer.append(count: state.checks.count { $0 != nil })
    var next = 0
    for (bead, check) in state.checks.enumerated() {
      guard let check else { continue }
      writer.append(count: bead - next)
      next = bead + 1
      writer.append(case: check.verdict)
      writer.append(check.score)
      writer.append(count: check.findings.count)
      for finding in check.findings {
        writer.append(case: finding.type)
        writer.append(case: finding.severity)
        writer.append(finding.probability)
        writer.append(finding.message)
        for segments in [finding.source, finding.target] {
          writer.append(count: segments.count)
          for segment in segments {
            let number = numbers[segment.document]
            if let number, names[number].hasBytes(of: segment.document) {
              writer.append(count: number)
            } else {
              writer.append(count: names.count)
              writer.append(shared: segment.document)
            }
            writer.append(signed: segment.start)
            writer.append(signed: segment.end &- segment.start)
            writer.append(segment.text)
          }
        }
      }
    }
  }

  /// The names of the documents that findings can be in.
  private static func documents(of state: PairState) -> [String] {
    [state.pair.representative, state.pair.target]
      + (state.traced?.transcripts.map(\.document) ?? [])
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    guard try reader.count() == state.checks.count else {
      throw reader.damage("has the checks of other beads")
    }
    let names = documents(of: state)
    var checks: [TranslationUnit.Check?] = Array(repeating: nil, count: state.checks.count)
    let count = try reader.count(ofAtLeast: 11)
    var next = 0
    for _ in 0..<count {
      let bead = next + (try reader.count(upTo: checks.count))
      guard bead < checks.count else { throw reader.damage("checks a bead that is not there") }
      checks[bead] = try check(&reader, names)
      next = bead + 1
    }
    state.restore(checks)
  }

  private static func check(
    _ reader: inout ResultReader, _ names: [String]
  ) throws(ResultDamage) -> TranslationUnit.Check {
    let verdict = try reader.value(of: FidelityReport.Verdict.self)
    let score = try reader.probability()
    let count = try reader.count(ofAtLeast: 13)
    var findings: [TranslationUnit.PlacedFinding] = []
    findings.reserveCapacity(count)
    for _ in 0..<count { findings.append(try finding(&reader, names)) }
    return TranslationUnit.Check(verdict: verdict, score: score, findings: findings)
  }

  private static func finding(
    _ reader: inout ResultReader, _ names: [String]
  ) throws(ResultDamage) -> TranslationUnit.PlacedFinding {
    let type = try reader.value(of: FindingType.self)
    let severity = try reader.value(of: Severity.self)
    let probability = try reader.probability()
    let message = try reader.string()
    let source = try segments(&reader, names)
    return TranslationUnit.PlacedFinding(
      Finding(
        type: type, severity: severity, probability: probability, source: nil, target: nil,
        message: message),
      source: source, target: try segments(&reader, names))
  }

  private static func segments(
    _ reader: inout ResultReader, _ names: [String]
  ) throws(ResultDamage) -> [TranslationUnit.Segment] {
    let count = try reader.count(ofAtLeast: 4)
    var segments: [TranslationUnit.Segment] = []
    segments.reserveCapacity(count)
    for _ in 0..<count {
      let number = try reader.count(upTo: names.count)
      let document = number < names.count ? names[number] : try reader.sharedString()
      let start = try reader.signed()
      let (end, overflow) = start.addingReportingOverflow(try reader.signed())
      guard !overflow, start >= 0, start <= end, end <= Int(Int32.max) else {
        throw reader.damage("has a place that no file has")
      }
      segments.append(
        TranslationUnit.Segment(
          document: document, start: start, end: end, text: try reader.string()))
    }
    return segments
  }
}

public import CotejoFidelity

extension TranslationUnit {
  /// What a check of the rendering found, with its places in the original files.
  ///
  /// In JSON Lines:
  ///
  /// ```
  /// "check":{"verdict":"altered","score":0.04,"findings":[
  ///   {"type":"accuracy/mistranslation/polarity","severity":"critical","probability":0.93,
  ///    "source":{"document":"es/a.txt","start":9,"end":11,"text":"no"},"target":null,
  ///    "message":"'no' is not rendered"}]}
  /// ```
  ///
  /// (on one line). A side whose words stand in several places, as those of a quotation that was put
  /// together do, has the others as an array `further` inside the first.
  public struct Check: Hashable, Sendable {
    /// What the pair comes to.
    public var verdict: FidelityReport.Verdict
    /// How likely the rendering is faithful, from 0 to 1.
    public var score: Double
    /// What is wrong, the gravest first.
    public var findings: [PlacedFinding]

    /// Makes what a check comes to.
    public init(verdict: FidelityReport.Verdict, score: Double, findings: [PlacedFinding]) {
      self.verdict = verdict
      self.score = score
      self.findings = findings
    }
  }

  /// A finding with its places in the original files.
  public struct PlacedFinding: Hashable, Sendable {
    /// What kind of fault it is.
    public var type: FindingType
    /// How much it matters.
    public var severity: Severity
    /// How likely it is a fault, from 0 to 1, as calibrated.
    public var probability: Double
    /// The words of the original that are concerned, a segment for each place, in the order of the
    /// unit; empty if nothing there is.
    public var source: [Segment]
    /// The words of the rendering that are concerned, likewise.
    public var target: [Segment]
    /// One line for a person: what is wrong.
    public var message: String

    /// Puts a finding in its places.
    public init(_ finding: Finding, source: [Segment], target: [Segment]) {
      type = finding.type
      severity = finding.severity
      probability = finding.probability
      message = finding.message
      self.source = source
      self.target = target
    }
  }
}

extension JSONLinesWriter {
  /// Appends the member `check` of a record, with the comma before it.
  static func append(_ check: TranslationUnit.Check, to record: inout [UInt8]) {
    record.append(",\"check\":{\"verdict\":\"")
    record.append(check.verdict.rawValue)
    record.append("\",\"score\":")
    record.append(score: check.score)
    record.append(",\"findings\":[")
    for (index, finding) in check.findings.enumerated() {
      record.append(index == 0 ? "{\"type\":\"" : ",{\"type\":\"")
      record.append(finding.type.rawValue)
      record.append("\",\"severity\":\"")
      record.append(finding.severity.rawValue)
      record.append("\",\"probability\":")
      record.append(score: finding.probability)
      record.append(",\"source\":")
      append(places: finding.source, to: &record)
      record.append(",\"target\":")
      append(places: finding.target, to: &record)
      record.append(",\"message\":")
      JSONText.append(finding.message, to: &record)
      record.append("}")
    }
    record.append("]}")
  }

  private static func append(places: [TranslationUnit.Segment], to record: inout [UInt8]) {
    guard let first = places.first else {
      record.append("null")
      return
    }
    record.append("{")
    append(documentAndPlaceOf: first, to: &record)
    if places.count > 1 {
      record.append(",\"further\":[")
      for (index, place) in places.dropFirst().enumerated() {
        record.append(index == 0 ? "{" : ",{")
        append(documentAndPlaceOf: place, to: &record)
        record.append("}")
      }
      record.append("]")
    }
    record.append("}")
  }

  private static func append(
    documentAndPlaceOf place: TranslationUnit.Segment, to record: inout [UInt8]
  ) {
    record.append("\"document\":")
    JSONText.append(place.document, to: &record)
    record.append(",")
    append(placeOf: place, to: &record)
  }
}

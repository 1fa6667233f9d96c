internal import CotejoFidelity
internal import CotejoText

/// Writes findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which what
/// shows the findings of a build beside its lines can read.
///
/// Lines and columns are 1-based, columns in UTF-16 units as editors count them; they stand beside
/// byte offsets where the texts of a pair are in their file as they are.
///
/// One run, a rule for each type of finding, a result for each finding, a notification for what could
/// not be read. A waived finding is a suppressed result. Results are appended pair by pair, so that
/// no more than a pair is held:
///
/// ```swift
/// let sarif = FidelitySARIF(path: "pairs.tsv", version: "0.1.0")
/// var bytes = sarif.head()
/// for pair in judged { sarif.append(pair, to: &bytes) }
/// sarif.appendTail(faults: [], to: &bytes)
/// ```
public struct FidelitySARIF: Sendable {
  private let uri: String
  private let version: String
  private let hasWaivers: Bool
  private static let ruleIndices = Dictionary(
    uniqueKeysWithValues: FindingType.allCases.enumerated().map { ($1, $0) })

  /// Takes the file of pairs as it was named, the version of the program, and whether findings were
  /// looked up in a file of waivers.
  ///
  /// With waivers every result has `suppressions`, an empty list if nothing lets it pass: of the
  /// results of a run either all have them or none (SARIF 2.1.0, 3.27.23).
  public init(path: String, version: String, hasWaivers: Bool = false) {
    uri = path == "-" ? "stdin" : Self.reference(path)
    self.version = version
    self.hasWaivers = hasWaivers
  }

  /// Everything before the first result.
  public func head() -> [UInt8] {
    var bytes = Array(
      #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"#
        .utf8
    )
    bytes.append("\"tool\":{\"driver\":{\"name\":\"cotejo\",\"version\":")
    JSONText.append(version, to: &bytes)
    bytes.append(",\"rules\":[")
    for (index, type) in FindingType.allCases.enumerated() {
      bytes.append(index > 0 ? ",\n{\"id\":" : "\n{\"id\":")
      JSONText.append(type.rawValue, to: &bytes)
      bytes.append(",\"shortDescription\":{\"text\":")
      JSONText.append(type.summary, to: &bytes)
      bytes.append("}}")
    }
    // An empty array of results means that there are none, so it must stand there.
    bytes.append("\n]}},\"columnKind\":\"utf16CodeUnits\",\"results\":[")
    return bytes
  }

  /// Appends the findings on a pair; of those of the first pair that has any, the comma in front has
  /// to be taken off.
  public func append(_ pair: JudgedPair, to buffer: inout [UInt8]) {
    let fingerprints = pair.fingerprints
    for (index, finding) in pair.report.findings.enumerated() {
      buffer.append(",\n{\"ruleId\":")
      JSONText.append(finding.type.rawValue, to: &buffer)
      buffer.append(",\"ruleIndex\":")
      buffer.append(decimal: Self.ruleIndices[finding.type] ?? -1)
      buffer.append(",\"level\":\"")
      buffer.append(Self.level(finding.severity))
      buffer.append("\",\"message\":{\"text\":")
      JSONText.append(finding.message, to: &buffer)
      buffer.append("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
      JSONText.append(uri, to: &buffer)
      buffer.append("},\"region\":")
      append(regionOf: finding, in: pair.item, to: &buffer)
      buffer.append("},\"logicalLocations\":[{\"fullyQualifiedName\":")
      JSONText.append(pair.item.id, to: &buffer)
      buffer.append("}]}],\"partialFingerprints\":{\"cotejoFinding/v1\":")
      JSONText.append(fingerprints[index], to: &buffer)
      buffer.append("}")
      if let reason = pair.reasons[index] {
        buffer.append(",\"suppressions\":[{\"kind\":\"external\",\"justification\":")
        JSONText.append(reason, to: &buffer)
        buffer.append("}]")
      } else if hasWaivers {
        buffer.append(",\"suppressions\":[]")
      }
      buffer.append(",\"properties\":{\"id\":")
      JSONText.append(pair.item.id, to: &buffer)
      buffer.append(",\"severity\":\"")
      buffer.append(finding.severity.rawValue)
      buffer.append("\",\"probability\":")
      buffer.append(score: finding.probability)
      buffer.append(",\"sourceSpan\":")
      FidelityRecord.append(finding.source, to: &buffer)
      buffer.append(",\"targetSpan\":")
      FidelityRecord.append(finding.target, to: &buffer)
      buffer.append("}}")
    }
  }

  /// Appends everything behind the last result: what could not be read, and the ends.
  public func appendTail(faults: [FormatError], to buffer: inout [UInt8]) {
    buffer.append("\n],\"invocations\":[{\"executionSuccessful\":")
    buffer.append(faults.isEmpty ? "true" : "false")
    if !faults.isEmpty {
      buffer.append(",\"toolExecutionNotifications\":[")
      for (index, fault) in faults.enumerated() {
        buffer.append(index > 0 ? ",\n{\"level\":\"error\"" : "\n{\"level\":\"error\"")
        buffer.append(",\"message\":{\"text\":")
        JSONText.append(fault.message, to: &buffer)
        buffer.append("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
        JSONText.append(uri, to: &buffer)
        buffer.append("}")
        if let line = fault.line {
          buffer.append(",\"region\":{\"startLine\":")
          buffer.append(decimal: max(1, line))
          buffer.append("}")
        }
        buffer.append("}}]}")
      }
      buffer.append("]")
    }
    buffer.append("}]}]}\n")
  }

  private func append(
    regionOf finding: Finding, in item: IdentifiedPair, to buffer: inout [UInt8]
  ) {
    buffer.append("{\"startLine\":")
    buffer.append(decimal: max(1, item.line))
    // The rendering is what somebody would mend.
    if let offsets = item.offsets, let span = finding.target ?? finding.source {
      let isTarget = finding.target != nil
      let text = isTarget ? item.pair.target : item.pair.source
      // Texts that stand as they are in their file are columns: original, tab, rendering.
      let before = isTarget ? Self.utf16Count(item.pair.source[...]) + 1 : 0
      let column = before + Self.utf16Count(text[..<Int(span.lower)]) + 1
      buffer.append(",\"startColumn\":")
      buffer.append(decimal: column)
      buffer.append(",\"endColumn\":")
      buffer.append(decimal: column + Self.utf16Count(text[span.range]))
      buffer.append(",\"byteOffset\":")
      buffer.append(decimal: (isTarget ? offsets.target : offsets.source) + Int(span.lower))
      buffer.append(",\"byteLength\":")
      buffer.append(decimal: span.count)
    }
    buffer.append("}")
  }

  /// How many UTF-16 units valid UTF-8 would take.
  private static func utf16Count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .major: "error"
    case .minor: "warning"
    case .note: "note"
    }
  }

  /// A path as a reference of RFC 3986: what is neither unreserved nor a slash is percent-encoded, so
  /// that no colon makes a scheme of a name.
  private static func reference(_ path: String) -> String {
    var bytes: [UInt8] = path.hasPrefix("/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 0x0F] {
          bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

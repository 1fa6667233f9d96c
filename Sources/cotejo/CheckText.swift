import Cotejo

/// Findings as people read them in a terminal: both sides with the words underlined, then what is
/// wrong with them.
///
/// ```
/// pairs.tsv:2 · altered, 0.03
///   es  Se pierden 43 litros.
///                  ^^
///   en  34 liters are lost.
///       ^^
///       critical · accuracy/mistranslation/number, 0.97
///       '43' became '34'
/// ```
struct CheckText: Sendable {
  /// The file of pairs as it was named.
  let path: String
  let style: TerminalStyle
  private let gutter: (source: String, target: String, empty: String)

  /// Takes what stands in the headings and before the sides.
  init(path: String, source: LanguageTag, target: LanguageTag, style: TerminalStyle) {
    self.path = path == "-" ? "standard input" : path
    self.style = style
    let tags = (source.description, target.description)
    let width = max(tags.0.utf8.count, tags.1.utf8.count)
    func padded(_ text: String) -> String {
      "  " + text + String(repeating: " ", count: width - text.utf8.count + 2)
    }
    gutter = (padded(tags.0), padded(tags.1), padded(""))
  }

  /// Appends the lines of a pair, and a blank one.
  func append(_ pair: JudgedPair, to buffer: inout [UInt8]) {
    var lines = heading(pair)
    lines += side(pair.item.pair.source, gutter.source, marks(pair, \.source))
    lines += side(pair.item.pair.target, gutter.target, marks(pair, \.target))
    for (finding, reason) in zip(pair.report.findings, pair.reasons) {
      lines += self.lines(finding, waived: reason)
    }
    for line in lines { buffer += (line + "\n").utf8 }
    buffer.append(0x0A)
  }

  private func heading(_ pair: JudgedPair) -> [String] {
    var heading = StyledText("\(path):\(pair.item.line)", .place)
    heading.append(" ")
    if pair.item.id != String(pair.item.line) { heading.append(pair.item.id + " ", .name) }
    heading.append("· ")
    let isWaived = pair.report.verdict == .altered && !pair.isAltered
    switch pair.report.verdict {
    case .faithful: heading.append("faithful", .found)
    case .altered:
      heading.append(isWaived ? "altered, waived" : "altered", isWaived ? .doubt : .fault)
    case .cannotTell: heading.append("cannot tell", .elsewhere)
    }
    heading.append(", " + TraceText.figure(pair.report.score))
    return heading.lines(width: style.width, style)
  }

  private func marks(
    _ pair: JudgedPair, _ side: KeyPath<Finding, TextSpan?>
  ) -> [(span: TextSpan, mark: UnderlinedText.Mark)] {
    zip(pair.report.findings, pair.reasons).compactMap { finding, reason in
      finding[keyPath: side].map {
        ($0, finding.severity == .note || reason != nil ? .doubt : .fault)
      }
    }
  }

  private func side(
    _ text: [UInt8], _ gutter: String, _ marks: [(span: TextSpan, mark: UnderlinedText.Mark)]
  ) -> [String] {
    let lines = UnderlinedText(text, marked: marks).lines(
      width: style.width - gutter.utf8.count, style)
    guard !lines.isEmpty else { return [gutter + "(empty)"] }
    return lines.enumerated().map { ($0 == 0 ? gutter : self.gutter.empty) + $1 }
  }

  private func lines(_ finding: Finding, waived reason: String?) -> [String] {
    var text = StyledText()
    let isDoubt = finding.severity == .note || reason != nil
    text.append(finding.severity.rawValue, isDoubt ? .doubt : .fault)
    // A note of a check that weighs nothing has no probability.
    let probability = finding.probability > 0 ? ", " + TraceText.figure(finding.probability) : ""
    text.append(" · \(finding.type.rawValue)\(probability) · \(finding.message)")
    if let reason { text.append(" · waived: \(reason)", .doubt) }
    return text.lines(width: style.width - gutter.empty.utf8.count, style).map { gutter.empty + $0 }
  }
}

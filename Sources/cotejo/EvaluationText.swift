import Cotejo

/// Figures of judged alignments as people read them.
enum EvaluationText {
  /// The lines of all tables.
  static func lines(
    _ score: AlignmentScore, _ documents: [(pair: EvaluationPairs.Pair, score: AlignmentScore)],
    reliability: Bool
  ) -> [String] {
    var lines: [String] = []
    if !documents.isEmpty {
      lines.append("  gold  found    strict F1    lax F1   document")
      for (pair, score) in documents {
        let counts = score.counts()
        lines.append(
          right("\(counts.gold)", 6) + right("\(counts.found)", 7)
            + right(percent(score.strict().f1), 13) + right(percent(score.lax().f1), 10)
            + "   \(pair.file)")
      }
      lines.append("")
    }
    let documents = "documents: \(score.documents)"
    lines.append(
      documents + right("strict", 38 - documents.utf8.count) + right("lax", 25))
    lines.append(
      "type    gold   found       P       R      F1         P       R      F1")
    for type in BeadType.allCases { lines.append(row(score, type)) }
    lines.append(row(score, nil))
    if reliability { lines += table(score.reliability) }
    return lines
  }

  private static func row(_ score: AlignmentScore, _ type: BeadType?) -> String {
    let counts = score.counts(of: type)
    let name = type?.rawValue ?? "all"
    return name + right("\(counts.gold)", 12 - name.utf8.count) + right("\(counts.found)", 8)
      + rates(score.strict(of: type)) + "  " + rates(score.lax(of: type))
  }

  private static func rates(_ rates: AlignmentScore.Rates) -> String {
    [rates.precision, rates.recall, rates.f1].map { right(percent($0), 8) }.joined()
  }

  private static func table(_ table: ReliabilityTable) -> [String] {
    var lines = ["", "score          beads   mean score   right"]
    for (index, bin) in table.bins.enumerated() {
      let bounds = ReliabilityTable.bounds(of: index)
      lines.append(
        decimal(bounds.lower, places: 1) + " to " + decimal(bounds.upper, places: 1)
          + right("\(bin.count)", 10)
          + right(bin.meanScore.map { decimal($0, places: 3) } ?? "–", 13)
          + right(bin.shareRight.map { decimal($0, places: 3) } ?? "–", 8))
    }
    let error = table.expectedError.map { decimal($0, places: 4) } ?? "–"
    lines.append("expected calibration error: \(error)")
    return lines
  }

  /// A share in percent, with two decimals.
  private static func percent(_ share: Double?) -> String {
    share.map { decimal($0 * 100, places: 2) } ?? "–"
  }

  /// A number that is not negative, with a point in every locale.
  private static func decimal(_ number: Double, places: Int) -> String {
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let units = Int((number * Double(unit)).rounded())
    let digits = String(units % unit)
    return "\(units / unit)." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }

  /// Text moved to the right end of a column; it has no character but digits, points and dashes.
  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
  }
}

public import CotejoAlignment

/// Writes figures of judged alignments as JSON Lines.
///
/// ```
/// {"record":"beads","type":"2-1","gold":40,"found":42,
///  "strict":{"precision":0.9048,"recall":0.95,"f1":0.9268},"lax":{…}}
/// {"record":"reliability","beads":812,"expected_error":0.0123,
///  "bins":[{"from":0.00,"to":0.10,"beads":3,"mean_score":0.07,"right":0.00},…]}
/// ```
///
/// (on one line each). Shares are from 0 to 1 with two to four decimals, `null` where there is nothing
/// to take a share of. The type is one of `BeadType`, or `all`.
public enum EvaluationRecord {
  /// Appends a record for each type of beads, in the order of `BeadType`, and that of all.
  public static func append(_ score: AlignmentScore, to records: inout [UInt8]) {
    for type in BeadType.allCases {
      records.append("{\"record\":\"beads\",\"type\":\"")
      records.append(type.rawValue)
      records.append("\"")
      append(score, type, to: &records)
    }
    records.append("{\"record\":\"beads\",\"type\":\"all\"")
    append(score, nil, to: &records)
  }

  /// Appends the record of one document, by the names of its files: all its beads.
  public static func append(
    _ score: AlignmentScore, gold: String, file: String, to records: inout [UInt8]
  ) {
    records.append("{\"record\":\"document\",\"gold_file\":")
    JSONText.append(gold, to: &records)
    records.append(",\"file\":")
    JSONText.append(file, to: &records)
    append(score, nil, to: &records)
  }

  /// Appends a reliability table.
  public static func append(_ table: ReliabilityTable, to records: inout [UInt8]) {
    records.append("{\"record\":\"reliability\",\"beads\":")
    records.append(decimal: table.count)
    records.append(",\"expected_error\":")
    append(table.expectedError, to: &records)
    records.append(",\"bins\":[")
    for (index, bin) in table.bins.enumerated() {
      let bounds = ReliabilityTable.bounds(of: index)
      records.append(index == 0 ? "{\"from\":" : ",{\"from\":")
      records.append(score: bounds.lower)
      records.append(",\"to\":")
      records.append(score: bounds.upper)
      records.append(",\"beads\":")
      records.append(decimal: bin.count)
      records.append(",\"mean_score\":")
      append(bin.meanScore, to: &records)
      records.append(",\"right\":")
      append(bin.shareRight, to: &records)
      records.append("}")
    }
    records.append("]}\n")
  }

  /// Appends counts and rates, and closes the record.
  private static func append(
    _ score: AlignmentScore, _ type: BeadType?, to records: inout [UInt8]
  ) {
    let counts = score.counts(of: type)
    records.append(",\"gold\":")
    records.append(decimal: counts.gold)
    records.append(",\"found\":")
    records.append(decimal: counts.found)
    records.append(",\"strict\":")
    append(score.strict(of: type), to: &records)
    records.append(",\"lax\":")
    append(score.lax(of: type), to: &records)
    records.append("}\n")
  }

  private static func append(_ rates: AlignmentScore.Rates, to records: inout [UInt8]) {
    records.append("{\"precision\":")
    append(rates.precision, to: &records)
    records.append(",\"recall\":")
    append(rates.recall, to: &records)
    records.append(",\"f1\":")
    append(rates.f1, to: &records)
    records.append("}")
  }

  private static func append(_ share: Double?, to records: inout [UInt8]) {
    if let share { records.append(score: share) } else { records.append("null") }
  }
}

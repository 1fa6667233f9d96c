extension PlanReader {
  /// Reads the `match` of an input.
  ///
  /// - Parameters:
  ///   - entry: The key and its value.
  ///   - what: The input, as messages name it.
  ///   - roles: The pattern of its articles, if that is right.
  ///   - transcripts: The selection of its transcripts, if that is right.
  /// - Returns: What articles and transcripts must have in common; nil where that cannot be told.
  mutating func match(
    _ entry: ConfigurationNode.Entry, _ what: String, roles: PlannedInput.Roles?,
    transcripts: TranscriptSelection?
  ) -> TranscriptMatch? {
    var reader = MappingReader(entry.value, what: "'match' of \(what)")
    let by = reader.required("by", "'date', 'name' or both")
    let window = reader.text("window")
    problems += reader.finish()
    guard let by else { return nil }
    let criteria = criteria(by.value)
    var match = TranscriptMatch(criteria: criteria, window: TranscriptMatch.defaultWindow)
    if let window {
      if let days = TranscriptMatch.window(window.text) {
        match.window = days
      } else {
        report(
          window.place,
          "'window' must be a number of days from 0d to \(TranscriptMatch.maximumWindow)d, and this is "
            + "'\(window.text)'")
      }
      if !criteria.isEmpty, !criteria.contains(.date) {
        report(window.place, "'window' is a number of days, and 'match' does not go by date")
      }
    }
    guard let roles, let transcripts, !criteria.isEmpty else { return nil }
    if criteria.contains(.date), !PathDate.isNamed(in: roles.target) {
      report(
        by.value.place,
        "to match by date, the path pattern of the articles, '\(roles.target)', needs a capture "
          + "'{date}', or '{year}', '{month}' and '{day}'")
    }
    if criteria.contains(.name), match.sharedCaptures(roles.target, transcripts).isEmpty {
      report(
        by.value.place,
        "to match by name, the path patterns of articles and transcripts, '\(roles.target)' and "
          + "'\(transcripts)', need a capture that both have, such as '{event}'")
    }
    return match
  }

  /// The criteria that `by` names, one or a list; none where one of them is wrong.
  private mutating func criteria(_ node: ConfigurationNode) -> [TranscriptMatch.Criterion] {
    let items: [ConfigurationNode] =
      if case .sequence(let items) = node.value { items } else { [node] }
    var criteria: [TranscriptMatch.Criterion] = []
    let names = TranscriptMatch.Criterion.allCases.map(\.rawValue)
    let before = problems.count
    for item in items {
      guard let text = item.text, let criterion = TranscriptMatch.Criterion(rawValue: text) else {
        report(
          item.place,
          "'by' in 'match' must be \(names.joined(separator: " or ")), and this is \(item.kind)"
            + Suggestion.text(for: item.text ?? "", among: names))
        continue
      }
      if criteria.contains(criterion) {
        report(item.place, "'\(text)' stands twice in 'by'")
      } else {
        criteria.append(criterion)
      }
    }
    if items.isEmpty { report(node.place, "'by' in 'match' names nothing") }
    return problems.count == before ? criteria : []
  }
}

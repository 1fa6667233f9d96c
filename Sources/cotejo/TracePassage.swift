import Cotejo

/// Source words of a trace that are read in one go: places with no more between them than words that
/// were dropped.
struct TracePassage {
  /// The number of the transcript.
  let transcript: Int
  /// Who speaks, where the transcript says so.
  let speaker: String?
  /// Whether the words are somebody else's, read aloud or played.
  let isReadAloud: Bool
  /// The offset of the first byte in the text of the transcript.
  let start: Int32
  /// The words, with what was dropped between them.
  let words: StyledText

  /// The passages of some places, in their order.
  ///
  /// - Parameters:
  ///   - sources: the places.
  ///   - omitted: what was dropped in and between them.
  ///   - transcripts: the transcripts that both count by.
  /// - Returns: the passages; none for no places.
  static func passages(
    of sources: [Trace.Source], omitted: [Trace.Source] = [], in transcripts: [Document]
  ) -> [TracePassage] {
    var groups: [[Trace.Source]] = []
    for source in sources {
      if let last = groups.last?.last, last.transcript == source.transcript,
        isContinued(last, source, omitted, transcripts[source.transcript].text)
      {
        groups[groups.count - 1].append(source)
      } else {
        groups.append([source])
      }
    }
    return groups.map { group in
      let first = group[0]
      return TracePassage(
        transcript: first.transcript, speaker: first.speaker,
        isReadAloud: group.contains(where: \.isReadAloud), start: first.span.lower,
        words: words(
          of: TextSpan(first.span.lower, group[group.count - 1].span.upper),
          without: omitted.filter { $0.transcript == first.transcript }.map(\.span),
          in: transcripts[first.transcript].text))
    }
  }

  /// Whether nothing but dropped words, or no word at all, stands between two places.
  private static func isContinued(
    _ left: Trace.Source, _ right: Trace.Source, _ omitted: [Trace.Source], _ text: TextView
  ) -> Bool {
    guard right.span.lower >= left.span.upper else { return false }
    let gap = TextSpan(left.span.upper, right.span.lower)
    let isDropped = omitted.contains {
      $0.transcript == left.transcript && $0.span.lower >= gap.lower && $0.span.upper <= gap.upper
    }
    return isDropped
      || !text[gap].unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }

  /// The words of a range, stretches of it in the role of what was dropped or added.
  static func words(
    of span: TextSpan, without stretches: [TextSpan], in text: TextView,
    role: TerminalStyle.Role = .omitted
  ) -> StyledText {
    var words = StyledText()
    var offset = span.lower
    for stretch in stretches.sorted(by: { $0.lower < $1.lower }) {
      let lower = max(offset, stretch.lower)
      let upper = min(span.upper, stretch.upper)
      guard lower < upper else { continue }
      words.append(text[TextSpan(offset, lower)])
      words.append(text[TextSpan(lower, upper)], role)
      offset = upper
    }
    words.append(text[TextSpan(offset, span.upper)])
    return words
  }
}

/// What a trace comes to.
enum TraceVerdict: String, CaseIterable {
  case found
  case elsewhere = "spoken elsewhere"
  case notFound = "not found"

  /// The verdict of a trace.
  init(_ trace: Trace) {
    self = trace.isFound ? .found : trace.origin == .elsewhere ? .elsewhere : .notFound
  }

  /// How it is set.
  var role: TerminalStyle.Role {
    switch self {
    case .found: .found
    case .elsewhere: .elsewhere
    case .notFound: .notFound
    }
  }

  /// `20 quotations: 17 found, 2 spoken elsewhere, 1 not found`.
  static func counts(_ traces: [Trace]) -> String {
    let verdicts = traces.map(TraceVerdict.init)
    let counts = allCases.compactMap { verdict in
      let count = verdicts.count { $0 == verdict }
      return count > 0 ? "\(count) \(verdict.rawValue)" : nil
    }
    let total = "\(traces.count) quotation\(traces.count == 1 ? "" : "s")"
    return counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))"
  }
}

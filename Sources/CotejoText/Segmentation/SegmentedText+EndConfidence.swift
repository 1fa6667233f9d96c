extension SegmentedText {
  /// How sure it is that each sentence ends where it does: the probability, from 0 to 1, that it is
  /// an end and that a translation would have one there, too.
  ///
  /// 1 for the last sentence of a paragraph. Where the language has a model of sentence ends, the
  /// probability comes from the words around the place; it is `lineConfidence` where a line ends, and
  /// else at least a half where there is no stop, since the segmenter had a reason to end it. Without
  /// a model it is `stopConfidence` behind a stop and `lineConfidence` elsewhere.
  ///
  /// The sentences need not come from a segmenter.
  /// - Parameter pack: the data of the text's language; `nil` if there are none.
  /// - Returns: a probability for each sentence, in the order of `sentences`.
  /// - Complexity: O(*n*) in the number of sentences.
  public func endConfidences(pack: LanguagePack?) -> [Float] {
    let bytes = text.bytes.span
    var confidences = [Float](repeating: 1, count: sentences.count)
    // The end of the paragraph, from its last sentence on backwards.
    var ceiling = 0
    for index in sentences.indices.reversed() {
      let sentence = sentences[index]
      let next = index + 1 < sentences.count ? sentences[index + 1] : nil
      guard let next, next.paragraph == sentence.paragraph,
        sentence.span.upper <= next.span.lower, !sentence.span.isEmpty, !next.span.isEmpty
      else {
        ceiling = Int(sentence.span.upper)
        continue
      }
      confidences[index] = Self.endConfidence(
        of: sentence.span, before: next.span, ceiling: ceiling, in: bytes,
        classifier: pack?.sentenceClassifier)
    }
    return confidences
  }

  /// The share of ends behind a stop that were right by the rules alone in news, encyclopaedia and
  /// prose of Spanish, English and Portuguese whose sentences had been marked.
  static let stopConfidence: Float = 0.99
  /// What is taken for the probability of the ends of items, headlines and lines.
  static let lineConfidence: Float = 0.9

  private static func endConfidence(
    of sentence: TextSpan, before next: TextSpan, ceiling: Int, in text: Span<UInt8>,
    classifier: SentenceClassifier?
  ) -> Float {
    let end = Int(sentence.upper)
    let start = Int(next.lower)
    let place = SentencePlace(
      end: end, next: start, start: Int(sentence.lower), in: text, ceiling: ceiling)
    let hasStop =
      place.before.trail == .stop
      || (place.before.trail == .closer || place.before.trail == .quote)
        && place.before.first == .stop
    guard let classifier, end < start else {
      return hasStop ? stopConfidence : lineConfidence
    }
    func probability(_ question: SentencePlace.Question) -> Float {
      Float(
        SentenceClassifier.probability(
          ofLogOdds: classifier.logOdds(of: question, at: place, in: text, ceiling: ceiling)))
    }
    let question =
      classifier.thresholds == nil ? nil : place.question(words: classifier.words, in: text)
    switch question {
    case .small?: return max(probability(.small), 0.5)
    case .unstopped? where !hasLineEnd(from: end, to: start, in: text):
      return max(probability(.unstopped), 0.5)
    default: return hasStop ? probability(.stopped) : lineConfidence
    }
  }

  private static func hasLineEnd(from lower: Int, to upper: Int, in text: Span<UInt8>) -> Bool {
    for offset in lower..<upper where text[offset] == 0x0A || text[offset] == 0x0D { return true }
    return false
  }
}

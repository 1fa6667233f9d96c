/// What rules and lists leave to the classifier: ends without a stop and before a small letter.
extension SentenceRules {
  /// Whether the ASCII capital or digit at `offset` may begin a word that a sentence without a stop
  /// ends before, by the bytes next to it; `start` is the first byte of the sentence so far.
  ///
  /// Of what begins with a digit only dates are looked at: 3/27/2001.
  @inline(__always)
  static func mayBeginUnstopped(
    at offset: Int, start: Int, in text: Span<UInt8>, ceiling: Int
  ) -> Bool {
    guard offset > start, !TextChunk.isWord(text[offset - 1]) else { return false }
    return text[offset] > 0x39
      || offset + 2 < ceiling
        && (text[offset + 1] == UInt8(ascii: "/") || text[offset + 2] == UInt8(ascii: "/"))
  }

  /// Looks for the end of a sentence without a stop before the chunk that a capital or digit begins.
  ///
  /// - Parameters:
  ///   - offset: what may begin one (`mayBeginUnstopped`).
  ///   - start: the first byte of the sentence so far.
  ///   - paragraph: what is known of the paragraph.
  ///   - classifier: the one that finds ends.
  ///   - text: valid UTF-8.
  ///   - ceiling: the end of the paragraph.
  /// - Returns: where the sentence ends and where the next one begins; `nil` if none ends there.
  /// - Complexity: O(1), and once a paragraph O(*n*) in its bytes.
  func unstoppedEnd(
    at offset: Int, start: Int, paragraph: inout ParagraphFacts, by classifier: SentenceClassifier,
    in text: Span<UInt8>, ceiling: Int
  ) -> (end: Int, next: Int)? {
    guard let next = chunkStart(before: offset, floor: start, in: text), next > start else {
      return nil
    }
    let end = text.trimmingWhiteSpace(before: next, floor: start)
    // What a plain stop means has been decided.
    guard end > start, end < next, text[end - 1] != UInt8(ascii: "."),
      let thresholds = classifier.thresholds
    else {
      return nil
    }
    let behind = SentencePlace.chunk(from: next, ceiling: ceiling, in: text)
    // Most capitals begin names, which are not asked about, whatever stands before them.
    if TextChunk.isWord(text[end - 1]), behind.chunk.shape == .capital,
      !classifier.words.contains(behind.chunk.hash)
    {
      return nil
    }
    let place = SentencePlace(end: end, next: next, behind: behind, start: start, in: text)
    guard place.question(words: classifier.words, in: text) == .unstopped else { return nil }
    let odds = classifier.logOdds(
      of: .unstopped, at: place, stops: &paragraph.stops, in: text, ceiling: ceiling)
    guard odds > min(thresholds.informal, thresholds.formal) else { return nil }
    if odds > max(thresholds.informal, thresholds.formal) { return (end, next) }
    let threshold = paragraph.isInformal(in: text) ? thresholds.informal : thresholds.formal
    return odds > threshold ? (end, next) : nil
  }

  /// Whether a sentence ends at a gap before a small letter that the rules let pass.
  func endsBeforeSmallLetter(
    _ gap: SentenceGap, start: Int, paragraph: inout ParagraphFacts,
    by classifier: SentenceClassifier, in text: Span<UInt8>, floor: Int, ceiling: Int
  ) -> Bool {
    guard let thresholds = classifier.thresholds, gap.hasSpace, !gap.isClosed,
      gap.next < ceiling, gap.end > start,
      text.sentenceCharacter(at: gap.next, ceiling: ceiling) == .lower,
      abbreviations.match(endingAt: gap.stop, in: text, floor: floor) == nil,
      // `Really? she said`; farther on such verbs have other uses: `I am going`.
      !(gap.isStrong && isAttribution(at: gap.next, words: 2, in: text, ceiling: ceiling))
    else { return false }
    let place = SentencePlace(
      end: gap.end, next: gap.next, start: start, in: text, ceiling: ceiling)
    guard place.question(words: classifier.words, in: text) == .small else { return false }
    let odds = classifier.logOdds(
      of: .small, at: place, stops: &paragraph.stops, in: text, ceiling: ceiling)
    return odds > thresholds.small
  }

  /// Where the chunk begins that only opening marks part from `offset`; `nil` if a word does, or too
  /// many marks.
  private func chunkStart(before offset: Int, floor: Int, in text: Span<UInt8>) -> Int? {
    var lower = offset
    var left = 8
    while lower > floor, text[lower - 1] > 0x20 {
      let width = TextChunk.markLength(before: lower, floor: floor, in: text)
      guard width > 0, left > 0 else { return nil }
      lower -= width
      left -= 1
    }
    return lower
  }
}

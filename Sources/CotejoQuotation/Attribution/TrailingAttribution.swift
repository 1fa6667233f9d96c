internal import CotejoText

/// Finds who speaks a quotation by what follows it: a cue right behind or at the end of its sentence,
/// or a signature.
struct TrailingAttribution {
  private let frame: Frame
  private let subjects: SubjectFinder
  private let cues: CueFinder

  private var words: ArticleWords { frame.words }

  /// Opens a finder for the words of the frame in which subjects are found.
  init(subjects: SubjectFinder) {
    frame = subjects.frame
    self.subjects = subjects
    cues = CueFinder(words: subjects.words)
  }

  /// What stands right behind the quotation: `said X`, `X said`, `according to X`, `—X`.
  func behind(_ range: Range<Int>, isFragment: Bool) -> AttributionCandidate? {
    let sentence = frame.sentence(of: range.upperBound - 1)
    let limit = min(sentence.upperBound, range.upperBound + AttributionCandidate.reach)
    var index = range.upperBound
    var hasDash = false
    while index < limit, !words[index].isWord {
      if words.isMark(index, [.semicolon, .colon, .openingParenthesis]) { return nil }
      hasDash = hasDash || words.isMark(index, [.hyphen, .enDash, .raya, .bar])
      index += 1
    }
    guard index < limit, !frame.isSpoken(index) else { return nil }
    let endsOpen = endsOpen(range)
    var start = index
    while start < limit, start < index + 5, !frame.isSpoken(start), words[start].isWord,
      words[start].isAny([
        .auxiliary, .adverb, .objectPronoun, .negation, .sourcePhrase,
      ]), !words[start].isAny(.pronoun), cues.cue(at: start) == nil
    {
      start += 1
    }
    if start < limit, let cue = cues.cue(at: start),
      !cue.classes.contains(.gerund) || start == index
    {
      if cue.isSourcePhrase {
        guard cue.classes.contains(.sourcePhrase) else { return nil }
        let mention = subjects.subject(of: cue, isBehindQuotation: true)
        return AttributionCandidate(
          attribution: Attribution(cue: cue.words, mention: mention), score: 0.8)
      }
      let mention =
        subjects.subject(of: cue, isBehindQuotation: true)
        ?? subjects.firstSubject(
          in: min(sentence.lowerBound, range.lowerBound)..<range.lowerBound)
      let score = endsOpen || !isFragment ? 1.0 : 0.55
      return AttributionCandidate(
        attribution: Attribution(cue: cue.words, mention: mention), score: score)
    }
    if hasDash, let name = NounPhraseReader(frame: frame).phrase(from: index, limit: limit),
      name.contains(where: { frame.isNameLike($0) || words[$0].isCapitalized })
    {
      return AttributionCandidate(attribution: Attribution(cue: nil, mention: name), score: 0.7)
    }
    guard endsOpen || !isFragment else { return nil }
    for next in index..<limit {
      if frame.isSpoken(next) { break }
      guard let cue = cues.cue(at: next), !cue.isSourcePhrase,
        cue.classes.isDisjoint(with: [.gerund]),
        !cue.classes.isDisjoint(with: [.reportingVerb, .speakingVerb, .claimVerb])
      else { continue }
      guard let mention = subjects.subject(of: cue, isBehindQuotation: false),
        mention.lowerBound >= index, mention.lowerBound <= index + 1
      else { break }
      return AttributionCandidate(
        attribution: Attribution(cue: cue.words, mention: mention), score: 0.95)
    }
    return nil
  }

  /// Whether a quotation ends so that the sentence goes on behind it: with a comma, question or
  /// exclamation mark or none, inside or behind its marks.
  private func endsOpen(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    if words.isMark(last, [.comma, .exclamation, .question]) { return true }
    if words.isMark(last, .fullStop) { return false }
    var index = range.upperBound
    while index < words.count, !words[index].isWord, index < range.upperBound + 3 {
      if words.isMark(index, [.comma, .raya, .enDash, .bar]) { return true }
      if words.isMark(index, .fullStop) { return false }
      index += 1
    }
    return false
  }

  /// The inverted verb that ends the sentence, as in `it was “a”, and “b”, too, said the minister`.
  func atSentenceEnd(_ range: Range<Int>) -> AttributionCandidate? {
    let sentence = frame.sentence(of: range.upperBound - 1)
    guard sentence.upperBound - range.upperBound <= AttributionCandidate.reach else { return nil }
    for index in range.upperBound..<sentence.upperBound
    where !frame.isSpoken(index) && words.isMark(index, .comma) {
      var start = index + 1
      while start < sentence.upperBound, words[start].isWord,
        words[start].isAny([.auxiliary, .adverb, .objectPronoun])
      {
        start += 1
      }
      guard start < sentence.upperBound, !frame.isSpoken(start), let cue = cues.cue(at: start),
        !cue.isSourcePhrase, cue.classes.isDisjoint(with: .gerund),
        cue.classes.contains(.reportingVerb),
        let mention = subjects.subject(of: cue, isBehindQuotation: true),
        mention.lowerBound >= start, sentence.upperBound - mention.upperBound <= 2
      else { continue }
      return AttributionCandidate(
        attribution: Attribution(cue: cue.words, mention: mention), score: 0.7)
    }
    return nil
  }

  /// The name that closes the paragraph behind a quotation: `“…” - Ana Ruiz`, `“…” Ana Ruiz, “Title”`.
  func signature(of range: Range<Int>) -> AttributionCandidate? {
    let paragraph = words[range.lowerBound].paragraph
    let first = frame.sentence(of: range.lowerBound).lowerBound
    // The quotation opens its paragraph.
    guard first == 0 || words[first - 1].paragraph != paragraph, frame.isFirst(range.lowerBound)
    else { return nil }
    var end = range.upperBound
    while end < words.count, words[end].paragraph == paragraph, end - range.upperBound < 24 {
      end += 1
    }
    guard end == words.count || words[end].paragraph != paragraph else { return nil }
    var index = range.upperBound
    while index < end, !words[index].isWord { index += 1 }
    guard index < end, words[index].isCapitalized,
      let name = NounPhraseReader(frame: frame).phrase(from: index, limit: end),
      !(index..<end).contains(where: {
        words[$0].marked < 0 && !frame.isNameLike($0) && words[$0].isAny([.auxiliary, .verbShape])
          || words[$0].marked < 0 && cues.cue(at: $0) != nil
      })
    else { return nil }
    return AttributionCandidate(attribution: Attribution(cue: nil, mention: name), score: 0.65)
  }
}

internal import CotejoText

/// Who speaks some words and how the text says so, by the numbers of words.
struct Attribution: Hashable, Sendable {
  /// The verb or phrase; nil for a bare name as in `“…” —Ana Ruiz`.
  var cue: Range<Int>?
  /// The words that name the speaker; nil where the sentence leaves them out.
  var mention: Range<Int>?
}

/// Finds the cue and the speaker of each direct quotation in its own sentence, or in the paragraph
/// that leads in to it.
struct QuotationAttribution {
  /// The words around quotations.
  let frame: Frame
  private let subjects: SubjectFinder
  private let cues: CueFinder

  private var words: ArticleWords { frame.words }

  /// Opens a finder for the words of a frame.
  init(frame: Frame) {
    self.frame = frame
    subjects = SubjectFinder(frame: frame)
    cues = CueFinder(words: frame.words)
  }

  /// What the words before or behind a quotation say of its speaker, and how sure that is.
  private struct Candidate {
    var attribution: Attribution
    /// Orders candidates; set by hand so that nearer and fuller forms come first.
    var score: Double
  }

  /// How far from its quotation a cue may stand, in words.
  private static let reach = 60

  /// The attribution of the words `range`, which are one quotation; nil where its sentence has none.
  func attribution(of range: Range<Int>, isFragment: Bool) -> Attribution? {
    var best: Candidate?
    for candidate in [
      before(range), behind(range, isFragment: isFragment), atSentenceEnd(range), leadIn(range),
      signature(of: range),
    ].compactMap({ $0 }) where candidate.score > best?.score ?? 0 {
      best = candidate
    }
    return best?.attribution
  }

  /// What stands right behind the quotation: `said X`, `X said`, `according to X`, `—X`.
  private func behind(_ range: Range<Int>, isFragment: Bool) -> Candidate? {
    let sentence = frame.sentence(of: range.upperBound - 1)
    let limit = min(sentence.upperBound, range.upperBound + Self.reach)
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
        return Candidate(attribution: Attribution(cue: cue.words, mention: mention), score: 0.8)
      }
      let mention =
        subjects.subject(of: cue, isBehindQuotation: true)
        ?? subjects.firstSubject(
          in: min(sentence.lowerBound, range.lowerBound)..<range.lowerBound)
      let score = endsOpen || !isFragment ? 1.0 : 0.55
      return Candidate(attribution: Attribution(cue: cue.words, mention: mention), score: score)
    }
    if hasDash, let name = NounPhraseReader(frame: frame).phrase(from: index, limit: limit),
      name.contains(where: { frame.isNameLike($0) || words[$0].isCapitalized })
    {
      return Candidate(attribution: Attribution(cue: nil, mention: name), score: 0.7)
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
      return Candidate(attribution: Attribution(cue: cue.words, mention: mention), score: 0.95)
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

  /// What stands before the quotation in its sentence: `X said, “`, `X said it was “`, `X: “`.
  private func before(_ range: Range<Int>) -> Candidate? {
    let sentence = frame.sentence(of: range.lowerBound)
    let floor = max(sentence.lowerBound, range.lowerBound - Self.reach)
    guard floor < range.lowerBound else { return nil }
    let beside = besideStart(range.lowerBound, floor: floor)
    let found = (floor..<range.lowerBound).compactMap { index in
      frame.isSpoken(index) ? nil : cues.cue(at: index)
    }
    let verbs = found.filter { cue in
      guard !cue.isSourcePhrase else { return false }
      let isBeside = cue.words.upperBound >= beside
      let isFinite = cue.classes.isDisjoint(with: .infinitive) || hasPluralSubject(cue)
      let isReporting = !cue.classes.isDisjoint(
        with: [.reportingVerb, .claimVerb, .namingVerb, .promiseVerb])
      return isBeside || isFinite && isReporting
    }
    let hasColon = words.isMark(lastMark(before: range.lowerBound), .colon)
    if let last = verbs.last {
      let isBeside = last.words.upperBound >= beside
      let cue = isBeside || hasColon ? last : governing(verbs, of: range.lowerBound)
      let score = hasColon && !isBeside ? 0.96 : hasColon ? 1.05 : isBeside ? 0.97 : 0.6
      return Candidate(attribution: attribution(of: cue, floor: floor), score: score)
    }
    if let source = found.last(where: \.isSourcePhrase) {
      let mention = subjects.subject(of: source, isBehindQuotation: false)
      return Candidate(attribution: Attribution(cue: source.words, mention: mention), score: 0.58)
    }
    return label(before: range.lowerBound, floor: sentence.lowerBound)
  }

  /// Where the words begin that only tie a quotation to its cue: *that*, *him*, *the words*.
  private func besideStart(_ end: Int, floor: Int) -> Int {
    var index = end
    while index > floor, !frame.isSpoken(index - 1) {
      let word = words[index - 1]
      guard
        !word.isWord
          || word.isAny([.subordinator, .objectPronoun, .adverb, .reportingNoun])
            && !word.isAny(.anyVerb)
      else { break }
      index -= 1
    }
    return index
  }

  /// The mark next before a quotation, its own aside; the word before it if there is none.
  private func lastMark(before end: Int) -> Int {
    var index = end - 1
    while index > 0, words[index].kind == .mark, words[index].marked == words[end].marked {
      index -= 1
    }
    return index
  }

  /// Of the verbs before a fragment the one that reports it: the nearest verb of saying, or one that
  /// reports that one's clause, too.
  private func governing(_ verbs: [Cue], of end: Int) -> Cue {
    let nearest = verbs[verbs.count - 1]
    if nearest.classes.contains(.namingVerb), nearest.words.upperBound + 8 > end { return nearest }
    guard
      let index = verbs.lastIndex(where: {
        $0.classes.contains(.reportingVerb) && !$0.classes.contains(.gerund)
      })
    else { return nearest }
    var chosen = verbs[index]
    for outer in verbs[..<index].reversed() where outer.classes.contains(.reportingVerb) {
      let between = outer.words.upperBound..<chosen.words.lowerBound
      let opens = between.prefix(10).contains {
        words[$0].isAny(.subordinator) && !frame.isSpoken($0)
      }
      let isOver = between.contains {
        words.isMark($0, .semicolon)
          || words.isMark($0, .comma) && $0 + 1 < end && words[$0 + 1].isAny(.conjunction)
      }
      if opens, !isOver { chosen = outer }
    }
    return chosen
  }

  /// A cue before a quotation with its subject, which follows the cue if a quotation goes before it.
  private func attribution(of cue: Cue, floor: Int) -> Attribution {
    var index = cue.words.lowerBound - 1
    while index > floor, !words[index].isWord, !frame.isSpoken(index) { index -= 1 }
    let isBehind = index >= floor && frame.isSpoken(index)
    return Attribution(
      cue: cue.words, mention: subjects.subject(of: cue, isBehindQuotation: isBehind))
  }

  /// Whether a bare English form is a present tense, as behind a plural.
  private func hasPluralSubject(_ cue: Cue) -> Bool {
    let before = cue.words.lowerBound - 1
    guard before >= 0, words[before].isWord else { return false }
    return words[before].isAny([.plural, .firstPerson])
      || words[before].isAny([.auxiliary, .relative])
  }

  /// The speaker before a colon without a verb: `The minister: “`, `And from Chairwoman Lo: “`.
  private func label(before end: Int, floor: Int) -> Candidate? {
    var index = end - 1
    while index >= floor, !words[index].isWord, !words.isMark(index, .colon) { index -= 1 }
    guard index > floor, words.isMark(index, .colon), index - floor <= 14 else { return nil }
    let reader = NounPhraseReader(frame: frame)
    guard let phrase = reader.phrase(before: index, floor: floor),
      phrase.contains(where: {
        frame.isNameLike($0) || words[$0].isAny([.role, .title, .body])
          || words[$0].isAny(.firstName) && words[$0].isCapitalized
      })
    else { return nil }
    let isWhole = phrase.lowerBound == floor
    let isFrom = phrase.lowerBound > floor && words[phrase.lowerBound - 1].isAny(.preposition)
    guard isWhole || isFrom else { return nil }
    return Candidate(attribution: Attribution(cue: nil, mention: phrase), score: 0.5)
  }

  /// The inverted verb that ends the sentence, as in `it was “a”, and “b”, too, said the minister`.
  private func atSentenceEnd(_ range: Range<Int>) -> Candidate? {
    let sentence = frame.sentence(of: range.upperBound - 1)
    guard sentence.upperBound - range.upperBound <= Self.reach else { return nil }
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
      return Candidate(attribution: Attribution(cue: cue.words, mention: mention), score: 0.7)
    }
    return nil
  }

  /// The paragraph before, where it ends in a colon or comma and the quotation stands alone.
  private func leadIn(_ range: Range<Int>) -> Candidate? {
    let number = frame.sentenceNumber(of: range.lowerBound)
    let sentence = frame.sentences[number]
    guard number > 0,
      !(sentence.lowerBound..<range.lowerBound).contains(where: { words[$0].isWord })
    else { return nil }
    let lead = frame.sentences[number - 1]
    let last = lead.upperBound - 1
    guard words.isMark(last, [.colon, .comma]), !frame.isSpoken(last) else { return nil }
    let floor = max(lead.lowerBound, last - Self.reach)
    for index in stride(from: last - 1, through: floor, by: -1) where !frame.isSpoken(index) {
      guard let cue = cues.cue(at: index), !cue.isSourcePhrase else { continue }
      let mention = subjects.subject(of: cue, isBehindQuotation: false)
      return Candidate(attribution: Attribution(cue: cue.words, mention: mention), score: 0.45)
    }
    return label(before: lead.upperBound, floor: floor)
  }

  /// The name that closes the paragraph behind a quotation: `“…” - Ana Ruiz`, `“…” Ana Ruiz, “Title”`.
  private func signature(of range: Range<Int>) -> Candidate? {
    let paragraph = words[range.lowerBound].paragraph
    let first = frame.sentence(of: range.lowerBound).lowerBound
    // The quotation opens its paragraph.
    guard first == 0 || words[first - 1].paragraph != paragraph,
      !(first..<range.lowerBound).contains(where: { words[$0].isWord })
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
    return Candidate(attribution: Attribution(cue: nil, mention: name), score: 0.65)
  }
}

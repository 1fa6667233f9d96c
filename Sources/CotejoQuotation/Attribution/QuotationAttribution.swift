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
      if words.isMark(index, 0x3B, 0x3A, 0x28) { return nil }
      hasDash = hasDash || words.isMark(index, 0x2D, 0x2013, 0x2014, 0x2015)
      index += 1
    }
    guard index < limit, !frame.isSpoken(index) else { return nil }
    let endsOpen = endsOpen(range)
    var start = index
    while start < limit, start < index + 5, !frame.isSpoken(start), words[start].isWord,
      words[start].isAny([.auxiliary, .adverb, .objectPronoun, .negation]),
      !words[start].isAny(.pronoun)
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
        ?? subjects.mainSubject(before: range.lowerBound, in: sentence)
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
    if words.isMark(last, 0x2C, 0x21, 0x3F) { return true }
    if words.isMark(last, 0x2E) { return false }
    var index = range.upperBound
    while index < words.count, !words[index].isWord, index < range.upperBound + 3 {
      if words.isMark(index, 0x2C, 0x2014, 0x2013, 0x2015) { return true }
      if words.isMark(index, 0x2E) { return false }
      index += 1
    }
    return false
  }

  /// What stands before the quotation in its sentence: `X said, “`, `X said it was “`, `X: “`.
  private func before(_ range: Range<Int>) -> Candidate? {
    let sentence = frame.sentence(of: range.lowerBound)
    let floor = max(sentence.lowerBound, range.lowerBound - Self.reach)
    var index = range.lowerBound - 1
    var isAdjacent = true
    var source: Cue?
    while index >= floor {
      if frame.isSpoken(index) {
        isAdjacent = false
        index -= 1
        continue
      }
      if let cue = cues.cue(at: index) {
        if cue.isSourcePhrase {
          if source == nil { source = cue }
        } else if cue.classes.isDisjoint(with: .infinitive) || isAdjacent || hasPluralSubject(cue) {
          let isOnlyBeside = cue.classes.isDisjoint(
            with: [.reportingVerb, .namingVerb, .claimVerb, .promiseVerb])
          if isAdjacent || !isOnlyBeside {
            let isBehind = cue.words.lowerBound > floor && frame.isSpoken(cue.words.lowerBound - 1)
            let mention = subjects.subject(of: cue, isBehindQuotation: isBehind)
            return Candidate(
              attribution: Attribution(cue: cue.words, mention: mention),
              score: isAdjacent ? 0.97 : 0.6)
          }
        }
      }
      if words[index].isWord, !words[index].isAny([.subordinator, .objectPronoun, .adverb]) {
        isAdjacent = isAdjacent && words[index].isAny([.reportingNoun])
      }
      index -= 1
    }
    if let source {
      let mention = subjects.subject(of: source, isBehindQuotation: false)
      return Candidate(attribution: Attribution(cue: source.words, mention: mention), score: 0.58)
    }
    return label(before: range.lowerBound, floor: sentence.lowerBound)
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
    while index >= floor, !words[index].isWord, !words.isMark(index, 0x3A) { index -= 1 }
    guard index > floor, words.isMark(index, 0x3A), index - floor <= 14 else { return nil }
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

  /// The inverted verb that ends the sentence: `… “a”, while “b” and so on, said the minister.`
  private func atSentenceEnd(_ range: Range<Int>) -> Candidate? {
    let sentence = frame.sentence(of: range.upperBound - 1)
    guard sentence.upperBound - range.upperBound <= Self.reach else { return nil }
    for index in range.upperBound..<sentence.upperBound
    where !frame.isSpoken(index) && words.isMark(index, 0x2C) {
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
    guard words.isMark(last, 0x3A, 0x2C), !frame.isSpoken(last) else { return nil }
    let floor = max(lead.lowerBound, last - Self.reach)
    for index in stride(from: last - 1, through: floor, by: -1) where !frame.isSpoken(index) {
      guard let cue = cues.cue(at: index), !cue.isSourcePhrase else { continue }
      let mention = subjects.subject(of: cue, isBehindQuotation: false)
      return Candidate(attribution: Attribution(cue: cue.words, mention: mention), score: 0.45)
    }
    return label(before: lead.upperBound, floor: floor)
  }
}

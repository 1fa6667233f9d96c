internal import CotejoText

/// Finds who speaks a quotation by what leads in to it: a cue or a label in its own sentence, or the
/// paragraph before.
struct LeadingAttribution {
  private let frame: Frame
  private let subjects: SubjectFinder
  private let cues: CueFinder

  private var words: ArticleWords { frame.words }

  /// The most marks between a label's colon and the words that it labels.
  private static let mostMarks = 24

  /// Opens a finder for the words of the frame in which subjects are found.
  init(subjects: SubjectFinder) {
    frame = subjects.frame
    self.subjects = subjects
    cues = CueFinder(words: subjects.words)
  }

  /// What stands before the quotation in its sentence: `X said, “`, `X said it was “`, `X: “`.
  func before(_ range: Range<Int>) -> AttributionCandidate? {
    let sentence = frame.sentence(of: range.lowerBound)
    let floor = max(sentence.lowerBound, range.lowerBound - AttributionCandidate.reach)
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
      return AttributionCandidate(attribution: attribution(of: cue, floor: floor), score: score)
    }
    if let source = found.last(where: \.isSourcePhrase) {
      let mention = subjects.subject(of: source, isBehindQuotation: false)
      return AttributionCandidate(
        attribution: Attribution(cue: source.words, mention: mention), score: 0.58)
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
  private func label(before end: Int, floor: Int) -> AttributionCandidate? {
    var index = end - 1
    while index >= floor, end - index <= Self.mostMarks, !words[index].isWord,
      !words.isMark(index, .colon)
    {
      index -= 1
    }
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
    return AttributionCandidate(attribution: Attribution(cue: nil, mention: phrase), score: 0.5)
  }

  /// The paragraph before, where it ends in a colon or comma and the quotation stands alone.
  func leadIn(_ range: Range<Int>) -> AttributionCandidate? {
    let number = frame.sentenceNumber(of: range.lowerBound)
    guard number > 0, frame.isFirst(range.lowerBound) else { return nil }
    let lead = frame.sentences[number - 1]
    let last = lead.upperBound - 1
    guard words.isMark(last, [.colon, .comma]), !frame.isSpoken(last) else { return nil }
    let floor = max(lead.lowerBound, last - AttributionCandidate.reach)
    for index in stride(from: last - 1, through: floor, by: -1) where !frame.isSpoken(index) {
      guard let cue = cues.cue(at: index), !cue.isSourcePhrase else { continue }
      let mention = subjects.subject(of: cue, isBehindQuotation: false)
      return AttributionCandidate(
        attribution: Attribution(cue: cue.words, mention: mention), score: 0.45)
    }
    return label(before: lead.upperBound, floor: floor)
  }
}

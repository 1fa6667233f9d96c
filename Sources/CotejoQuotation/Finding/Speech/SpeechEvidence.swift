internal import CotejoText

/// Collects what speaks for and against words between marks being speech.
struct SpeechEvidence {
  private let words: ArticleWords
  private let cues: CueFinder

  /// Words of the first and second person.
  private static let personal: WordClasses = [.firstPerson, .speakerWord, .addressWord]

  /// How many words away from the marks a cue still tells.
  private static let reach = 40
  /// How many other words between marks may stand between a cue and those that are asked about.
  private static let mostPassed = 40
  /// How many words may stand between marks and a cue behind them: the speaker's name and office.
  private static let subjectLength = 9

  /// Takes the words of an article, cut with the spans that are asked about.
  init(words: ArticleWords) {
    self.words = words
    cues = CueFinder(words: words)
  }

  /// The features that words between marks have, but `isAmongSpeech`.
  ///
  /// - Complexity: O(*n*) in the words between the marks and those up to 40 away, others between
  ///   marks not counted.
  func features(of span: MarkedSpan) -> Set<SpeechFeature> {
    let inside = words.index(from: span.span.lower)..<words.index(from: span.span.upper)
    let left = words.index(from: span.outer.lower) - 1
    let right = words.index(from: span.outer.upper)
    var features: Set<SpeechFeature> = [.always]
    addWording(inside, right: right, span, to: &features)
    addBefore(left, span, to: &features)
    addBehind(right, span, to: &features)
    if features.contains(.endsInStop), !features.contains(.beginsSmall),
      features.contains(.beginsSentence) || features.contains(.cueBefore)
        || features.contains(.colonBefore)
    {
      features.insert(.isSentence)
    }
    // Words that have lost a mark are speech only where something else says so.
    let isVouchedFor =
      features.contains(.cueBehind)
      || span.isUnclosed && !features.isDisjoint(with: [.cueBefore, .inReportedClause])
      || span.isUnclosed && features.contains(.beginsSentence)
    if span.isUnclosed || span.isUnopened, !isVouchedFor { features.insert(.isStray) }
    return features
  }

  /// Whether words between marks are a part of the sentence around them, rather than one or more
  /// sentences of their own.
  func isPartOfSentence(_ span: MarkedSpan, _ features: Set<SpeechFeature>) -> Bool {
    if features.contains(.beginsSentence) { return false }
    let left = words.index(from: span.outer.lower) - 1
    return features.contains(.beginsSmall) || !isPause(left)
  }

  // MARK: Inside

  private func addWording(
    _ inside: Range<Int>, right: Int, _ span: MarkedSpan, to features: inout Set<SpeechFeature>
  ) {
    let numbers = inside.filter { words[$0].isWord }
    switch numbers.count {
    case ...1: features.insert(.isOneWord)
    case 2...3: features.insert(.isShort)
    case 7...: features.insert(.isLong)
    default: break
    }
    if let first = numbers.first, words[first].kind == .word, !words[first].isCapitalized {
      features.insert(.beginsSmall)
    }
    // Articles, prepositions and the like have small letters in titles, too.
    let weighty = numbers.filter { number in
      words[number].kind == .word
        && !words[number].isAny([
          .determiner, .preposition, .conjunction, .contraction, .nameParticle, .possessive,
        ])
    }
    let capitals = weighty.count { words[$0].isCapitalized }
    if capitals > 0, capitals == weighty.count, numbers.count <= 12 {
      features.insert(.isCapitalized)
    }
    let clause: WordClasses = [
      .auxiliary, .negation, .relative, .subordinator, .firstPerson, .objectPronoun, .reportingVerb,
    ]
    let clauseWords = numbers.count { number in
      words[number].isAny(clause)
        || words[number].isAny(.pronoun) && !words[number].isAny(.determiner)
    }
    if clauseWords > 0, numbers.count > 2 { features.insert(.hasClause) }
    if numbers.contains(where: { words[$0].isAny(Self.personal) }) { features.insert(.hasPerson) }
    let isStopInside = inside.last.map { isStop($0) || isPause($0) } ?? false
    let isStopBehind =
      right < words.count && isSame(right, span) && (isStop(right) || isPause(right))
    if isStopInside || isStopBehind {
      features.insert(.endsInStop)
    }
  }

  // MARK: Before

  private func addBefore(
    _ left: Int, _ span: MarkedSpan, to features: inout Set<SpeechFeature>
  ) {
    guard left >= 0, isSame(left, span), !isStop(left) else {
      features.insert(.beginsSentence)
      return
    }
    let isColon = words.isMark(left, .colon)
    if isColon { features.insert(.colonBefore) }
    let isPaused = isColon || isPause(left)
    let last = isPaused ? left - 1 : left
    if !isPaused {
      let word = words[left]
      if word.isAny([.determiner, .possessive, .contraction]), !word.isAny(.relative) {
        features.insert(.determinerBefore)
      }
      if word.isAny([.subordinator, .relative, .conjunction]) { features.insert(.linkBefore) }
    }
    if isNamed(last) { features.insert(.titleWordBefore) }
    var distance = 0
    var passed = 0
    var index = last
    var isReported = false
    while index >= 0, isSame(index, span), distance < Self.reach, !isStop(index) {
      if let run = words.markedRun(at: index) {
        passed += 1
        if run.holdsStop || passed > Self.mostPassed { return }
        index = min(index, run.words.lowerBound) - 1
        continue
      }
      defer { index -= 1 }
      if let cue = cues.cue(at: index) {
        if callsSomething(cue, before: last + 1) {
          features.formUnion([.cueBefore, .inReportedClause])
          return
        }
        // The subject may stand between the verb and the pause: *dijo ayer el alcalde: «…»*.
        let isDirect =
          isPaused
          ? distance <= Self.subjectLength
          : distance == 0 || distance == 1 && !words[last].isAny([.preposition, .determiner])
        if isDirect, tellsBeside(cue) {
          features.insert(.cueBefore)
          if isReported { features.insert(.inReportedClause) }
          return
        }
        if tells(cue), isReported || cue.isSourcePhrase {
          features.insert(.inReportedClause)
          return
        }
        // A verb farther off may begin the clause that this one stands in.
        if tells(cue) { features.insert(.cueEarlier) }
      }
      if words[index].isAny(.subordinator) { isReported = true }
      if words[index].isWord { distance += 1 }
    }
  }

  /// Whether from a verb of calling up to `end` there is just what is called something: *called the
  /// delay*, *tildó al alcalde de*.
  private func callsSomething(_ cue: Cue, before end: Int) -> Bool {
    let object = cue.words.upperBound..<max(end, cue.words.upperBound)
    guard cue.classes.contains(.namingVerb), let first = object.first, let last = object.last,
      object.count <= Self.subjectLength
    else { return false }
    let isPhrase = object.allSatisfy { index in
      let word = words[index]
      return word.isWord && word.marked < 0
        && (word.isAny(.namingParticle) || !word.isAny(Self.clauseWords)
          || word.isAny([.reportingNoun, .role, .body]))
    }
    guard isPhrase else { return false }
    if words[last].isAny(.namingParticle) { return true }
    guard !words.grammar.contains(.clitics) else { return false }
    if words[first].isAny([.objectPronoun, .neuter]) { return true }
    return (words[first].isAny([.determiner, .possessive]) || words[first].isCapitalized)
      && !words[last].isAny([.determiner, .possessive, .preposition])
  }

  /// Words that show that a clause goes on.
  private static let clauseWords: WordClasses = [
    .anyVerb, .auxiliary, .verbShape, .subordinator, .relative, .conjunction,
  ]

  /// Whether a word for what has a title or name stands at `last` or close before it, with its
  /// article: *la canción*, *the novel*, *la película más vista*.
  private func isNamed(_ last: Int) -> Bool {
    var index = last
    for _ in 0..<3 where index >= 0 {
      let word = words[index]
      guard word.isWord else { return false }
      if word.isAny(.titleWord) { return true }
      if word.isAny(.phraseRest) {
        // Back to the first word of a phrase, which has its classes.
        index -= 1
        continue
      }
      let isArticle = word.isAny([.determiner, .possessive, .contraction])
      guard isArticle || index == last else { return false }
      index -= 1
    }
    return false
  }

  // MARK: Behind

  private func addBehind(
    _ right: Int, _ span: MarkedSpan, to features: inout Set<SpeechFeature>
  ) {
    guard right < words.count, isSame(right, span) else { return }
    if words.isMark(right, [.raya, .enDash]), right + 1 < words.count,
      words[right + 1].isCapitalized
    {
      features.insert(.isCited)
    }
    guard !isStop(right), !words.isMark(right, [.closingParenthesis, .closingBracket, .semicolon])
    else { return }
    var index = right
    var distance = 0
    var passed = 0
    // What stands between the marks and a verb with its subject before it is the subject alone.
    var isSubject = true
    while index < words.count, isSame(index, span), distance < Self.reach, !isStop(index) {
      if let run = words.markedRun(at: index) {
        isSubject = false
        passed += 1
        if run.holdsStop || passed > Self.mostPassed { return }
        index = max(index + 1, run.words.upperBound)
        continue
      }
      defer { index += 1 }
      if let cue = cues.cue(at: index) {
        if distance <= (isSubject ? Self.subjectLength : 1), tellsBeside(cue) {
          features.insert(.cueBehind)
          return
        }
        if tells(cue) {
          features.insert(.cueLater)
          return
        }
      }
      if words[index].isAny([.relative, .subordinator, .auxiliary, .conjunction]) {
        isSubject = false
      }
      if words[index].isWord { distance += 1 }
    }
  }

  // MARK: Words

  /// Whether a cue tells of speech from afar: a verb that says something, or a phrase that gives a
  /// source.
  private func tells(_ cue: Cue) -> Bool {
    !cue.classes.isDisjoint(with: [
      .reportingVerb, .claimVerb, .promiseVerb, .sourcePhrase, .anaphoric,
    ])
  }

  /// Whether a cue tells of speech beside the marks, as verbs of manner do, too.
  private func tellsBeside(_ cue: Cue) -> Bool {
    tells(cue) || !cue.classes.isDisjoint(with: [.speakingVerb, .viewPhrase])
  }

  private func isSame(_ index: Int, _ span: MarkedSpan) -> Bool {
    words[index].paragraph == span.paragraph
  }

  private func isStop(_ index: Int) -> Bool {
    words.isMark(index, .stop)
  }

  private func isPause(_ index: Int) -> Bool {
    words.isMark(index, .pause)
  }
}

internal import CotejoText

/// A reported clause with its cue and speaker, by the numbers of words.
struct ReportedClause: Hashable, Sendable {
  /// The words of the clause, without what introduces it and without its final stop.
  var words: Range<Int>
  /// Who says it, and by which verb or phrase.
  var attribution: Attribution
  /// Whether the cue is a phrase such as *according to*.
  var isBySource: Bool
}

/// Finds what an article reports without marks: *said that …*, *…, she said*, *según X, …*.
struct IndirectSpeechFinder {
  /// The words around quotations.
  let frame: Frame
  let subjects: SubjectFinder
  let cues: CueFinder
  let reader: NounPhraseReader

  var words: ArticleWords { frame.words }

  /// The fewest words of a clause that is reported rather than named.
  static let fewestWords = 3

  /// Opens a finder for the words of the frame in which subjects are found.
  init(subjects: SubjectFinder) {
    frame = subjects.frame
    self.subjects = subjects
    cues = CueFinder(words: frame.words)
    reader = NounPhraseReader(frame: frame)
  }

  /// The reported clauses of the article, in order.
  ///
  /// - Parameter taken: the first words of cues that whole quotations have, which report nothing else.
  /// - Returns: the clauses; of those that overlap at most one is by a verb.
  func clauses(taken: Set<Int>) -> [ReportedClause] {
    frame.sentences.flatMap { sentence in
      clauses(in: sentence, taken: taken)
    }
  }

  private func clauses(in sentence: Range<Int>, taken: Set<Int>) -> [ReportedClause] {
    var found: [ReportedClause] = []
    // The clauses that verbs report, which do not overlap, in order.
    var byVerbs: [Range<Int>] = []
    // What is reported inside what a verb reports is part of it.
    var covered = sentence.lowerBound
    for index in sentence where index >= covered && !frame.isSpoken(index) {
      guard !taken.contains(index), let cue = cues.cue(at: index),
        let clause = clause(of: cue, in: sentence)
      else { continue }
      let place = byVerbs.partitioned { $0.lowerBound < clause.words.upperBound }
      if place > 0, byVerbs[place - 1].overlaps(clause.words) { continue }
      found.append(clause)
      guard !clause.isBySource else { continue }
      byVerbs.insert(clause.words, at: place)
      covered = max(covered, clause.words.upperBound)
    }
    return found
  }

  private func clause(of cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    if cue.isSourcePhrase {
      return cue.classes.contains(.sourcePhrase) ? sourced(by: cue, in: sentence) : nil
    }
    let next = cue.words.upperBound
    // `announced by X`: a participle, which has the form of the past.
    if !words.grammar.contains(.distinctVerbs), next + 1 < sentence.upperBound,
      words[next].isAny(.agentPreposition), words[next + 1].kind != .number,
      !words[next + 1].isAny(.time)
    {
      return nil
    }
    if cue.classes.contains(.namingVerb), let clause = named(by: cue, in: sentence) {
      return clause
    }
    if cue.classes.contains(.promiseVerb), let clause = promised(by: cue, in: sentence) {
      return clause
    }
    guard !cue.classes.isDisjoint(with: [.reportingVerb, .claimVerb]) else { return nil }
    if let start = clauseStart(behind: cue, in: sentence) {
      let mention = subjects.subject(of: cue, isBehindQuotation: false)
      guard mention != nil || words.grammar.contains(.droppedSubjects) else { return nil }
      return reported(start..<clauseEnd(from: start, in: sentence), cue: cue, mention: mention)
    }
    return inverted(before: cue, in: sentence)
  }

  /// A clause if it has words enough of the reporter's own.
  private func reported(
    _ range: Range<Int>, cue: Cue, mention: Range<Int>?, fewest: Int = fewestWords
  ) -> ReportedClause? {
    var range = range
    while let first = range.first, !words[first].isWord, !frame.isSpoken(first),
      words[first].marked < 0
    {
      range.removeFirst()
    }
    while let last = range.last, !words[last].isWord, !frame.isSpoken(last),
      words[last].marked < 0
    {
      range.removeLast()
    }
    guard range.count(where: { words[$0].isWord && !frame.isSpoken($0) }) >= fewest else {
      return nil
    }
    return ReportedClause(
      words: range, attribution: Attribution(cue: cue.words, mention: mention),
      isBySource: cue.isSourcePhrase)
  }

  /// The clause of *according to X, …* or *…, according to X*.
  private func sourced(by cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    guard let mention = subjects.subject(of: cue, isBehindQuotation: false) else { return nil }
    let isFirst = cue.words.lowerBound <= sentence.lowerBound + 1
    if isFirst {
      var start = mention.upperBound
      if let comma = (start..<min(start + 20, sentence.upperBound)).first(where: {
        words.isMark($0, .comma) && !frame.isSpoken($0)
      }), comma == start || !isVerbAhead(start, in: start..<comma) {
        start = comma + 1
      }
      // What the source itself quotes: `according to X, quoting Y,`.
      if start < sentence.upperBound, words[start].isAny(.quotingWord),
        let comma = (start..<sentence.upperBound).first(where: { words.isMark($0, .comma) })
      {
        start = comma + 1
      }
      guard start < sentence.upperBound else { return nil }
      return reported(
        start..<clauseEnd(from: start, in: sentence), cue: cue, mention: mention)
    }
    guard words.isMark(cue.words.lowerBound - 1, .comma) || isLast(mention, in: sentence),
      sentence.upperBound - mention.upperBound <= 20,
      isVerbAhead(sentence.lowerBound, in: sentence.lowerBound..<cue.words.lowerBound),
      !(mention.upperBound..<sentence.upperBound).contains(where: {
        words[$0].isAny([.auxiliary, .verbShape]) && !frame.isNameLike($0)
      })
    else { return nil }
    return reported(sentence.lowerBound..<cue.words.lowerBound, cue: cue, mention: mention)
  }

  private func isLast(_ mention: Range<Int>, in sentence: Range<Int>) -> Bool {
    sentence.upperBound - mention.upperBound <= 1
  }

  /// The clause before *…, X said* and *…, said X*.
  private func inverted(before cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    guard cue.classes.isDisjoint(with: [.gerund, .infinitive]),
      cue.classes.contains(.reportingVerb)
    else { return nil }
    let next = cue.words.upperBound
    let isBefore = cue.words.lowerBound > 0 && words.isMark(cue.words.lowerBound - 1, .comma)
    guard let mention = subjects.subject(of: cue, isBehindQuotation: isBefore) else { return nil }
    guard !words[mention.lowerBound].isAny(.relative) else { return nil }
    let first = min(mention.lowerBound, cue.words.lowerBound)
    let last = max(mention.upperBound, next)
    guard first - 1 > sentence.lowerBound, words.isMark(first - 1, .comma),
      !frame.isSpoken(first - 2), last - first <= 16, sentence.upperBound - last <= 40,
      last >= sentence.upperBound - 1 || !words[last].isWord
        || words[last].isAny([.preposition, .time, .adverb, .contraction]),
      isVerbAhead(sentence.lowerBound, in: sentence.lowerBound..<first)
    else { return nil }
    let lead = words[sentence.lowerBound]
    guard !lead.isAny([.preposition, .sourcePhrase, .gerund]) || lead.isAny(.conjunction),
      !(last..<sentence.upperBound).contains(where: { words[$0].isAny(.auxiliary) })
    else { return nil }
    return reported(sentence.lowerBound..<first - 1, cue: cue, mention: mention)
  }

  /// What somebody calls something: *calling it an error*, *lo calificó de error*.
  private func named(by cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    let next = cue.words.upperBound
    guard next + 1 < sentence.upperBound else { return nil }
    var start = next + 1
    if words.grammar.contains(.clitics) {
      let before = cue.words.lowerBound - 1
      guard before >= sentence.lowerBound, words[before].isAny(.objectPronoun),
        words[next].isAny(.namingParticle)
      else { return nil }
    } else {
      guard words[next].isAny([.objectPronoun, .neuter]), !frame.isSpoken(next) else { return nil }
      if words[start].isAny(.namingParticle) { start += 1 }
    }
    guard start < sentence.upperBound, !frame.isSpoken(start) else { return nil }
    let mention = subjects.subject(of: cue, isBehindQuotation: false)
    return reported(
      start..<clauseEnd(from: start, in: sentence), cue: cue, mention: mention, fewest: 2)
  }

  /// What somebody promises to do: *vowed to …*, *prometió …*.
  private func promised(by cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    var start = cue.words.upperBound
    guard start + 1 < sentence.upperBound, !frame.isSpoken(start) else { return nil }
    if words.hasInfinitiveParticle {
      guard words[start].isAny(.infinitiveParticle) else { return nil }
    } else {
      if words[start].isAny(.preposition) { start += 1 }
      guard words[start].isAny([.infinitiveShape, .infinitive]) else { return nil }
    }
    let mention = subjects.subject(of: cue, isBehindQuotation: false)
    guard mention != nil || words.grammar.contains(.droppedSubjects) else { return nil }
    return reported(start..<clauseEnd(from: start, in: sentence), cue: cue, mention: mention)
  }
}

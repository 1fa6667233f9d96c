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
  private let subjects: SubjectFinder
  private let cues: CueFinder
  private let reader: NounPhraseReader
  private let isEnglish: Bool

  private var words: ArticleWords { frame.words }

  /// The fewest words of a clause that is reported rather than named.
  private static let fewestWords = 3

  /// Opens a finder for the words of a frame.
  init(frame: Frame) {
    self.frame = frame
    subjects = SubjectFinder(frame: frame)
    cues = CueFinder(words: frame.words)
    reader = NounPhraseReader(frame: frame)
    isEnglish = frame.words.text.language.language == "en"
  }

  /// The reported clauses of the article, in order.
  ///
  /// - Parameter taken: the first words of cues that whole quotations have, which report nothing else.
  func clauses(taken: Set<Int>) -> [ReportedClause] {
    frame.sentences.flatMap { sentence in
      clauses(in: sentence, taken: taken)
    }
  }

  private func clauses(in sentence: Range<Int>, taken: Set<Int>) -> [ReportedClause] {
    var found: [ReportedClause] = []
    // What is reported inside what a verb reports is part of it.
    var covered = sentence.lowerBound
    for index in sentence where index >= covered && !frame.isSpoken(index) {
      guard !taken.contains(index), let cue = cues.cue(at: index),
        let clause = clause(of: cue, in: sentence)
      else { continue }
      if found.contains(where: { $0.words.overlaps(clause.words) && !$0.isBySource }) { continue }
      found.append(clause)
      if !clause.isBySource { covered = max(covered, clause.words.upperBound) }
    }
    return found
  }

  private func clause(of cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    if cue.isSourcePhrase {
      return cue.classes.contains(.sourcePhrase) ? sourced(by: cue, in: sentence) : nil
    }
    let next = cue.words.upperBound
    if isEnglish, next + 1 < sentence.upperBound, words.form(next) == Array("by".utf8),
      words[next + 1].kind != .number, !words[next + 1].isAny(.time)
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
      let end = clauseEnd(from: start, in: sentence)
      let mention = subjects.subject(of: cue, isBehindQuotation: false)
      guard mention != nil || !isEnglish else { return nil }
      return reported(start..<end, cue: cue, mention: mention)
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

  /// Where the clause begins that a verb governs: behind *that*, or right behind the verb.
  private func clauseStart(behind cue: Cue, in sentence: Range<Int>) -> Int? {
    var index = cue.words.upperBound
    let limit = min(sentence.upperBound, index + 16)
    // `explains, in a mocking tone, that`
    if index < limit, words.isMark(index, 0x2C),
      let comma = (index + 1..<limit).first(where: { words.isMark($0, 0x2C) }), comma + 1 < limit,
      words[comma + 1].isAny(.subordinator), !isQuestionWord(comma + 1)
    {
      return comma + 2
    }
    while index < limit {
      guard !frame.isSpoken(index), words[index].isWord else { break }
      if words[index].isAny(.subordinator), isClauseOpener(index) {
        // `que` behind a noun with its article is a relative pronoun.
        guard index == cue.words.upperBound || mayStandBetween(cue.words.upperBound..<index) else {
          return nil
        }
        return isQuestionWord(index) ? nil : index + 1
      }
      if words[index].isAny(.conjunction), !words[index].isAny(.subordinator),
        !frame.isNameLike(index)
      {
        break
      }
      if words[index].isAny(.anyVerb), !words[index].isAny([.reportingNoun, .role]),
        !frame.isNameLike(index), words[index].classes.isDisjoint(with: .infinitive)
      {
        break
      }
      index += 1
    }
    return isEnglish ? bareClause(behind: cue, in: sentence) : nil
  }

  /// Whether a word opens a clause here: *that*, *que*, *whether*, not *that day*.
  private func isClauseOpener(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    if words[index + 1].isAny(.time) { return false }
    return words[index + 1].isWord || frame.isTransparent(index + 1) || frame.isSpoken(index + 1)
      || words.isMark(index + 1, 0x2C) || words[index + 1].marked >= 0
  }

  /// Whether a word asks rather than reports: *how*, *qué*.
  private func isQuestionWord(_ index: Int) -> Bool {
    let form = words.form(index)
    return !["that", "que", "if", "whether", "si"].contains { Array($0.utf8) == form }
  }

  /// Whether words between a verb and its *que* are an adverb, an addressee or the subject.
  private func mayStandBetween(_ range: Range<Int>) -> Bool {
    if isEnglish { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      if words[index].isAny([.adverb, .time]) {
        index += 1
        continue
      }
      let isTied = words[index].isAny([.preposition, .contraction])
      if isTied { index += 1 }
      guard index < range.upperBound else { return true }
      guard let phrase = reader.phrase(from: index, limit: range.upperBound) else {
        index += 1
        continue
      }
      let isSpeaker = phrase.contains {
        frame.isNameLike($0) || words[$0].isAny([.role, .body, .title, .time, .reportingNoun])
      }
      if !isSpeaker, !words[phrase.lowerBound].isAny(.pronoun) { return false }
      index = phrase.upperBound
    }
    return true
  }

  /// Where a clause without *that* begins behind a verb, past the one who is told.
  private func bareClause(behind cue: Cue, in sentence: Range<Int>) -> Int? {
    var index = cue.words.upperBound
    guard cue.classes.isDisjoint(with: .infinitive) || hasPlainSubject(cue) else { return nil }
    while index < sentence.upperBound, words[index].isWord, words[index].isAny(.adverb),
      !words[index].isAny([.conjunction, .determiner])
    {
      index += 1
    }
    // `estimated by 2050, increasing …`: a time that leads in, closed by a comma.
    if index < sentence.upperBound, words[index].isAny(.preposition), !frame.isNameLike(index) {
      let limit = min(index + 6, sentence.upperBound)
      if let comma = (index..<limit).first(where: { words.isMark($0, 0x2C) }),
        (index..<comma).contains(where: { words[$0].kind == .number || words[$0].isAny(.time) })
      {
        return isVerbAhead(comma + 1, in: sentence) ? comma + 1 : nil
      }
      return isVerbAhead(index + 1, in: sentence) && cue.classes.contains(.clauseVerb) ? index : nil
    }
    let isTelling = ["told", "tells", "telling", "informed", "reminded", "warned", "assured"]
      .contains { Array($0.utf8) == words.form(cue.words.lowerBound) }
    if isTelling, index < sentence.upperBound {
      let end =
        words[index].isAny(.objectPronoun)
        ? index + 1 : addresseeEnd(from: index, limit: sentence.upperBound)
      guard let end else { return nil }
      index = end
    }
    guard index < sentence.upperBound, !frame.isSpoken(index) else { return nil }
    guard words[index].isWord else { return nil }
    if words[index].isAny([.conjunction]) {
      return cue.classes.contains(.clauseVerb) ? index : nil
    }
    guard let phrase = reader.phrase(from: index, limit: sentence.upperBound) else { return nil }
    // `Farmers, said Lo, are`: the subject is set in commas.
    if words.isMark(cue.words.lowerBound - 1, 0x2C), phrase.upperBound < sentence.upperBound,
      words.isMark(phrase.upperBound, 0x2C)
    {
      return nil
    }
    if words[index].isAny(.pronoun), !words[index].isAny([.determiner, .objectPronoun]) {
      return index
    }
    if cue.classes.contains(.clauseVerb), phrase.upperBound < sentence.upperBound,
      !isTelling
    {
      return isVerbAhead(index + 1, in: sentence) || phrase.count > 1 ? index : nil
    }
    return isVerb(behind: phrase, in: sentence) ? index : nil
  }

  /// Whether a verb follows a phrase, past what prepositions tie to it.
  private func isVerb(behind phrase: Range<Int>, in sentence: Range<Int>) -> Bool {
    var index = phrase.upperBound
    while index < sentence.upperBound, words[index].isWord, !frame.isSpoken(index) {
      let word = words[index]
      if word.isAny([.auxiliary, .verbShape])
        || word.isAny(.anyVerb) && !word.isAny([.gerund, .reportingNoun])
      {
        return true
      }
      if word.isAny(.adverb) {
        index += 1
      } else if word.isAny([.preposition, .contraction, .conjunction]),
        let next = reader.phrase(from: index + 1, limit: sentence.upperBound)
      {
        index = next.upperBound
      } else {
        return false
      }
    }
    return false
  }

  /// Whether the form before which a bare English form stands makes it a present tense.
  private func hasPlainSubject(_ cue: Cue) -> Bool {
    let before = cue.words.lowerBound - 1
    guard before >= 0, words[before].isWord else { return false }
    return !words[before].isAny([.infinitiveParticle, .preposition, .determiner, .possessive])
      && !Self.modals.contains(words.form(before))
  }

  private static let modals: Set<[UInt8]> = Set(
    ["not", "could", "may", "might", "must", "should", "would", "can", "did", "do", "does"]
      .map { Array($0.utf8) })

  /// Where the name of who is told ends: the whole run of capitals, or a short phrase.
  private func addresseeEnd(from start: Int, limit: Int) -> Int? {
    var index = start
    while index < limit, words[index].isWord, frame.isNameLike(index) { index += 1 }
    if index > start { return index }
    guard let phrase = reader.phrase(from: start, limit: min(limit, start + 3)) else { return nil }
    return phrase.upperBound
  }

  /// Whether a finite verb stands within the next words.
  private func isVerbAhead(_ start: Int, in sentence: Range<Int>) -> Bool {
    var index = start
    while index < min(sentence.upperBound, start + 24), !frame.isSpoken(index) {
      let word = words[index]
      if word.isAny([.subordinator, .relative]), index > start + 1 { break }
      if !frame.isNameLike(index),
        word.isAny([.auxiliary, .verbShape])
          || word.isAny(.anyVerb) && !word.isAny([.gerund, .infinitive, .reportingNoun])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Where a clause ends: with its sentence, or before a verb that goes on with the speaker.
  private func clauseEnd(from start: Int, in sentence: Range<Int>) -> Int {
    var index = start + Self.fewestWords
    while index < sentence.upperBound {
      if frame.isSpoken(index) || frame.isNameLike(index) {
        index += 1
        continue
      }
      let next = index + 1
      if words[index].isAny(.conjunction), next < sentence.upperBound, !frame.isSpoken(next) {
        let goesOn = words[next].isAny(.verbShape) || cues.cue(at: next) != nil
        let isContrast = ["but", "pero"].contains { Array($0.utf8) == words.form(index) }
        let isAfterComma = words.isMark(index - 1, 0x2C)
        if goesOn, words[next].classes.isDisjoint(with: [.infinitive, .gerund, .sourcePhrase]),
          isContrast || isAfterComma && cues.cue(at: next) != nil
        {
          return index
        }
      }
      if words.isMark(index, 0x2C), next < sentence.upperBound, !frame.isSpoken(next) {
        if words[next].isAny([.sourcePhrase, .quotingWord]) { return index }
        if let cue = cues.cue(at: next), cue.classes.contains(.gerund) { return index }
      }
      index += 1
    }
    return sentence.upperBound
  }

  /// The clause of *according to X, …* or *…, according to X*.
  private func sourced(by cue: Cue, in sentence: Range<Int>) -> ReportedClause? {
    guard let mention = subjects.subject(of: cue, isBehindQuotation: false) else { return nil }
    let isFirst = cue.words.lowerBound <= sentence.lowerBound + 1
    if isFirst {
      var start = mention.upperBound
      if let comma = (start..<min(start + 20, sentence.upperBound)).first(where: {
        words.isMark($0, 0x2C) && !frame.isSpoken($0)
      }), comma == start || !isVerbAhead(start, in: start..<comma) {
        start = comma + 1
      }
      // What the source itself quotes: `according to X, quoting Y,`.
      if start < sentence.upperBound, words[start].isAny(.quotingWord),
        let comma = (start..<sentence.upperBound).first(where: { words.isMark($0, 0x2C) })
      {
        start = comma + 1
      }
      guard start < sentence.upperBound else { return nil }
      return reported(
        start..<clauseEnd(from: start, in: sentence), cue: cue, mention: mention)
    }
    guard words.isMark(cue.words.lowerBound - 1, 0x2C) || isLast(mention, in: sentence),
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
    let isBefore = cue.words.lowerBound > 0 && words.isMark(cue.words.lowerBound - 1, 0x2C)
    guard let mention = subjects.subject(of: cue, isBehindQuotation: isBefore) else { return nil }
    guard !words[mention.lowerBound].isAny(.relative) else { return nil }
    let first = min(mention.lowerBound, cue.words.lowerBound)
    let last = max(mention.upperBound, next)
    guard first - 1 > sentence.lowerBound, words.isMark(first - 1, 0x2C),
      !frame.isSpoken(first - 2), last - first <= 16,
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
    var start: Int
    if isEnglish {
      guard words[next].isAny(.objectPronoun) || words[next].isAny(.neuter), words[next].isWord,
        !frame.isSpoken(next)
      else { return nil }
      start = next + 1
      if words.form(start) == Array("as".utf8) { start += 1 }
    } else {
      let before = cue.words.lowerBound - 1
      guard before >= sentence.lowerBound, words[before].isAny(.objectPronoun),
        ["de", "como"].contains(where: { Array($0.utf8) == words.form(next) })
      else { return nil }
      start = next + 1
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
    if isEnglish {
      guard words[start].isAny(.infinitiveParticle) else { return nil }
    } else {
      if words[start].isAny(.preposition) { start += 1 }
      guard words[start].isAny([.infinitiveShape, .infinitive]) else { return nil }
    }
    let mention = subjects.subject(of: cue, isBehindQuotation: false)
    guard mention != nil || !isEnglish else { return nil }
    return reported(start..<clauseEnd(from: start, in: sentence), cue: cue, mention: mention)
  }
}

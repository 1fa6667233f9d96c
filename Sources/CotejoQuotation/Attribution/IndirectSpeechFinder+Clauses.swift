internal import CotejoText

/// Where reported clauses begin and end.
extension IndirectSpeechFinder {
  /// Where the clause begins that a verb governs: behind *that*, or right behind the verb.
  func clauseStart(behind cue: Cue, in sentence: Range<Int>) -> Int? {
    var index = cue.words.upperBound
    let limit = min(sentence.upperBound, index + 16)
    // `explains, in a mocking tone, that`
    if index < limit, words.isMark(index, .comma),
      let comma = (index + 1..<limit).first(where: { words.isMark($0, .comma) }), comma + 1 < limit,
      words[comma + 1].isAny(.subordinator), !words[comma + 1].isAny(.interrogative)
    {
      return comma + 2
    }
    while index < limit {
      guard !frame.isSpoken(index), words[index].isWord else { break }
      if words[index].isAny(.subordinator), isClauseOpener(index) {
        // `que` behind a noun with its article is a relative pronoun.
        guard
          index == cue.words.upperBound || !words[index].isAny(.relative)
            || mayStandBetween(cue.words.upperBound..<index)
        else { return nil }
        return words[index].isAny(.interrogative) ? nil : index + 1
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
    return words.grammar.contains(.bareClauses) ? bareClause(behind: cue, in: sentence) : nil
  }

  /// Whether a word opens a clause here: *that*, *que*, *whether*, not *that day*.
  private func isClauseOpener(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    if words[index + 1].isAny(.time) { return false }
    return words[index + 1].isWord || frame.isTransparent(index + 1) || frame.isSpoken(index + 1)
      || words.isMark(index + 1, .comma) || words[index + 1].marked >= 0
  }

  /// Whether words between a verb and its *que* are an adverb, an addressee or the subject.
  private func mayStandBetween(_ range: Range<Int>) -> Bool {
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
      if let comma = (index..<limit).first(where: { words.isMark($0, .comma) }),
        (index..<comma).contains(where: { words[$0].kind == .number || words[$0].isAny(.time) })
      {
        return isVerbAhead(comma + 1, in: sentence) ? comma + 1 : nil
      }
      return isVerbAhead(index + 1, in: sentence) && cue.classes.contains(.clauseVerb) ? index : nil
    }
    let isTelling = cue.classes.contains(.tellingVerb)
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
    if words.isMark(cue.words.lowerBound - 1, .comma), phrase.upperBound < sentence.upperBound,
      words.isMark(phrase.upperBound, .comma)
    {
      return nil
    }
    if words[index].isAny(.pronoun), !words[index].isAny([.determiner, .objectPronoun]) {
      return index
    }
    if cue.classes.contains(.clauseVerb), phrase.upperBound < sentence.upperBound, !isTelling {
      let isInverted = words.isMark(cue.words.lowerBound - 1, .comma)
      return isVerbAhead(index + 1, in: sentence) || phrase.count > 1 && !isInverted ? index : nil
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

  /// Whether a bare form, which is the infinitive's, is a present tense by what stands before it.
  private func hasPlainSubject(_ cue: Cue) -> Bool {
    let before = cue.words.lowerBound - 1
    guard before >= 0, words[before].isWord else { return false }
    return !words[before].isAny([
      .infinitiveParticle, .preposition, .determiner, .possessive, .modal,
    ])
  }

  /// Where the name of who is told ends: the whole run of capitals, or a short phrase.
  private func addresseeEnd(from start: Int, limit: Int) -> Int? {
    var index = start
    while index < limit, words[index].isWord, frame.isNameLike(index) { index += 1 }
    if index > start { return index }
    guard let phrase = reader.phrase(from: start, limit: min(limit, start + 3)) else { return nil }
    return phrase.upperBound
  }

  /// Whether a finite verb stands within the next words.
  func isVerbAhead(_ start: Int, in sentence: Range<Int>) -> Bool {
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
  func clauseEnd(from start: Int, in sentence: Range<Int>) -> Int {
    var index = start + Self.fewestWords
    while index < sentence.upperBound {
      if frame.isSpoken(index) || frame.isNameLike(index) {
        index += 1
        continue
      }
      let next = index + 1
      if words[index].isAny(.conjunction), next < sentence.upperBound, !frame.isSpoken(next) {
        let goesOn = words[next].isAny(.verbShape) || cues.cue(at: next) != nil
        let isContrast = words[index].isAny(.adversative)
        let isAfterComma = words.isMark(index - 1, .comma)
        if goesOn, words[next].classes.isDisjoint(with: [.infinitive, .gerund, .sourcePhrase]),
          isContrast || cues.cue(at: next) != nil && (isAfterComma || opensClause(behind: next))
        {
          return index
        }
      }
      if words.isMark(index, .comma), next < sentence.upperBound, !frame.isSpoken(next) {
        if words[next].isAny([.sourcePhrase, .quotingWord]) { return index }
        if let cue = cues.cue(at: next), cue.classes.contains(.gerund) { return index }
      }
      index += 1
    }
    return sentence.upperBound
  }

  /// Whether a verb behind *and* reports something itself: *and warned that*, *y prometió abrir*.
  private func opensClause(behind verb: Int) -> Bool {
    guard verb + 1 < words.count, words[verb].isAny([.reportingVerb, .promiseVerb]) else {
      return false
    }
    return words[verb + 1].isAny([.subordinator, .infinitiveParticle])
      || !words.hasInfinitiveParticle && words[verb + 1].isAny([.infinitiveShape, .infinitive])
  }
}

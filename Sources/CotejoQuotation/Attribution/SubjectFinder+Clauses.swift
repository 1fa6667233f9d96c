internal import CotejoText

/// The subjects of clauses by where clauses begin: commas, conjunctions and what leads in.
extension SubjectFinder {
  /// The subject of the clause that ends before a verb without a comma between.
  func clauseSubject(
    before end: Int, in sentence: Range<Int>, mayShare: Bool
  ) -> Range<Int>? {
    let start = clauseStart(before: end, floor: sentence.lowerBound)
    guard start < end else { return nil }
    guard let near = reader.phrase(before: end, floor: start) else {
      return mayShare ? mainSubject(before: end, in: sentence) : nil
    }
    var whole = near
    if let first = reader.phrase(from: start, limit: end), first.upperBound < near.lowerBound,
      isVerbless(start..<end), isSubjectLike(first), !words[start].isAny(.time),
      words[first.upperBound].isAny([.preposition, .conjunction, .contraction])
    {
      // `the post by an unknown author said`: with what is tied to it.
      whole = reader.trimmed(first.lowerBound..<end)
    }
    // `Malaysia's Prime Minister, Najib Razak said`: a role before the name, with a comma between.
    if whole.lowerBound - 1 > sentence.lowerBound, words.isMark(whole.lowerBound - 1, .comma),
      let role = reader.phrase(before: whole.lowerBound - 1, floor: sentence.lowerBound),
      role.contains(where: { words[$0].isAny([.role, .title]) }), !reader.hasPersonName(role),
      frame.isNameLike(whole.lowerBound), !words[whole.lowerBound].isAny(.determiner)
    {
      return role.lowerBound..<whole.upperBound
    }
    return whole
  }

  /// The subject before the comma that closes an apposition: *Ann Lo, a farmer from Iowa, said*.
  func subjectBeforeComma(_ comma: Int, in sentence: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var index = comma
    var segments = 0
    while index > sentence.lowerBound, segments < 6 {
      var start = index
      while start > sentence.lowerBound, !words.isMark(start - 1, .pause),
        !frame.isSpoken(start - 1)
      {
        start -= 1
      }
      if segments > 0, start < index, !frame.isSpoken(start),
        let phrase = reader.phrase(from: start, limit: index), isSubjectLike(phrase),
        isVerbless(start..<index)
      {
        let isBetter = found.map { !reader.hasPersonName($0) || isNamed(phrase) } ?? true
        if isBetter { found = reader.trimmed(phrase.lowerBound..<min(index, phrase.upperBound)) }
      } else if segments > 0, found != nil {
        break
      }
      guard start > sentence.lowerBound, words.isMark(start - 1, .comma) else { break }
      index = start - 1
      segments += 1
    }
    return found.map { reader.withName(behind: $0, limit: comma + 1) }
  }

  private func isNamed(_ phrase: Range<Int>) -> Bool { phrase.contains { frame.isNameLike($0) } }

  /// The subject of the sentence: its first phrase that can be one, past what only leads in.
  func mainSubject(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
    // A cue before this one in the sentence has the subject that goes on.
    findShared(before: end, in: frame.sentenceNumber(of: sentence.lowerBound))
    for index in stride(from: end - 1, through: sentence.lowerBound, by: -1) {
      if let known = shared.subjects[index], known.end < end, let subject = known.subject {
        return subject
      }
    }
    return firstSubject(in: sentence.lowerBound..<end)
  }

  /// Finds the subjects of the cues of a sentence up to a word, those that come first first.
  private func findShared(before end: Int, in number: Int) {
    let finder = CueFinder(words: words)
    let start = shared.ends[number] ?? frame.sentences[number].lowerBound
    for index in start..<max(start, end) {
      // Before the subject is looked for: that looks for those of the cues before this one.
      shared.ends[number] = index + 1
      guard !frame.isSpoken(index), let cue = finder.cue(at: index), !cue.isSourcePhrase,
        cue.classes.isDisjoint(with: [.gerund, .infinitive])
      else { continue }
      shared.subjects[index] = (
        cue.words.upperBound, subject(of: cue, isBehindQuotation: false, mayShare: false)
      )
    }
  }

  /// The first phrase of a clause that can be its subject.
  ///
  /// - Complexity: O(1): only so many words, and quotations among them, are looked at.
  func firstSubject(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    var looked = 0
    while index < range.upperBound, looked < Self.mostLooked {
      looked += 1
      if frame.isSpoken(index) {
        index = frame.quotationEnd(at: index)
        continue
      }
      if !words[index].isWord {
        index += 1
        continue
      }
      if words[index].isAny([.preposition, .sourcePhrase, .gerund, .contraction]),
        !frame.isNameLike(index)
      {
        // What leads in goes up to its comma.
        var next = index + 1
        while next < range.upperBound, !words.isMark(next, .comma), !frame.isSpoken(next) {
          next += 1
        }
        looked += next - index
        index = next + 1
        continue
      }
      if let phrase = reader.phrase(from: index, limit: range.upperBound), isSubjectLike(phrase) {
        return phrase
      }
      // A verb first: the subject is left out, or stands behind.
      if words[index].isAny([.anyVerb, .verbShape]), !words[index].isAny(.adverb) { return nil }
      index += 1
    }
    return nil
  }

  /// Where the clause begins that a word before `end` belongs to.
  private func clauseStart(before end: Int, floor: Int) -> Int {
    var index = end
    while index > floor {
      let word = words[index - 1]
      if frame.isSpoken(index - 1) || !word.isWord && !frame.isTransparent(index - 1) {
        return index
      }
      if !frame.isNameLike(index - 1),
        word.isAny([.subordinator, .relative, .sourcePhrase])
          && !word.isAny(.determiner)
      {
        return index
      }
      if word.isAny([.conjunction]), !frame.isNameLike(index - 1),
        !isVerbless(floor..<index - 1) || words.isMark(index - 2, .comma)
      {
        return index
      }
      index -= 1
    }
    return index
  }

  /// Whether no word of a range is surely a verb.
  private func isVerbless(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      frame.isNameLike(index)
        || !words[index].isAny([.auxiliary, .relative, .subordinator, .verbShape])
          && (!words[index].isAny(.anyVerb) || words[index].isAny([.reportingNoun, .role, .body]))
    }
  }

  /// The bracket that a closing one belongs to.
  func openingBracket(_ close: Int, _ floor: Int) -> Int? {
    var index = close - 1
    while index > floor {
      if words.isMark(index, .openingParenthesis) { return index }
      index -= 1
    }
    return nil
  }
}

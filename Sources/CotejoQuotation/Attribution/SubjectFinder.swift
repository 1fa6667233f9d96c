internal import CotejoText

/// Finds who speaks by a cue: the subject of its verb, or the phrase behind *according to*.
struct SubjectFinder {
  /// The words around quotations.
  let frame: Frame
  /// The language without region, for the order of words.
  let isVerbBeforeSubjectUsual: Bool

  private var words: ArticleWords { frame.words }
  private var reader: NounPhraseReader { NounPhraseReader(frame: frame) }

  /// Opens a finder for the words of a frame.
  init(frame: Frame) {
    self.frame = frame
    // In Spanish the subject follows the verb of a quotation as a rule, and may follow any.
    isVerbBeforeSubjectUsual = frame.words.text.language.language != "en"
  }

  /// The words that name the subject; nil where the sentence has none.
  ///
  /// - Parameters:
  ///   - cue: a verb or phrase.
  ///   - isBehindQuotation: whether the cue stands behind what it reports, where subjects follow.
  ///   - mayShare: whether the subject may be that of an earlier verb in the sentence.
  func subject(of cue: Cue, isBehindQuotation: Bool, mayShare: Bool = true) -> Range<Int>? {
    let sentence = nearby(cue.words.lowerBound)
    if cue.isSourcePhrase {
      return reader.phrase(from: cue.words.upperBound, limit: sentence.upperBound)
    }
    if isPassive(cue, in: sentence) { return agent(of: cue, in: sentence) }
    if isBehindQuotation, let subject = subjectBehind(cue, in: sentence) { return subject }
    if let subject = subjectBefore(cue, in: sentence, mayShare: mayShare) { return subject }
    if isVerbBeforeSubjectUsual, !isBehindQuotation,
      let subject = subjectBehind(cue, in: sentence), isSpeakerLike(subject)
    {
      return subject
    }
    return nil
  }

  /// The words of a sentence that are looked at from one of them: a text without stops must not cost
  /// more than its length.
  private func nearby(_ index: Int) -> Range<Int> {
    frame.sentence(of: index).clamped(to: index - Self.reach..<index + Self.reach)
  }

  /// How many words away a subject may stand.
  private static let reach = 80

  /// Whether the verb is a participle behind a form of *to be*.
  private func isPassive(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    guard cue.classes.isDisjoint(with: [.gerund]) else { return false }
    var index = cue.words.lowerBound - 1
    while index >= sentence.lowerBound, words[index].isAny([.adverb, .negation]) { index -= 1 }
    guard index >= sentence.lowerBound else { return false }
    return Self.beForms.contains(words.form(index))
  }

  /// Forms of *be* and *ser*, behind which a participle is passive.
  private static let beForms: Set<[UInt8]> = Set(
    [
      "is", "are", "was", "were", "be", "been", "being", "es", "son", "fue", "fueron", "era",
      "eran", "ser", "sido", "será", "serán", "siendo",
    ].map { Array($0.utf8) })

  /// By whom something is said, behind a passive verb.
  private func agent(of cue: Cue, in sentence: Range<Int>) -> Range<Int>? {
    let next = cue.words.upperBound
    guard next + 1 < sentence.upperBound, words[next].isAny(.preposition),
      ["by", "por"].contains(where: { Array($0.utf8) == words.form(next) })
    else { return nil }
    return reader.phrase(from: next + 1, limit: sentence.upperBound)
  }

  /// The subject behind a verb, past adverbs and, where subjects follow as a rule, past adverbial
  /// phrases: *afirma con frialdad la mujer*.
  private func subjectBehind(_ cue: Cue, in sentence: Range<Int>) -> Range<Int>? {
    var index = cue.words.upperBound
    var tries = 0
    while index < sentence.upperBound, tries < 4 {
      tries += 1
      while index < sentence.upperBound, words[index].isWord,
        words[index].isAny([.adverb, .auxiliary, .negation]), !frame.isNameLike(index)
      {
        index += 1
      }
      guard index < sentence.upperBound, !frame.isSpoken(index), words[index].isWord else {
        return nil
      }
      if words[index].isAny(.objectPronoun), !words[index].isAny([.determiner, .possessive]) {
        return nil
      }
      if words[index].isAny([.subordinator, .relative]) { return nil }
      if words[index].isAny(.time) {
        index += 1
        continue
      }
      if !words[index].isAny([.preposition, .contraction]) || frame.isNameLike(index) {
        guard let phrase = reader.phrase(from: index, limit: sentence.upperBound),
          isSubjectLike(phrase)
        else { return nil }
        // `…”, she said X` is no inversion; `dijo X que` is.
        return phrase
      }
      guard isVerbBeforeSubjectUsual else { return nil }
      guard let complement = reader.phrase(from: index + 1, limit: sentence.upperBound) else {
        return nil
      }
      // `dijo en una ocasión Ana Ruiz`: the name is none of the adverbial.
      let name = complement.dropFirst().first {
        frame.isNameLike($0) && words[$0].isAny(.firstName) && !frame.isNameLike($0 - 1)
          && !words[$0 - 1].isAny([.role, .title, .body, .determiner])
      }
      index = name ?? complement.upperBound
    }
    return nil
  }

  /// Whether a phrase can be who speaks: a name, pronoun, role or body, or what has an article.
  private func isSubjectLike(_ phrase: Range<Int>) -> Bool {
    let first = words[phrase.lowerBound]
    return phrase.contains { frame.isNameLike($0) }
      || first.isAny([.pronoun, .determiner, .possessive])
      || phrase.contains { words[$0].isAny([.role, .body, .title, .reportingNoun]) }
  }

  /// Whether a phrase names a person or body: what follows a verb may be its object else.
  private func isSpeakerLike(_ phrase: Range<Int>) -> Bool {
    words[phrase.lowerBound].isAny(.pronoun) && !words[phrase.lowerBound].isAny(.determiner)
      || phrase.contains {
        frame.isNameLike($0) || words[$0].isAny([.role, .body, .title])
      }
  }

  /// The subject before a verb.
  private func subjectBefore(
    _ cue: Cue, in sentence: Range<Int>, mayShare: Bool
  ) -> Range<Int>? {
    var end = cue.words.lowerBound
    let between: WordClasses = [.adverb, .auxiliary, .negation]
    while end > sentence.lowerBound, !frame.isSpoken(end - 1) {
      let word = words[end - 1]
      guard word.isWord, !frame.isNameLike(end - 1) || word.isAny(.adverb) else { break }
      let isClitic =
        isVerbBeforeSubjectUsual && word.isAny(.objectPronoun) && !word.isAny(.possessive)
      guard word.isAny(between) || isClitic, !word.isAny(.pronoun) else { break }
      end -= 1
    }
    guard end > sentence.lowerBound, !frame.isSpoken(end - 1) else { return nil }
    let before = words[end - 1]
    if before.isAny(.relative), !before.isAny(.determiner) {
      guard before.isAny(.subordinator) else { return end - 1..<end }
      // `que` and `that` tie a clause to a verb, or to the noun that is the subject.
      if let noun = reader.phrase(before: end - 1, floor: sentence.lowerBound), isSubjectLike(noun)
      {
        return noun
      }
      return mayShare ? mainSubject(before: end - 1, in: sentence) : nil
    }
    if words.isMark(end - 1, 0x2C) {
      let isGerund = cue.classes.contains(.gerund)
      if isGerund || cue.words.lowerBound > end + 3 {
        return mainSubject(before: end, in: sentence)
      }
      return subjectBeforeComma(end - 1, in: sentence) ?? mainSubject(before: end, in: sentence)
    }
    if before.isAny(.conjunction) || before.isAny([.preposition]) || words.isMark(end - 1, 0x29) {
      if words.isMark(end - 1, 0x29), let open = openingBracket(end - 1, sentence.lowerBound) {
        return clauseSubject(before: open, in: sentence, mayShare: mayShare)
      }
      return mayShare ? mainSubject(before: end, in: sentence) : nil
    }
    guard before.isWord || frame.isTransparent(end - 1) else { return nil }
    if cue.classes.contains(.gerund),
      let near = reader.phrase(before: end, floor: sentence.lowerBound)
    {
      return near
    }
    return clauseSubject(before: end, in: sentence, mayShare: mayShare)
  }

  /// The subject of the clause that ends before a verb without a comma between.
  private func clauseSubject(
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
    if whole.lowerBound - 1 > sentence.lowerBound, words.isMark(whole.lowerBound - 1, 0x2C),
      let role = reader.phrase(before: whole.lowerBound - 1, floor: sentence.lowerBound),
      role.contains(where: { words[$0].isAny([.role, .title]) }), !reader.hasPersonName(role),
      frame.isNameLike(whole.lowerBound), !words[whole.lowerBound].isAny(.determiner)
    {
      return role.lowerBound..<whole.upperBound
    }
    return whole
  }

  /// The subject before the comma that closes an apposition: *Ann Lo, a farmer from Iowa, said*.
  private func subjectBeforeComma(_ comma: Int, in sentence: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var index = comma
    var segments = 0
    while index > sentence.lowerBound, segments < 6 {
      var start = index
      while start > sentence.lowerBound, !words.isMark(start - 1, 0x2C, 0x3B, 0x3A),
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
      guard start > sentence.lowerBound, words.isMark(start - 1, 0x2C) else { break }
      index = start - 1
      segments += 1
    }
    return found
  }

  private func isNamed(_ phrase: Range<Int>) -> Bool { phrase.contains { frame.isNameLike($0) } }

  /// The subject of the sentence: its first phrase that can be one, past what only leads in.
  func mainSubject(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
    // A cue before this one in the sentence has the subject that goes on.
    let finder = CueFinder(words: words)
    for index in stride(from: end - 1, through: sentence.lowerBound, by: -1)
    where !frame.isSpoken(index) {
      guard let cue = finder.cue(at: index), !cue.isSourcePhrase,
        cue.classes.isDisjoint(with: [.gerund, .infinitive]), cue.words.upperBound < end
      else { continue }
      if let subject = subject(of: cue, isBehindQuotation: false, mayShare: false) {
        return subject
      }
    }
    return firstSubject(in: sentence.lowerBound..<end)
  }

  /// The first phrase of a clause that can be its subject.
  func firstSubject(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      if frame.isSpoken(index) || !words[index].isWord {
        index += 1
        continue
      }
      if words[index].isAny([.preposition, .sourcePhrase, .gerund, .contraction]),
        !frame.isNameLike(index)
      {
        // What leads in goes up to its comma.
        var next = index + 1
        while next < range.upperBound, !words.isMark(next, 0x2C), !frame.isSpoken(next) {
          next += 1
        }
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
        !isVerbless(floor..<index - 1) || words.isMark(index - 2, 0x2C)
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

  private func openingBracket(_ close: Int, _ floor: Int) -> Int? {
    var index = close - 1
    while index > floor {
      if words.isMark(index, 0x28) { return index }
      index -= 1
    }
    return nil
  }
}

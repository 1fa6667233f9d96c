internal import CotejoText

/// The subjects of cues that other cues of their sentences may take over, each found once.
///
/// The subject of a verb may be that of the verb before it, and that one's of the verb before that:
/// found anew each time, they would be found as often as there are ways back through the verbs.
final class SharedSubjects {
  /// By the first word of a cue, the number behind its last word and its own subject, if it has one.
  var subjects: [Int: (end: Int, subject: Range<Int>?)] = [:]
  /// Up to which word the cues of a sentence of the frame are known.
  var ends: [Int: Int] = [:]
}

/// Finds who speaks by a cue: the subject of its verb, or the phrase behind *according to*.
struct SubjectFinder {
  /// The words around quotations.
  let frame: Frame
  /// The subjects that cues may take over from those before them.
  let shared = SharedSubjects()
  /// How many words are looked at for the first subject of a sentence.
  static let mostLooked = 400

  /// Opens a finder for the words of a frame.
  init(frame: Frame) {
    self.frame = frame
  }

  /// The words of the frame.
  var words: ArticleWords { frame.words }
  var reader: NounPhraseReader { NounPhraseReader(frame: frame) }

  /// Whether a subject may follow any verb, as in Spanish.
  private var hasInversion: Bool { words.grammar.contains(.invertedSubjects) }

  /// The words that name the subject; nil where the sentence has none.
  ///
  /// - Parameters:
  ///   - cue: a verb or phrase.
  ///   - isBehindQuotation: whether the cue stands behind what it reports, where subjects follow.
  ///   - mayShare: whether the subject may be that of an earlier verb in the sentence.
  /// - Returns: the words of the noun phrase.
  func subject(of cue: Cue, isBehindQuotation: Bool, mayShare: Bool = true) -> Range<Int>? {
    let sentence = nearby(cue.words.lowerBound)
    if cue.isSourcePhrase {
      // `in her view`: hers who was named before.
      if cue.classes.contains(.anaphoric) { return nil }
      return reader.phrase(from: cue.words.upperBound, limit: sentence.upperBound)
    }
    if isPassive(cue, in: sentence) { return agent(of: cue, in: sentence) }
    if isBehindQuotation, let subject = subjectBehind(cue, in: sentence) { return subject }
    if let subject = subjectBefore(cue, in: sentence, mayShare: mayShare) { return subject }
    if hasInversion, !isBehindQuotation,
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
    return words[index].isAny(.passiveAuxiliary)
  }

  /// By whom something is said, behind a passive verb.
  private func agent(of cue: Cue, in sentence: Range<Int>) -> Range<Int>? {
    let next = cue.words.upperBound
    guard next + 1 < sentence.upperBound, words[next].isAny(.agentPreposition) else { return nil }
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
      guard hasInversion else { return nil }
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
  func isSubjectLike(_ phrase: Range<Int>) -> Bool {
    let first = words[phrase.lowerBound]
    return phrase.contains { frame.isNameLike($0) }
      || first.isAny([.pronoun, .determiner, .possessive])
      || phrase.contains { words[$0].isAny([.role, .body, .title, .reportingNoun]) }
  }

  /// Whether a phrase names a person or body: what follows a verb may be its object else.
  private func isSpeakerLike(_ phrase: Range<Int>) -> Bool {
    if words[phrase.lowerBound].isAny(.pronoun), !words[phrase.lowerBound].isAny(.determiner) {
      return true
    }
    // The noun itself, not what `de` ties to it.
    let head = phrase.prefix { !reader.isGenitive($0) }
    return head.contains { frame.isNameLike($0) || words[$0].isAny([.role, .body, .title]) }
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
        words.grammar.contains(.clitics) && word.isAny(.objectPronoun)
        && !word.isAny(.possessive)
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
    if words.isMark(end - 1, .comma) {
      let isGerund = cue.classes.contains(.gerund)
      if isGerund || cue.words.lowerBound > end + 3 {
        return mainSubject(before: end, in: sentence)
      }
      return subjectBeforeComma(end - 1, in: sentence) ?? mainSubject(before: end, in: sentence)
    }
    if before.isAny(.conjunction) || before.isAny([.preposition])
      || words.isMark(end - 1, .closingParenthesis)
    {
      if words.isMark(end - 1, .closingParenthesis),
        let open = openingBracket(end - 1, sentence.lowerBound)
      {
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
}

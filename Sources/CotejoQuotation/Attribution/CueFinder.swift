internal import CotejoText

/// A verb or phrase that can say that somebody speaks.
struct Cue: Hashable, Sendable {
  /// Its words by their numbers: one verb, or a phrase.
  var words: Range<Int>
  /// The classes of the verb or phrase.
  var classes: WordClasses
  /// Whether it is a phrase that gives a source, such as *according to*.
  var isSourcePhrase: Bool { !classes.isDisjoint(with: [.sourcePhrase, .viewPhrase]) }
}

/// Finds the cues of an article: the verbs and phrases that can say that somebody speaks.
struct CueFinder {
  /// The words that are looked at.
  let words: ArticleWords

  /// The most adverbs between an auxiliary and its participle.
  private static let mostAdverbs = 10

  /// The cues of a range of words, in order.
  ///
  /// A form that is a noun as well is taken for a verb unless an article, possessive or preposition
  /// stands before it.
  func cues(in range: Range<Int>) -> [Cue] {
    range.compactMap { cue(at: $0) }
  }

  /// The cue that begins at a word, if one does.
  func cue(at index: Int) -> Cue? {
    let word = words[index]
    let end = index + Int(word.phraseLength)
    if word.isAny([.sourcePhrase, .viewPhrase]) {
      // `según explicó`: the verb is the cue.
      if leadsToVerb(end) { return nil }
      return Cue(words: index..<end, classes: word.classes)
    }
    // `dicho` is a determiner, too, but for `ha dicho`.
    guard word.isAny(.anyVerb), word.phraseLength == 1,
      !word.isAny(.determiner) || word.isAny(.participle) && isBehindAuxiliary(index)
    else { return nil }
    // A capital inside a sentence is a name's: `Miguel Cuenta`.
    if word.isCapitalized, index > 0, words[index - 1].sentence == word.sentence,
      words[index - 1].isWord
    {
      return nil
    }
    guard index > 0, words[index - 1].sentence == word.sentence, words[index - 1].isWord else {
      return word.isAny(.participle) ? nil : Cue(words: index..<end, classes: word.classes)
    }
    let before = words[index - 1]
    let isNominal =
      before.isAny([.determiner, .possessive, .contraction]) && !before.isAny([.pronoun])
      && (word.isAny([.reportingNoun, .infinitive])
        || !before.isAny(.objectPronoun) && !(hasDistinctVerbs && before.isAny(.determiner)))
    if isNominal || before.isPossessive { return nil }
    if word.isAny(.participle), !isBehindAuxiliary(index) { return nil }
    if before.isAny(.preposition), !word.isAny([.infinitive, .gerund]) { return nil }
    return Cue(words: index..<end, classes: word.classes)
  }

  /// Whether a verb's form behind an article is a verb, and the article a pronoun: *el* for *él*.
  private var hasDistinctVerbs: Bool { words.grammar.contains(.distinctVerbs) }

  /// Whether an auxiliary stands before a participle, past adverbs.
  private func isBehindAuxiliary(_ index: Int) -> Bool {
    var before = index - 1
    let floor = max(0, index - 1 - Self.mostAdverbs)
    while before > floor, words[before].isAny(.adverb) { before -= 1 }
    return before >= 0 && words[before].isAny(.auxiliary)
  }

  /// Whether a verb follows, past pronouns and auxiliaries.
  private func leadsToVerb(_ start: Int) -> Bool {
    for index in start..<min(start + 3, words.count) {
      if words[index].isAny(.anyVerb), !words[index].isAny([.reportingNoun, .infinitive]) {
        return true
      }
      guard words[index].isAny([.objectPronoun, .auxiliary]), !words[index].isAny(.determiner)
      else { return false }
    }
    return false
  }
}

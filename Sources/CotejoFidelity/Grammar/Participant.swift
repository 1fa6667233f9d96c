internal import CotejoText

/// Who has part in what a verb says, as one side tells it.
enum Participant: Hashable {
  /// A noun phrase, by its words.
  case phrase(Range<Int>)
  /// A pronoun or the ending of a verb, by its person and gender.
  case person(GrammaticalPerson, GrammaticalGender = .open)
}

/// Of what gender somebody is, as a pronoun tells.
enum GrammaticalGender: Hashable {
  case masculine, feminine
  /// It may be either, or a thing.
  case open
}

/// A grammatical person with its number.
enum GrammaticalPerson: Hashable {
  case i, we, you, singular, they
}

extension CheckedWord {
  /// The gender of a pronoun.
  var pronounGender: GrammaticalGender {
    if person.contains(any: [.femininePronoun, .feminineDeterminer]) { return .feminine }
    return person.contains(any: [.masculinePronoun, .masculineDeterminer]) ? .masculine : .open
  }

  /// What a pronoun stands for; `nil` for a reflexive one.
  var participant: Participant? { pronounPerson.map { .person($0, pronounGender) } }

  /// The person of a pronoun; `nil` for a reflexive one and for what is none.
  var pronounPerson: GrammaticalPerson? {
    if person.contains(.reflexive) { return nil }
    if person.contains(.firstSingular) { return .i }
    if person.contains(.firstPlural) { return .we }
    if person.contains(.second) { return .you }
    return person.contains(any: [.thirdPlural, .maybeThirdPlural, .pluralDeterminer])
      ? .they : .singular
  }

  /// The person that the ending of a verb tells for certain; `nil` for one that may be of several.
  var verbPerson: GrammaticalPerson? {
    if person.contains(.firstSingular) { return .i }
    if person.contains(.firstPlural) { return .we }
    if person.contains(.maybeFirstSingular) { return nil }
    if person.contains(.thirdPlural) { return .they }
    return person.contains(.second) || person.contains(any: [.maybeSecond, .maybeThirdPlural])
      ? nil : .singular
  }

  /// Whether a clause begins or ends at it: conjunctions, relatives, words that ask.
  fileprivate var isClauseLimit: Bool {
    kind.contains(any: [.conjunction, .coordinator, .subordinator, .relative, .adversative])
  }
}

extension CheckedSide {
  /// Words that a noun phrase may have at the most.
  private static let longestPhrase = 9

  /// Whether a mark stands between a word and the one before it.
  func hasMark(before word: Int) -> Bool {
    word > 0 && words[word].token - words[word - 1].token > 1
  }

  /// Whether words may stand in a noun phrase.
  private func isNominal(_ word: Int) -> Bool {
    let known = words[word]
    if known.isNumber || known.form < 0 { return false }
    if known.kind.contains(any: [.determiner, .possessive]) { return true }
    if known.isClauseLimit || known.kind.contains(any: Self.function) { return false }
    return isName(word) || !isFiniteVerb(word) && !known.kind.contains(.adverb)
  }

  private static let function: WordClasses = [.preposition, .negation, .pronoun, .objectPronoun]

  /// Whether a word has a capital that no beginning of a sentence gives it.
  func isName(_ word: Int) -> Bool {
    words[word].isCapitalized
      && (word > 0 && !hasMark(before: word) || words[word].kind.contains(.firstName)
        || words[word].classes.isEmpty)
  }

  /// Whether a word is a form of a verb that tells when, or an auxiliary.
  func isFiniteVerb(_ word: Int) -> Bool {
    let known = words[word]
    return !isName(word) && !known.kind.contains(any: [.determiner, .preposition, .pronoun])
      && (known.classes.contains(any: [.past, .present, .future, .conditional])
        || known.kind.contains(any: [.auxiliary, .verbShape]))
  }

  /// The noun phrase that begins at a word: up to a mark, a verb, or a preposition but *of*.
  ///
  /// `nil` if there is none, or if a coordinator goes on with it.
  func nounPhrase(from start: Int) -> Range<Int>? {
    var end = start
    while end < words.count, end - start < Self.longestPhrase, end == start || !hasMark(before: end)
    {
      if isNominal(end) {
        end += 1
      } else if end > start, words[end].kind.contains(.genitive), end + 1 < words.count,
        isNominal(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    if end == start { return nil }
    if end < words.count, words[end].kind.contains(.coordinator), !hasMark(before: end) {
      return nil
    }
    return isArgument(start..<end) ? start..<end : nil
  }

  /// The noun phrase that ends before a word, up to where it begins, and the word before it.
  func nounPhrase(before end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < Self.longestPhrase, !hasMark(before: start) {
      if isNominal(start - 1) {
        start -= 1
      } else if start < end, words[start - 1].kind.contains(.genitive), start > 1,
        !hasMark(before: start - 1), isNominal(start - 2)
      {
        start -= 2
      } else {
        break
      }
    }
    if start == end { return nil }
    if start > 0, words[start - 1].kind.contains(.coordinator) { return nil }
    return isArgument(start..<end) ? start..<end : nil
  }

  /// Whether a phrase names somebody or something, and not a time only.
  private func isArgument(_ phrase: Range<Int>) -> Bool {
    let content = words[phrase].filter { !$0.isCommon }
    return !content.isEmpty && !content.allSatisfy { $0.kind.contains(.time) }
  }

  /// The preposition that governs the words from one on, with articles between at most.
  func preposition(before word: Int) -> Int? {
    var index = word - 1
    while index >= 0, word - index <= 3, !hasMark(before: index + 1) {
      let kind = words[index].kind
      if kind.contains(any: [.preposition, .contraction]) { return index }
      guard kind.contains(any: [.determiner, .possessive]) else { return nil }
      index -= 1
    }
    return nil
  }
}

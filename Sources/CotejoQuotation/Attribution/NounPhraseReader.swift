internal import CotejoText

/// Reads noun phrases by the classes and capitals of their words, without a grammar.
struct NounPhraseReader {
  /// The words that are read.
  let frame: Frame

  private var words: ArticleWords { frame.words }

  /// Classes that end a phrase unless a name's capital speaks against it.
  private static let ends: WordClasses = [
    .auxiliary, .relative, .subordinator, .conjunction, .adverb, .negation, .sourcePhrase,
    .quotingWord,
  ]

  /// The most words of a phrase.
  private static let longest = 40

  /// Whether a word stops a phrase that it is not the first of.
  private func stops(_ index: Int) -> Bool {
    let word = words[index]
    if frame.isSpoken(index) { return true }
    guard word.isWord else { return !frame.isTransparent(index) }
    if word.isAny(.time) { return true }
    if frame.isNameLike(index) { return false }
    if word.isAny(Self.ends) { return true }
    if word.isAny(.objectPronoun), !word.isAny([.determiner, .possessive]) { return true }
    if word.isAny(.verbShape), !word.isAny([.role, .body, .title]) { return true }
    return word.isAny(.anyVerb) && !word.isAny([.reportingNoun, .role, .body, .title])
  }

  /// Whether a word ties a noun to its complement: *of*, *de*, *del*.
  func isGenitive(_ index: Int) -> Bool {
    words[index].isAny([.preposition, .contraction]) && words[index].isAny(.nameParticle)
      && !frame.isNameLike(index) && words[index].span.count <= 3
  }

  /// The phrase that begins at a word.
  ///
  /// - Parameters:
  ///   - start: the first word.
  ///   - limit: the number behind the last word that may belong to it.
  /// - Returns: nil if none begins there.
  func phrase(from start: Int, limit: Int) -> Range<Int>? {
    guard start < limit, !frame.isSpoken(start), words[start].isWord else { return nil }
    let first = words[start]
    if first.isAny([.pronoun, .relative]), !frame.isNameLike(start) {
      guard first.isAny(.determiner), start + 1 < limit, words[start + 1].isWord,
        !stops(start + 1), !words[start + 1].isAny(.preposition)
      else { return start..<start + 1 }
    } else if !first.isAny([.determiner, .possessive]),
      stops(start)
        || first.isAny(.preposition) && !frame.isNameLike(start)
    {
      return nil
    }
    let limit = min(limit, start + Self.longest)
    var index = start
    var end = start
    while index < limit {
      let isFirst = index == start
      if !isFirst, stops(index) { break }
      let word = words[index]
      if !isFirst, !frame.isNameLike(index) {
        if isGenitive(index) {
          guard index + 1 < limit, words[index + 1].isWord, !stops(index + 1) else { break }
          index += 1
          if words[index].isAny([.determiner, .possessive]) { index += 1 }
          continue
        }
        if word.isAny([.preposition, .determiner, .possessive]) { break }
        if word.isAny(.pronoun), !word.isAny(.determiner) { break }
      }
      index += max(1, Int(word.phraseLength))
      end = min(index, limit)
    }
    guard end > start else { return nil }
    return withName(behind: trimmed(start..<end), limit: limit)
  }

  /// The phrase that ends before a word; with `floor` as the first that may belong to it.
  func phrase(before end: Int, floor: Int) -> Range<Int>? {
    let floor = max(floor, end - Self.longest)
    var start = end
    var index = end - 1
    while index >= floor {
      let word = words[index]
      if word.isAny([.pronoun, .relative]), !word.isAny(.determiner), !frame.isNameLike(index) {
        if start == end { start = index }
        break
      }
      if word.isAny([.determiner, .possessive]), !frame.isNameLike(index) {
        start = index
        if index > floor, isGenitive(index - 1) {
          index -= 2
          continue
        }
        break
      }
      if stops(index) { break }
      if isGenitive(index) {
        guard start < end else { return nil }
        index -= 1
        continue
      }
      if word.isAny([.preposition, .contraction]), !frame.isNameLike(index) {
        // `el presidente del Senado`: the article hides in the preposition.
        break
      }
      start = index
      index -= 1
    }
    return start < end ? trimmed(start..<end) : nil
  }

  /// A phrase without marks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, !words[range.lowerBound].isWord { range.removeFirst() }
    while range.count > 1,
      !words[range.upperBound - 1].isWord
        || isGenitive(range.upperBound - 1)
    {
      range.removeLast()
    }
    return range
  }

  /// A phrase that tells a role with the name that stands behind it in commas.
  func withName(behind phrase: Range<Int>, limit: Int) -> Range<Int> {
    let comma = phrase.upperBound
    guard comma + 1 < limit, words.isMark(comma, .comma), !hasPersonName(phrase),
      phrase.contains(where: { words[$0].isAny([.role, .title]) }),
      frame.isNameLike(comma + 1), !words[comma + 1].isAny(.determiner)
    else { return phrase }
    var end = comma + 1
    while end < limit, words[end].isWord, frame.isNameLike(end) || words[end].isAny(.nameParticle) {
      end += 1
    }
    return trimmed(phrase.lowerBound..<end)
  }

  /// Whether a phrase ends in a name behind its roles, or holds a first name.
  func hasPersonName(_ phrase: Range<Int>) -> Bool {
    if let last = phrase.last(where: { words[$0].isAny([.role, .title]) }) {
      return last + 1 < phrase.upperBound
        && (last + 1..<phrase.upperBound).allSatisfy {
          frame.isNameLike($0) || words[$0].isAny(.nameParticle)
        } && frame.isNameLike(last + 1)
    }
    return phrase.contains { words[$0].isAny(.firstName) && words[$0].isCapitalized }
  }
}

internal import CotejoText

/// Finds where words end whose closing mark is lost, by the attribution behind them.
struct LostMark {
  private let words: ArticleWords
  private let cues: CueFinder

  /// Takes the words of an article.
  init(words: ArticleWords) {
    self.words = words
    cues = CueFinder(words: words)
  }

  /// Cuts spans without a closing mark before the attribution that they hold.
  ///
  /// In *“It is late, said Ann* the words end behind the comma.
  /// - Returns: Whether it cut any.
  func trim(_ spans: inout [MarkedSpan]) -> Bool {
    var isCut = false
    for index in spans.indices where spans[index].isUnclosed && spans[index].setting == .marks {
      guard let end = attributionStart(in: spans[index].span) else { continue }
      spans[index].span.upper = end
      spans[index].outer.upper = end
      isCut = true
    }
    return isCut
  }

  /// The end of the pause or stop before the first attribution in a span.
  private func attributionStart(in span: TextSpan) -> Int32? {
    let range = words.index(from: span.lower)..<words.index(from: span.upper)
    guard range.count > 3 else { return nil }
    for index in range.dropFirst(2) {
      guard let cue = cues.cue(at: index),
        !cue.classes.isDisjoint(with: [.reportingVerb, .speakingVerb]),
        cue.classes.isDisjoint(with: [.infinitive, .gerund])
      else { continue }
      // Right behind the pause, or behind it and a subject: a pronoun, a name of up to three words.
      var start = index
      while start > range.lowerBound, index - start < 3, words[start - 1].isWord,
        words[start - 1].isCapitalized
          || words[start - 1].isAny(.pronoun) && !words[start - 1].isAny(.firstPerson)
      {
        start -= 1
      }
      guard start > range.lowerBound, words.isMark(start - 1, [.comma, .question, .exclamation])
      else { continue }
      // Where subjects follow, as in Spanish, one before the verb is the clause's own.
      guard start == index || !words.grammar.contains(.invertedSubjects) else { continue }
      return words[start - 1].span.upper
    }
    return nil
  }
}

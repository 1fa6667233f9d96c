internal import CotejoText

/// Gives one number to the pieces of what somebody says without a break: those that a narrator's
/// words or an attribution part, and those that go on in the next paragraph.
struct UtteranceGrouper {
  private let words: ArticleWords
  private let cues: CueFinder

  /// How many words an attribution between two pieces may have: name, office and a gesture.
  private static let attributionLength = 25

  /// Takes the words of an article.
  init(words: ArticleWords) {
    self.words = words
    cues = CueFinder(words: words)
  }

  /// The number of the utterance of each span, from 0 in order; spans that are not speech have that
  /// of the speech before them.
  func numbers(
    of spans: [MarkedSpan], _ verdicts: [SpeechClassifier.Verdict]
  ) -> [Int32] {
    var numbers: [Int32] = []
    var number: Int32 = -1
    var previous: Int?
    for index in spans.indices {
      if verdicts[index].isSpeech {
        let goesOn =
          previous.map { last in
            spans[index].isResumed || spans[index].isContinuation
              || isParted(spans[last], spans[index])
          } ?? false
        if !goesOn { number += 1 }
        previous = index
      }
      numbers.append(max(number, 0))
    }
    return numbers
  }

  /// Whether between two quotations of a paragraph there is one attribution and nothing else:
  /// *“So,” said Ann. “But why?”*
  private func isParted(_ left: MarkedSpan, _ right: MarkedSpan) -> Bool {
    guard left.setting == .marks, right.setting == .marks, left.paragraph == right.paragraph else {
      return false
    }
    let between = words.index(from: left.outer.upper)..<words.index(from: right.outer.lower)
    guard between.count <= Self.attributionLength else { return false }
    // A colon leads in something new, and so does a second verb of saying.
    if between.contains(where: { words.isMark($0, [.colon, .semicolon]) }) { return false }
    let verbs = cues.cues(in: between).filter { cue in
      !cue.classes.isDisjoint(with: [.reportingVerb, .speakingVerb, .claimVerb, .sourcePhrase])
    }
    guard verbs.count == 1 else { return false }
    // A stop may stand at the end only: a sentence between belongs to neither piece.
    return !between.dropLast().contains { words.isMark($0, [.fullStop, .exclamation, .question]) }
  }
}

internal import CotejoLexicon

/// The words of beads that have no counterpart by what is known: what there is to learn.
///
/// A word whose translation, or the word itself, stands on the other side of the bead is left out
/// together with it. The rest is little, and no longer in the way of one another.
struct UnexplainedWords {
  private let source: IndexedText
  private let target: IndexedText
  private let matches: MatchTable
  /// For each target word, the bead that it was last seen in, and how often it is still free there.
  private var seenIn: [Int32]
  private var free: [Int32]

  /// Weaker translations explain nothing.
  private static let leastStrength: Float = 0.5

  init(_ texts: ComparedTexts) {
    source = texts.source
    target = texts.target
    let strong = texts.pairs.all.lazy.filter { $0.strength >= Self.leastStrength }
    matches = MatchTable(
      strong.map { ($0.source, $0.target, $0.strength) }, words: source.vocabulary.count)
    seenIn = Array(repeating: -1, count: target.vocabulary.count)
    free = Array(repeating: 0, count: target.vocabulary.count)
  }

  /// The unexplained words of each bead, a sentence on each side.
  mutating func words(of beads: [Bead]) -> (source: IndexedText, target: IndexedText) {
    var (left, right) = (source.withoutSentences(), target.withoutSentences())
    for (number, bead) in beads.enumerated() {
      let targetWords = target.words(of: Int(bead.target.lowerBound)..<Int(bead.target.upperBound))
      for word in targetWords {
        if seenIn[Int(word)] != Int32(number) {
          seenIn[Int(word)] = Int32(number)
          free[Int(word)] = 0
        }
        free[Int(word)] += 1
      }
      let sourceWords = source.words(of: Int(bead.source.lowerBound)..<Int(bead.source.upperBound))
      left.appendSentence(sourceWords.filter { !take($0, in: Int32(number)) })
      right.appendSentence(
        targetWords.filter { word in
          // Of a word's mentions, the last ones count as those that were taken.
          if free[Int(word)] == 0 { return false }
          free[Int(word)] -= 1
          return true
        })
    }
    return (left, right)
  }

  /// Whether a free target word of the bead renders a source word; it is free no more then.
  private mutating func take(_ word: Int32, in bead: Int32) -> Bool {
    for index in matches.range(of: word) {
      let other = Int(matches.matches[index].word)
      if seenIn[other] == bead, free[other] > 0 {
        free[other] -= 1
        return true
      }
    }
    return false
  }
}

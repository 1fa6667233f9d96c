package import CotejoLexicon

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The words of a text as the lexicons know them.
package struct KnownWords: Sendable {
  package let lexicons: [Lexicon]
  package let side: Lexicon.Side
  /// The number of each word in each lexicon, -1 where it has none.
  package let numbers: [[Int32]]

  package init(_ vocabulary: Vocabulary, _ lexicons: [Lexicon], _ side: Lexicon.Side) {
    self.lexicons = lexicons
    self.side = side
    count = vocabulary.count
    numbers = lexicons.map { $0.numbers(of: vocabulary, side) }
  }

  private init(_ lexicons: [Lexicon], _ side: Lexicon.Side, _ numbers: [[Int32]], count: Int) {
    self.lexicons = lexicons
    self.side = side
    self.numbers = numbers
    self.count = count
  }

  /// The same words as more lexicons know them too.
  func joined(by more: ArraySlice<Lexicon>, _ vocabulary: Vocabulary) -> KnownWords {
    if more.isEmpty { return self }
    return KnownWords(
      lexicons + more, side, numbers + more.map { $0.numbers(of: vocabulary, side) }, count: count)
  }

  /// How many words there are.
  package let count: Int

  /// Marks the words that a lexicon has.
  func noteKnown(in index: Int, _ known: inout [Bool]) {
    for (word, number) in numbers[index].enumerated() where number >= 0 { known[word] = true }
  }

  /// Inverse sentence frequency in nats, smoothed by the lexicons' counts: a short text says little
  /// about which words are common.
  func weights(of occurrences: WordOccurrences) -> [Float] {
    let totals = lexicons.map {
      Float(max(1, side == .source ? $0.totalMentions.source : $0.totalMentions.target))
    }
    return (0..<occurrences.vocabulary).map { word in
      var known: Float = 0
      for (index, lexicon) in lexicons.enumerated() where numbers[index][word] >= 0 {
        let share = Float(lexicon.mentions(numbers[index][word], side)) / totals[index]
        known = max(known, 1 - expf(-Self.wordsInASentence * share))
      }
      let here = Float(occurrences.range(of: Int32(word)).count)
      let sentences = Float(occurrences.count) + Self.priorSentences
      return -logf(min(0.999, (here + Self.priorSentences * known) / sentences))
    }
  }

  /// How many sentences of ordinary text the lexicons' counts stand for.
  private static let priorSentences: Float = 50
  /// An average sentence, to turn a word's share of running words into one of sentences.
  private static let wordsInASentence: Float = 20
}

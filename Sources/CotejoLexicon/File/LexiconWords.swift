/// The words of one side as a lexicon numbers them.
struct LexiconWords {
  /// The words.
  private(set) var vocabulary = Vocabulary()
  /// How often each was seen in the training text.
  private(set) var mentions: [UInt32] = []
  /// The number here of each word of the bitext, -1 for words that were left out.
  private(set) var numbers: [Int32] = []

  /// Takes the words of a side that were seen `leastMentions` times, or that `known` has.
  init(_ side: Bitext.Side, leastMentions: Int, known: TranslationPrior) {
    var counts = [UInt32](repeating: 0, count: side.vocabulary.count)
    for word in side.words { counts[Int(word)] += 1 }
    numbers.reserveCapacity(counts.count)
    for word in counts.indices {
      guard Int(counts[word]) >= leastMentions || !known.range(of: word).isEmpty else {
        numbers.append(-1)
        continue
      }
      let range = side.vocabulary.range(of: Int32(word))
      numbers.append(vocabulary.intern(side.vocabulary.pool.span.extracting(range)))
      mentions.append(counts[word])
    }
  }
}

extension TranslationTable {
  /// The same probabilities between the words that lexicons have.
  func renumbered(given: LexiconWords, predicted: LexiconWords) -> TranslationTable {
    var table = TranslationTable()
    for word in given.numbers.indices where given.numbers[word] >= 0 {
      for index in Int(starts[word])..<Int(starts[word + 1]) {
        let number = predicted.numbers[Int(words[index])]
        guard number >= 0 else { continue }
        table.words.append(number)
        table.probabilities.append(probabilities[index])
      }
      table.starts.append(Int32(table.words.count))
    }
    return table
  }
}

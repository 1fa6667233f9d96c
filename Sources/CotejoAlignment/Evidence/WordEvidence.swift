internal import CotejoLexicon

/// What two texts share: matches between their words, and what a match is worth.
struct WordEvidence {
  /// One text, seen from the other.
  struct Side {
    let occurrences: WordOccurrences
    /// The words of the other text that may render each word.
    let matches: MatchTable
    /// The weight of each word in nats: the rarer, the heavier.
    let weights: [Float]
    /// The weight of all words before each sentence; one more than there are sentences.
    ///
    /// In double: the sums of a long text would leave a float no digits for a sentence.
    private(set) var totals: [Double] = [0]
    /// The weight that windows of one to four sentences of the other text, drawn blindly, would
    /// cover; summed like `totals`.
    private(set) var chances: [SIMD4<Double>] = [.zero]

    init(
      _ occurrences: WordOccurrences, _ matches: MatchTable, _ weights: [Float],
      other: WordOccurrences
    ) {
      self.occurrences = occurrences
      self.matches = matches
      self.weights = weights
      let chance = (0..<weights.count).map { word in
        Self.chance(of: Int32(word), matches, other) * weights[word]
      }
      for sentence in 0..<occurrences.count {
        var total = totals[sentence]
        var sum = chances[sentence]
        for index in occurrences.wordRange(of: sentence) {
          let word = Int(occurrences.words[index])
          total += Double(weights[word] * Float(occurrences.repeats[index]))
          sum += SIMD4<Double>(chance[word] * Float(occurrences.repeats[index]))
        }
        totals.append(total)
        chances.append(sum)
      }
    }

    /// The strength that a word may expect in blindly drawn windows.
    ///
    /// That is the chance that a match is there, times its strength; one occurrence is taken for the
    /// true one and left out.
    private static func chance(
      of word: Int32, _ matches: MatchTable, _ other: WordOccurrences
    ) -> SIMD4<Float> {
      var expected = SIMD4<Float>.zero
      var most: Float = 0
      for index in matches.range(of: word) {
        let match = matches.matches[index]
        let others = Float(other.range(of: match.word).count - 1)
        let share = others / Float(max(1, other.count - 1))
        var absent = SIMD4<Float>(repeating: 1)
        var power: Float = 1
        for lane in 0..<4 {
          power *= 1 - share
          absent[lane] = power
        }
        expected += (1 - absent) * match.strength
        most = max(most, match.strength)
      }
      return pointwiseMin(expected, SIMD4<Float>(repeating: most))
    }

    /// A distinct word of a sentence with its weight times its mentions there.
    @inline(__always)
    func weighted(_ index: Int) -> (word: Int32, weight: Float) {
      let word = occurrences.words[index]
      return (word, weights[Int(word)] * Float(occurrences.repeats[index]))
    }
  }

  let source: Side
  let target: Side

  /// Matches worth fewer nats are left out: they cost time and move nothing.
  private static let leastWorth: Float = 1

  init(_ source: IndexedText, _ target: IndexedText, lexicons: [Lexicon]) {
    self.init(ComparedTexts(source, target, lexicons: lexicons), lexicons: lexicons)
  }

  /// Takes compared texts; `lexicons` are those that they were compared by, and more behind them.
  init(_ texts: ComparedTexts, lexicons: [Lexicon]) {
    let more = lexicons[min(texts.lexiconCount, lexicons.count)...]
    let sourceWords = texts.sourceWords.joined(by: more, texts.source.vocabulary)
    let targetWords = texts.targetWords.joined(by: more, texts.target.vocabulary)
    let sourceOccurrences = texts.sourceOccurrences
    let targetOccurrences = texts.targetOccurrences
    let sourceWeights = sourceWords.weights(of: sourceOccurrences)
    let targetWeights = targetWords.weights(of: targetOccurrences)
    var learnt = WordPairs()
    learnt.addTranslations(sourceWords, targetWords, behind: texts.lexiconCount)
    // A rare word that meets a common one proves no more than the common one does; and what is to
    // be met in most sentences proves next to nothing.
    func worth(
      _ strength: Float, _ word: Int32, _ weights: [Float], _ other: Int32, _ others: [Float],
      _ places: WordOccurrences
    ) -> Float {
      let worth = strength * min(1, others[Int(other)] / weights[Int(word)])
      // One occurrence is taken for the true one: in a text of one sentence nothing is in most.
      let share = Float(places.range(of: other).count - 1) / Float(max(1, places.count - 1))
      return worth * weights[Int(word)] * (1 - share) < Self.leastWorth ? 0 : worth
    }
    var forward: [(word: Int32, other: Int32, strength: Float)] = []
    var backward = forward
    for pairs in [texts.pairs.all, learnt.all, texts.cognates.all] {
      for pair in pairs {
        let there = worth(
          pair.strength, pair.source, sourceWeights, pair.target, targetWeights, targetOccurrences)
        if there > 0 { forward.append((pair.source, pair.target, there)) }
        let back = worth(
          pair.strength, pair.target, targetWeights, pair.source, sourceWeights, sourceOccurrences)
        if back > 0 { backward.append((pair.target, pair.source, back)) }
      }
    }
    self.source = Side(
      sourceOccurrences, MatchTable(forward, words: sourceWeights.count), sourceWeights,
      other: targetOccurrences)
    self.target = Side(
      targetOccurrences, MatchTable(backward, words: targetWeights.count), targetWeights,
      other: sourceOccurrences)
  }
}

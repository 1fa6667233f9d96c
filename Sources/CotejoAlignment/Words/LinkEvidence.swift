package import CotejoLexicon

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Which words of two texts may be linked, and how surely.
package struct LinkEvidence: Sendable {
  /// The target words that each source word may be rendered by; strengths from 0 to 1.
  package let matches: MatchTable
  /// What it tells, in nats, that each word stands in a text: how rare the lexicons have it.
  package let information: (source: [Float], target: [Float])
  /// Whether each word is one of those that stand in every other sentence, on either side.
  let isCommon: (source: [Bool], target: [Bool])

  /// What the stronger direction counts; the weaker one counts the rest.
  ///
  /// *April* brings *de* to mind (*abril de*), but *de* not *April*: words that render each other do so
  /// both ways.
  private static let strongerShare: Float = 0.6
  /// Words of less information, in nats, are common: articles, prepositions, auxiliaries.
  private static let common: Float = 5.5
  /// Running words assumed beside those that a lexicon was made of: in a small one every word has a
  /// large share.
  private static let priorMentions: Float = 50_000
  /// The information of words that no lexicon has.
  private static let unknown: Float = 14

  /// Weighs the words of two vocabularies by what the lexicons and their looks say.
  package init(_ source: Vocabulary, _ target: Vocabulary, lexicons: [Lexicon]) {
    let sourceWords = KnownWords(source, lexicons, .source)
    let targetWords = KnownWords(target, lexicons, .target)
    let sourceWeights = Self.information(sourceWords)
    let targetWeights = Self.information(targetWords)
    information = (sourceWeights, targetWeights)
    isCommon = (sourceWeights.map { $0 < Self.common }, targetWeights.map { $0 < Self.common })

    var translations = WordPairs()
    translations.addTranslations(sourceWords, targetWords)
    var directions: [UInt64: (stronger: Float, weaker: Float)] = [:]
    for pair in translations.all {
      let key = UInt64(pair.source) << 32 | UInt64(pair.target)
      let known = directions[key] ?? (0, 0)
      directions[key] =
        pair.strength > known.stronger
        ? (pair.strength, known.stronger) : (known.stronger, max(known.weaker, pair.strength))
    }
    var triples = directions.map { key, strength -> (word: Int32, other: Int32, strength: Float) in
      let (word, other) = (Int32(key >> 32), Int32(truncatingIfNeeded: key))
      var mutual =
        Self.strongerShare * strength.stronger + (1 - Self.strongerShare) * strength.weaker
      if strength.weaker == 0 {
        let (left, right) = (sourceWeights[Int(word)], targetWeights[Int(other)])
        mutual *= (min(left, right) / max(left, right)).squareRoot()
      }
      return (word, other, mutual)
    }
    var alike = WordPairs()
    alike.addFamilies(sourceWords, targetWords, source, target)
    alike.addIdentical(source, target)
    alike.addCognates(source, target)
    triples += alike.all.map { ($0.source, $0.target, $0.strength) }
    matches = MatchTable(triples, words: source.count)
  }

  /// What it tells, in nats, that a word stands in a text: how rare it is.
  private static func information(_ words: KnownWords) -> [Float] {
    var share = [Float](repeating: 0, count: words.count)
    for (index, lexicon) in words.lexicons.enumerated() {
      let totals = lexicon.totalMentions
      let total = Float(words.side == .source ? totals.source : totals.target) + priorMentions
      for (word, number) in words.numbers[index].enumerated() where number >= 0 {
        share[word] = max(share[word], Float(lexicon.mentions(number, words.side)) / total)
      }
    }
    return share.map { $0 > 0 ? min(unknown, max(1, -logf($0))) : unknown }
  }
}

internal import CotejoAlignment
internal import CotejoLexicon

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// How much the words of a text tell, in nats: the rarer, the more.
///
/// The constants were set by trial on the planted quotations that `TraceEvidence` was fitted on.
enum WordOdds {
  /// How many running words the lexicon's counts stand for beside those of the text itself.
  private static let priorWords: Float = 20_000
  /// A word tells at most this much: a slip of the pen is not worth more than a rare name.
  private static let most: Float = 8
  /// What a word that is met everywhere tells: about that the chance to meet it in reach of its
  /// place is taken off.
  private static let chance: Float = 3
  /// What any word tells at the least.
  private static let least: Float = 0.25

  /// The weight of each word of a vocabulary that occurs `counts` times in `total` words.
  static func weights(_ known: KnownWords, counts: [Int32], total: Int) -> [Float] {
    let totals = known.lexicons.map {
      Float(max(1, known.side == .source ? $0.totalMentions.source : $0.totalMentions.target))
    }
    return counts.indices.map { word in
      var share: Float = 0
      for (index, lexicon) in known.lexicons.enumerated() where known.numbers[index][word] >= 0 {
        let mentions = lexicon.mentions(known.numbers[index][word], known.side)
        share = max(share, Float(mentions) / totals[index])
      }
      let all = Float(total) + priorWords
      let probability = max(0.5, Float(counts[word]) + priorWords * share) / all
      return max(least, min(most, -logf(probability) - chance))
    }
  }
}

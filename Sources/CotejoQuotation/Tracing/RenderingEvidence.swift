internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Which words of a transcript may have been rendered by which words of an article's quotations, and
/// what it is worth to find the one where the other should be.
struct RenderingEvidence {
  /// The source words that each quotation word may render, strengths from 0 to 1.
  let matches: MatchTable
  /// What each word of the quotations tells, in nats.
  let quotationWeights: [Float]
  /// What each word of the transcript tells, in nats.
  let sourceWeights: [Float]
  /// Whether the languages differ.
  let isRendering: Bool
  private let isNumeric: [Bool]

  /// Lays two vocabularies side by side.
  ///
  /// - Parameters:
  ///   - source: the transcript.
  ///   - quoted: the words of the quotations.
  ///   - lexicons: from the transcript's language to that of the quotations; of no use where they
  ///     are the same.
  ///   - isRendering: whether the languages differ.
  init(
    _ source: SourceWords, quoted: Vocabulary, lexicons: [Lexicon], isRendering: Bool
  ) {
    self.isRendering = isRendering
    isNumeric = (0..<Int32(quoted.count)).map { quoted.isNumber($0) }
    let lexicons = isRendering ? lexicons : []
    let sourceWords = KnownWords(source.vocabulary, lexicons, .source)
    let quotedWords = KnownWords(quoted, lexicons, .target)
    var pairs = WordPairs()
    pairs.addTranslations(sourceWords, quotedWords)
    pairs.addFamilies(sourceWords, quotedWords, source.vocabulary, quoted)
    pairs.addIdentical(source.vocabulary, quoted)
    pairs.addCognates(source.vocabulary, quoted)
    var triples = pairs.all.map { (word: $0.target, other: $0.source, strength: $0.strength) }
    if !isRendering {
      // In one language the same word is the same word, however short.
      for index in triples.indices
      where quoted.pool[quoted.range(of: triples[index].word)]
        == source.vocabulary.pool[source.vocabulary.range(of: triples[index].other)]
      {
        triples[index].strength = 1
      }
    }
    matches = MatchTable(triples, words: quoted.count)
    sourceWeights = WordOdds.weights(sourceWords, counts: source.counts, total: source.count)
    if isRendering {
      quotationWeights = WordOdds.weights(
        quotedWords, counts: [Int32](repeating: 0, count: quoted.count), total: 0)
    } else {
      // The transcript says how rare the words of its language are.
      let counts = (0..<Int32(quoted.count)).map { word in
        source.vocabulary.find(quoted.pool.span.extracting(quoted.range(of: word)))
          .map { source.counts[Int($0)] } ?? 0
      }
      quotationWeights = WordOdds.weights(quotedWords, counts: counts, total: source.count)
    }
  }

  /// Whether a word of the quotations is a number in digits.
  func isNumber(_ word: Int32) -> Bool { isNumeric[Int(word)] }

  /// What the words of a quotation tell together, in nats, without what the editor put in.
  func told(by quotation: QuotationWords) -> Float {
    var told: Float = 0
    for word in 0..<quotation.count where !quotation.isInserted[word] {
      told += quotationWeights[Int(quotation.sequence.words[word])]
    }
    return told
  }

  /// What it is worth to find source word `match` where quotation word `word` has it.
  @inline(__always)
  func worth(of match: MatchTable.Match, for word: Int32) -> Float {
    match.strength * min(quotationWeights[Int(word)], sourceWeights[Int(match.word)])
  }
}

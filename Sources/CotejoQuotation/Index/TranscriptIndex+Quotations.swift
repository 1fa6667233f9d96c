public import CotejoLexicon
public import CotejoText

extension TranscriptIndex {
  /// Documents that are read for each quotation, and for all of an article.
  private static let limits = (quotation: 4, article: 24)

  /// The documents that the quotations of an article may come from.
  ///
  /// - Parameters:
  ///   - quotations: the quotations.
  ///   - article: the text that their spans are bytes of.
  ///   - lexicons: from the language of the transcripts to that of the article.
  ///   - language: the language of the transcripts.
  ///   - excluded: documents that are not wanted.
  /// - Returns: the numbers of the documents, in order: the best few of each quotation; of a long
  ///   article those that explain most of it.
  /// - Throws: `icu` if ICU cannot cut the article's language into words.
  public func documents(
    for quotations: [Quotation], in article: SegmentedText, lexicons: [Lexicon],
    language: LanguageTag, excluding excluded: Set<Int> = []
  ) throws(QuotationError) -> [Int] {
    let isRendering = language.language != article.language.language
    var scores: [Int: Float] = [:]
    var first: Set<Int> = []
    do {
      var reader = try WordSequence.Reader(language: article.language)
      for quotation in quotations {
        let words = QuotationWords(
          try reader.words(of: quotation.span, in: article.text.bytes), in: article.text.bytes)
        let query = PassageQuery(
          words, reader.vocabulary, lexicons: isRendering ? lexicons : [])
        let matches = rank(query, limit: Self.limits.quotation, excluding: excluded)
        for (place, match) in matches.enumerated() {
          if place == 0 { first.insert(match.document) }
          scores[match.document, default: 0] += match.score
        }
      }
    } catch {
      throw QuotationError(error)
    }
    let ranked = scores.sorted { left, right in
      let isFirst = (left: first.contains(left.key), right: first.contains(right.key))
      if isFirst.left != isFirst.right { return isFirst.left }
      return (right.value, left.key) < (left.value, right.key)
    }
    return ranked.prefix(max(Self.limits.article, first.count)).map(\.key).sorted()
  }
}

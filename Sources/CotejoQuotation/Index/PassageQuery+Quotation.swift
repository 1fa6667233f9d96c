internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

extension PassageQuery {
  /// Translations of a word that are asked for at the most: the tail is long and says little.
  private static let mostTerms = 8

  /// Asks for what may render the words of a quotation; for names, numbers and words without a
  /// translation as they are.
  ///
  /// - Parameters:
  ///   - quotation: the quotation; words that the editor put in are left out.
  ///   - vocabulary: what its words are.
  ///   - lexicons: from the transcripts' language to that of the quotation; none where they are the
  ///     same.
  init(_ quotation: QuotationWords, _ vocabulary: Vocabulary, lexicons: [Lexicon]) {
    words = (0..<quotation.count).map { index in
      if quotation.isInserted[index] { return [] }
      let form = vocabulary.pool.span.extracting(
        vocabulary.range(of: quotation.sequence.words[index]))
      // A word that has translations stands for itself only where somebody speaks its language.
      let terms = Self.translations(of: form, lexicons)
      if !terms.isEmpty, !(0x30...0x39).contains(form[0]) { return terms }
      let strength = lexicons.isEmpty ? 1 : WordPairs.identity(form)
      return [Term(hash: Self.hash(of: form), strength: strength)] + terms
    }
  }

  private static func translations(of form: Span<UInt8>, _ lexicons: [Lexicon]) -> [Term] {
    for lexicon in lexicons {
      guard let word = lexicon.find(form, .target) else { continue }
      var terms: [Term] = []
      lexicon.forEachTranslation(of: word, .target) { translation in
        let strength = WordPairs.strength(of: translation.probability)
        guard strength > 0, terms.count < mostTerms else { return }
        let rendered = Array(lexicon.word(translation.word, .source).utf8)
        terms.append(Term(hash: hash(of: rendered.span), strength: strength))
      }
      return terms
    }
    return []
  }
}

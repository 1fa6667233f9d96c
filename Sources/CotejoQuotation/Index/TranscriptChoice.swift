public import CotejoLexicon
public import CotejoText

/// The transcripts that an article is traced to, and how much was searched to choose them.
public struct TranscriptChoice: Sendable {
  /// The transcripts, in the order that traces count them by.
  public var entries: [TranscriptLibrary.Entry]
  /// How many words the transcripts have that were not chosen: they might have looked alike as well.
  public var unreadWords: Int
}

extension QuotationTracer {
  /// Reads the transcripts that were chosen, and takes into account from how many they were.
  ///
  /// - Parameters:
  ///   - choice: the transcripts.
  ///   - language: their language.
  ///   - lexicons: from the transcripts' language to that of the article, the one to go by first.
  ///   - minimumConfidence: the confidence from which on words count as found.
  /// - Throws: `icu` if ICU cannot cut the language into words.
  public init(
    _ choice: TranscriptChoice, language: LanguageTag, lexicons: [Lexicon],
    minimumConfidence: Double = Self.defaultMinimumConfidence
  ) throws(QuotationError) {
    try self.init(
      transcripts: choice.entries.map(\.transcript), language: language, lexicons: lexicons,
      minimumConfidence: minimumConfidence)
    searchedWords = wordCount + choice.unreadWords
  }
}

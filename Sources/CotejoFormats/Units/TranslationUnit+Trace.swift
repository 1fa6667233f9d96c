public import CotejoQuotation
public import CotejoText

extension TranslationUnit {
  /// A transcript that traces lead to: its name and its text.
  public typealias Transcript = (document: String, text: TextView)

  /// Makes the unit of a traced quotation: its source words, a segment for each place in the order of
  /// the quotation, above its own words.
  ///
  /// Every segment has its place in the original file. The source is empty for a quotation that was
  /// not found.
  ///
  /// - Parameters:
  ///   - trace: the trace; its confidence becomes the score.
  ///   - article: the text that the spans of the quotation are bytes of.
  ///   - articleDocument: the name of its document.
  ///   - transcripts: the texts that the sources are bytes of, in the order in which the tracer got
  ///     them.
  public init(
    _ trace: Trace, article: TextView, in articleDocument: String, transcripts: [Transcript]
  ) {
    self.init(
      source: trace.sources.map { source in
        let (document, text) = transcripts[source.transcript]
        return Segment(source.span, of: text, in: document)
      },
      target: [Segment(trace.quotation.span, of: article, in: articleDocument)],
      score: trace.confidence)
  }
}

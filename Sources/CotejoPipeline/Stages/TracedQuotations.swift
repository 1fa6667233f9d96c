public import CotejoFormats
public import CotejoQuotation

/// The traces of an article's quotations, and the transcripts that they lead to.
public struct TracedQuotations: Sendable {
  /// A trace for each quotation of the article, in order.
  public var traces: [Trace]
  /// The transcripts, in the order in which the tracer got them.
  public var transcripts: [TranslationUnit.Transcript]

  /// Puts traces and the transcripts that their sources count by together.
  public init(traces: [Trace], transcripts: [TranslationUnit.Transcript]) {
    self.traces = traces
    self.transcripts = transcripts
  }
}

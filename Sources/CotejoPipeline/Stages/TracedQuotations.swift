public import CotejoFormats
public import CotejoQuotation

/// The traces of an article's quotations, and the transcripts that they lead to.
public struct TracedQuotations: Sendable {
  /// A trace for each quotation of the article, in order.
  public var traces: [Trace]
  /// The transcripts, in the order in which the traces count them.
  public var transcripts: [TranslationUnit.Transcript]

  /// Puts traces and the transcripts that their sources count by together.
  public init(traces: [Trace], transcripts: [TranslationUnit.Transcript]) {
    self.traces = traces
    self.transcripts = transcripts
  }

  /// The same without the transcripts that no trace leads to: many are read for an article whose
  /// quotations come from few, and articles wait for their turn.
  func compacted() -> TracedQuotations {
    let used = Set(traces.lazy.flatMap(\.places).map(\.transcript)).sorted()
    guard used.count < transcripts.count else { return self }
    let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    func renumber(_ places: inout [Trace.Source]) {
      for index in places.indices {
        places[index].transcript = numbers[places[index].transcript] ?? 0
      }
    }
    var compacted = TracedQuotations(traces: traces, transcripts: used.map { transcripts[$0] })
    for index in traces.indices {
      renumber(&compacted.traces[index].sources)
      renumber(&compacted.traces[index].omitted)
      for place in traces[index].alternatives.indices {
        renumber(&compacted.traces[index].alternatives[place])
      }
      for link in traces[index].links.indices {
        let number = traces[index].links[link].source.transcript
        compacted.traces[index].links[link].source.transcript = numbers[number] ?? 0
      }
    }
    return compacted
  }
}

extension Trace {
  /// All places of transcripts that a trace names.
  fileprivate var places: [Source] {
    sources + omitted + links.map(\.source) + alternatives.joined()
  }
}

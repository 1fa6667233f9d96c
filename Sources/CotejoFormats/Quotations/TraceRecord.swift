public import CotejoQuotation
public import CotejoText

/// Writes traces as JSON Lines.
///
/// ```
/// {"quote":{"start":9,"end":23,"text":"It is a right."},"found":true,"confidence":0.98,
///  "sources":[{"document":"es/a.txt","start":4,"end":20,"text":"Es un derecho."}],…}
/// ```
///
/// (on one line). Every `start` and `end` is a byte offset into a file as it was read.
public enum TraceRecord {
  /// Appends the record of a trace, with the line end.
  ///
  /// - Parameters:
  ///   - trace: the trace.
  ///   - article: the article that the quotation stands in.
  ///   - transcripts: the transcripts, in the order they were given to the tracer.
  ///   - record: where the record goes.
  public static func append(
    _ trace: Trace, article: Document, transcripts: [Document], to record: inout [UInt8]
  ) {
    record.append("{\"quote\":{")
    append(trace.quotation.span, of: article, to: &record)
    record.append("},\"found\":")
    record.append(trace.isFound ? "true" : "false")
    record.append(",\"confidence\":")
    record.append(score: trace.confidence)
    record.append(",\"origin\":\"")
    record.append(trace.origin.rawValue)
    record.append("\",\"sources\":")
    append(trace.sources, transcripts, to: &record)
    record.append(",\"links\":[")
    for (index, link) in trace.links.enumerated() {
      record.append(index == 0 ? "[{" : ",[{")
      append(link.quotation, of: article, to: &record)
      record.append("},")
      append(link.source, transcripts, to: &record)
      record.append("]")
    }
    record.append("],\"omitted\":")
    append(trace.omitted, transcripts, to: &record)
    record.append(",\"added\":[")
    for (index, span) in trace.added.enumerated() {
      record.append(index == 0 ? "{" : ",{")
      append(span, of: article, to: &record)
      record.append("}")
    }
    record.append("],\"alternatives\":[")
    for (index, sources) in trace.alternatives.enumerated() {
      if index > 0 { record.append(",") }
      append(sources, transcripts, to: &record)
    }
    record.append("]}\n")
  }

  private static func append(
    _ sources: [Trace.Source], _ transcripts: [Document], to record: inout [UInt8]
  ) {
    record.append("[")
    for (index, source) in sources.enumerated() {
      if index > 0 { record.append(",") }
      append(source, transcripts, to: &record)
    }
    record.append("]")
  }

  private static func append(
    _ source: Trace.Source, _ transcripts: [Document], to record: inout [UInt8]
  ) {
    let document = transcripts[source.transcript]
    record.append("{\"document\":")
    JSONText.append(document.id, to: &record)
    record.append(",")
    append(source.span, of: document, to: &record)
    record.append(",\"speaker\":")
    if let speaker = source.speaker {
      JSONText.append(speaker, to: &record)
    } else {
      record.append("null")
    }
    record.append(source.isReadAloud ? ",\"read_aloud\":true}" : ",\"read_aloud\":false}")
  }

  private static func append(
    _ span: TextSpan, of document: Document, to record: inout [UInt8]
  ) {
    let place = document.text.sourceSpan(of: span)
    record.append("\"start\":")
    record.append(decimal: Int(place.lower))
    record.append(",\"end\":")
    record.append(decimal: Int(place.upper))
    record.append(",\"text\":")
    JSONText.append(document.text[span], to: &record)
  }
}

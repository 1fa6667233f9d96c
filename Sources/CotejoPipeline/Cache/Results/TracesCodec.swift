internal import CotejoFormats
internal import CotejoQuotation
internal import CotejoText

/// What the quotations were traced to.
///
/// Of the transcripts only the names are kept; their texts are looked up again. The original that an
/// article is paired with has no name here: a file that was renamed changes nothing.
enum TracesCodec: PairPartCodec {
  static let stamp = PartStamp(
    "traces", version: 1,
    cases: Trace.Origin.allCases.map(\.rawValue) + Quotation.Kind.allCases.map(\.rawValue))

  /// Where a transcript's text is to be had.
  private enum Place: UInt8 {
    /// It is the original of the pair.
    case original = 0
    /// It is a transcript of the input.
    case input = 1
  }

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    writer.append(byte: state.traced == nil ? 0 : 1)
    guard let traced = state.traced else { return }
    writer.append(count: traced.transcripts.count)
    for transcript in traced.transcripts {
      if state.isOriginal(transcript) {
        writer.append(byte: Place.original.rawValue)
      } else {
        writer.append(byte: Place.input.rawValue)
        writer.append(transcript.document)
      }
    }
    let quotations = state.quoted?.quotations ?? []
    let isOfQuotations = traced.traces.lazy.map(\.quotation).elementsEqual(quotations)
    writer.append(byte: isOfQuotations ? 1 : 0)
    writer.append(count: traced.traces.count)
    var start: Int32 = 0
    for trace in traced.traces {
      if !isOfQuotations { writer.append(trace.quotation, from: start) }
      start = trace.quotation.span.lower
      var context = TraceContext(quotation: start)
      writer.append(trace, &context)
    }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    guard try reader.flag() else {
      guard state.traced == nil else { throw reader.damage("has no traces where there are some") }
      return
    }
    let transcripts = try transcripts(&reader, of: state, resources)
    let article = state.target.text.bytes
    let texts = transcripts.map(\.text.bytes)
    let isOfQuotations = try reader.flag()
    let count = try reader.count(ofAtLeast: 15)
    let quotations = isOfQuotations ? state.quoted?.quotations ?? [] : []
    guard !isOfQuotations || count == quotations.count else {
      throw reader.damage("has the traces of other quotations")
    }
    var traces: [Trace] = []
    traces.reserveCapacity(count)
    for index in 0..<count {
      let quotation =
        isOfQuotations
        ? quotations[index]
        : try reader.quotation(from: traces.last?.quotation.span.lower ?? 0, in: article)
      // Those of the state are places of the text that they were found in.
      guard Int(quotation.span.upper) <= article.count else {
        throw reader.damage("has a quotation of another text")
      }
      var context = TraceContext(quotation: quotation.span.lower)
      traces.append(
        try reader.trace(of: quotation, in: article, texts, &context))
    }
    state.join(TracedQuotations(traces: traces, transcripts: transcripts))
  }

  private static func transcripts(
    _ reader: inout ResultReader, of state: PairState, _ resources: StageResources
  ) throws(ResultDamage) -> [TranslationUnit.Transcript] {
    let count = try reader.count(ofAtLeast: 1)
    var transcripts: [TranslationUnit.Transcript] = []
    transcripts.reserveCapacity(count)
    for _ in 0..<count {
      switch Place(rawValue: try reader.byte()) {
      case .original?:
        guard state.sourceDocument != nil else {
          throw reader.damage("leads to the original of an article, which has none")
        }
        transcripts.append((state.pair.representative, state.source.text))
      case .input?:
        let name = try reader.string()
        guard let text = resources.transcripts(of: state.input).text(named: name) else {
          throw reader.damage("leads to '\(name)', which is no transcript that can be read now")
        }
        transcripts.append((name, text))
      case nil: throw reader.damage("has a transcript of a kind that there is not")
      }
    }
    return transcripts
  }
}

extension PairState {
  /// Whether a transcript is the original of the pair.
  fileprivate func isOriginal(_ transcript: TranslationUnit.Transcript) -> Bool {
    sourceDocument != nil && transcript.document.hasBytes(of: pair.representative)
      && transcript.text.edits == source.text.edits && transcript.text.bytes == source.text.bytes
  }
}

/// What the next numbers of a trace are told from.
struct TraceContext {
  /// Where the quotation begins, or its last word that was written.
  var quotation: Int32
  /// Where the last source words begin.
  var source: Int32 = 0
}

extension ResultWriter {
  /// Appends a trace without its quotation.
  mutating func append(_ trace: Trace, _ context: inout TraceContext) {
    append(case: trace.origin)
    append(byte: trace.isFound ? 1 : 0)
    append(trace.confidence)
    append(trace.sources, &context)
    append(trace.omitted, &context)
    append(count: trace.alternatives.count)
    for places in trace.alternatives { append(places, &context) }
    append(count: trace.added.count)
    for span in trace.added { append(span, &context.quotation) }
    append(count: trace.links.count)
    for link in trace.links {
      append(link.quotation, &context.quotation)
      append(link.source, &context)
    }
  }

  private mutating func append(_ places: [Trace.Source], _ context: inout TraceContext) {
    append(count: places.count)
    for place in places { append(place, &context) }
  }

  private mutating func append(_ place: Trace.Source, _ context: inout TraceContext) {
    append(byte: (place.isReadAloud ? 1 : 0) | (place.speaker == nil ? 0 : 2))
    append(count: place.transcript)
    append(place.span, &context.source)
    if let speaker = place.speaker { append(shared: speaker) }
  }

  private mutating func append(_ span: TextSpan, _ base: inout Int32) {
    append(span, from: base)
    base = span.lower
  }
}

extension ResultReader {
  /// Reads what was written of a trace.
  ///
  /// - Parameters:
  ///   - quotation: Its quotation.
  ///   - article: The text that this stands in.
  ///   - transcripts: The texts that it leads to.
  ///   - context: What numbers are told from.
  /// - Returns: The trace, all of whose places are places of these texts.
  /// - Throws: `ResultDamage`.
  mutating func trace(
    of quotation: Quotation, in article: [UInt8], _ transcripts: [[UInt8]],
    _ context: inout TraceContext
  ) throws(ResultDamage) -> Trace {
    var trace = Trace(quotation: quotation)
    trace.origin = try value(of: Trace.Origin.self)
    trace.isFound = try flag()
    trace.confidence = try probability()
    trace.sources = try places(in: transcripts, &context)
    trace.omitted = try places(in: transcripts, &context)
    let alternatives = try count(ofAtLeast: 1)
    trace.alternatives.reserveCapacity(alternatives)
    for _ in 0..<alternatives {
      trace.alternatives.append(try places(in: transcripts, &context))
    }
    let added = try count(ofAtLeast: 2)
    trace.added.reserveCapacity(added)
    for _ in 0..<added { trace.added.append(try span(&context.quotation, in: article)) }
    let links = try count(ofAtLeast: 6)
    trace.links.reserveCapacity(links)
    for _ in 0..<links {
      let word = try span(&context.quotation, in: article)
      trace.links.append(
        Trace.WordLink(quotation: word, source: try place(in: transcripts, &context)))
    }
    return trace
  }

  private mutating func places(
    in transcripts: [[UInt8]], _ context: inout TraceContext
  ) throws(ResultDamage) -> [Trace.Source] {
    let count = try count(ofAtLeast: 4)
    var places: [Trace.Source] = []
    places.reserveCapacity(count)
    for _ in 0..<count { places.append(try place(in: transcripts, &context)) }
    return places
  }

  private mutating func place(
    in transcripts: [[UInt8]], _ context: inout TraceContext
  ) throws(ResultDamage) -> Trace.Source {
    let flags = try byte()
    let transcript = try count()
    guard flags < 4, transcript < transcripts.count else {
      throw damage("leads to a transcript that there is not")
    }
    let span = try span(&context.source, in: transcripts[transcript])
    return Trace.Source(
      transcript: transcript, span: span, speaker: flags & 2 == 0 ? nil : try sharedString(),
      isReadAloud: flags & 1 == 1)
  }

  private mutating func span(
    _ base: inout Int32, in text: [UInt8]
  ) throws(ResultDamage) -> TextSpan {
    let span = try span(from: base, in: text)
    base = span.lower
    return span
  }
}

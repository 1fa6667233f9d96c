internal import CotejoLexicon
internal import CotejoQuotation
internal import CotejoText

/// Finds the words that quotations render: in the transcripts of the input, or in the original that
/// the document is paired with.
///
/// Each quotation becomes a bead: the places of its words, in their order, on one side, itself on the
/// other. One whose words were not found is rejected, with a `Reason`.
struct TraceStage: DocumentStage, LexiconStage {
  static let name = "trace"
  static let version = 2
  static let summary = "finds the words of transcripts that quotations render"
  static let reads = Material.quotations
  static let writes = Material.beads
  static let changes = [PairPart.traces, .rejections]

  /// Why a quotation goes no further.
  enum Reason: String, CaseIterable {
    /// Its words were not found.
    case notFound
    /// It was not spoken in the transcripts' language, or by somebody who speaks nowhere in them.
    case elsewhere
    /// It is reported speech, which was not to be traced.
    case indirect
    /// There is no transcript that the article may quote from: it was not looked for.
    case noTranscript
  }

  static let minimumConfidence = Parameter<Double>.number(
    "minimumConfidence", in: 0...1, default: QuotationTracer.defaultMinimumConfidence,
    "the confidence from which on words count as found")
  static let indirect = Parameter<Bool>.boolean(
    "indirect", default: false, "reported speech without quotation marks is traced too")

  static let parameters = [
    minimumConfidence.declaration, indirect.declaration, lexicon.declaration,
  ]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// The lexicons and the language data are what it depends on.
  func dependencies(_ resources: StageResources) -> [String] {
    lexiconFingerprints(resources) + [resources.fingerprint(of: resources.sourcePack)]
  }

  /// The transcripts that an article may quote from and the declared speakers are, too.
  func dependencies(
    on pair: DocumentPair?, input: Int, _ resources: StageResources
  ) -> [String] {
    let transcripts = resources.transcripts(of: input)
    return [pair.map { transcripts.fingerprint(for: $0) } ?? transcripts.fingerprint]
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    guard let quoted = pair.quoted else {
      preconditionFailure("a stage was handed a pair whose quotations were not looked for")
    }
    let isChosen = quoted.quotations.map { values[Self.indirect] || $0.kind == .direct }
    let chosen = zip(quoted.quotations, isChosen).filter(\.1).map(\.0)
    if let absence = resources.transcripts(of: pair.input).absence(for: pair.pair) {
      let traces = quoted.quotations.map { Trace(quotation: $0) }
      pair.join(TracedQuotations(traces: traces, transcripts: []))
      for (index, trace) in traces.enumerated() {
        if isChosen[index] {
          pair.reject(index, by: id, Reason.noTranscript.rawValue, absence)
        } else {
          pair.reject(index, by: id, Reason.indirect.rawValue, trace.quotation.kind.rawValue)
        }
      }
      return
    }
    let places: SearchedTranscripts
    var found: [Trace]
    do throws(QuotationError) {
      places = try searched(for: pair, chosen, quoted.text, resources)
      var tracer = places.tracer
      tracer.minimumConfidence = values[Self.minimumConfidence]
      found = try tracer.traces(of: chosen, in: quoted.text)
    } catch {
      throw DocumentFault(error, file: pair.pair.target)
    }
    found.reverse()
    let traces = zip(quoted.quotations, isChosen).map { quotation, isChosen in
      (isChosen ? found.popLast() : nil) ?? Trace(quotation: quotation)
    }
    let traced = TracedQuotations(traces: traces, transcripts: places.transcripts)
    pair.join(traced.compacted())
    for (index, trace) in traces.enumerated() {
      if !isChosen[index] {
        pair.reject(index, by: id, Reason.indirect.rawValue, trace.quotation.kind.rawValue)
      } else if !trace.isFound || trace.sources.isEmpty {
        let reason = trace.origin == .elsewhere ? Reason.elsewhere : .notFound
        pair.reject(index, by: id, reason.rawValue, Self.detail(of: trace, reason))
      }
    }
  }

  /// What is known of a quotation whose words were not found.
  private static func detail(of trace: Trace, _ reason: Reason) -> String {
    let speaker = trace.quotation.speaker?.name.map { "spoken by \($0)" }
    guard reason == .notFound else { return speaker ?? "" }
    let confidence = "confidence \(Figure.text(trace.confidence))"
    return speaker.map { "\($0), \(confidence)" } ?? confidence
  }

  /// The transcripts that the quotations of a document are looked for in: those of the input, or the
  /// original that the document is paired with.
  private func searched(
    for pair: PairState, _ quotations: [Quotation], _ article: SegmentedText,
    _ resources: StageResources
  ) throws(QuotationError) -> SearchedTranscripts {
    let input = resources.transcripts(of: pair.input)
    if let transcripts = try input.searched(
      for: pair.pair, quotations, in: article, lexicon: lexiconChoice, resources)
    {
      return transcripts
    }
    let transcript = Transcript(pair.source, pack: resources.sourcePack)
    let tracer = try QuotationTracer(
      transcripts: [transcript], language: resources.source,
      lexicons: resources.lexicons(lexiconChoice))
    return SearchedTranscripts(
      tracer, [(pair.pair.representative, pair.source.text)], speakers: input.speakers)
  }
}

import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoQuotation

/// An article of the tests' own whose marked words `“…”` were traced.
struct Traced {
  let article: SegmentedText
  let transcripts: [Transcript]
  let traces: [Trace]

  /// Traces what stands between marks.
  ///
  /// - Parameters:
  ///   - article: one paragraph a line.
  ///   - transcripts: the texts that may hold the words.
  ///   - from: their language.
  ///   - to: the language of the article.
  ///   - speakers: who speaks each quotation; those behind the last have no speaker.
  ///   - utterances: the number of each quotation's utterance; without it each is one of its own.
  ///   - declared: the languages of speakers.
  /// - Throws: what reading the texts and tracing throws.
  init(
    _ article: String, in transcripts: [String], from: String = "es", to: String = "en",
    speakers: [String?] = [], utterances: [Int32]? = nil, declared: [(String, String)] = []
  ) throws {
    self.article = try Articles.segmented(article, to)
    self.transcripts = try transcripts.map { try transcript($0, from) }
    let quotations = Articles.marked(in: self.article).enumerated().map { number, marked in
      var quotation = Quotation(
        span: marked.span, kind: .direct, utterance: utterances?[number] ?? Int32(number))
      if number < speakers.count, let name = speakers[number] {
        quotation.speaker = Speaker(mention: TextSpan(0, 1), name: name)
      }
      return quotation
    }
    let lexicons = from == to ? [] : [try Self.lexicon(from, to)]
    var tracer = try QuotationTracer(
      transcripts: self.transcripts, language: LanguageTag(from), lexicons: lexicons)
    tracer.speakerLanguages = try declared.map { ($0.0, try LanguageTag($0.1)) }
    traces = try tracer.traces(of: quotations, in: self.article)
    expectSound(traces, self.article, self.transcripts)
  }

  /// The one that ships, opened once for all tests.
  static func lexicon(_ from: String, _ to: String) throws -> Lexicon {
    let shipped = try #require(try shipped.get())
    return from == "es" ? shipped : shipped.reversed
  }

  private static let shipped = Result { () throws -> Lexicon? in
    try Lexicon.shipped(source: LanguageTag("es"), target: LanguageTag("en"))
  }

  /// The only trace, or the first.
  var first: Trace { traces[0] }

  /// The words of sources, in their order.
  func texts(_ sources: [Trace.Source]) -> [String] {
    sources.map { transcripts[$0.transcript].text.text[$0.span] }
  }

  /// The source words of a trace.
  func sources(_ number: Int = 0) -> [String] { texts(traces[number].sources) }

  /// What the article dropped.
  func omitted(_ number: Int = 0) -> [String] { texts(traces[number].omitted) }

  /// What the article added.
  func added(_ number: Int = 0) -> [String] { traces[number].added.map { article.text[$0] } }

  /// The links of a trace, each as `word=palabra`.
  func links(_ number: Int = 0) -> [String] {
    traces[number].links.map { link in
      "\(article.text[link.quotation])=\(texts([link.source])[0])"
    }
  }
}

/// Checks what holds of any trace: spans of whole characters inside their texts, sources of spoken
/// words in one turn, a confidence from 0 to 1.
func expectSound(
  _ traces: [Trace], _ article: SegmentedText, _ transcripts: [Transcript],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  func isSound(_ span: TextSpan, _ bytes: [UInt8]) -> Bool {
    span.lower >= 0 && Int(span.upper) <= bytes.count
      && String(validating: bytes[span.range], as: UTF8.self) != nil
  }
  for trace in traces {
    #expect((0...1).contains(trace.confidence), sourceLocation: sourceLocation)
    #expect(trace.isFound == !trace.sources.isEmpty, sourceLocation: sourceLocation)
    #expect(trace.isFound == !trace.links.isEmpty, sourceLocation: sourceLocation)
    let linked = trace.links.map(\.quotation)
    for span in trace.added + linked {
      #expect(isSound(span, article.text.bytes) && !span.isEmpty, sourceLocation: sourceLocation)
      #expect(
        span.lower >= trace.quotation.span.lower && span.upper <= trace.quotation.span.upper,
        sourceLocation: sourceLocation)
    }
    #expect(
      linked.map(\.lower) == linked.map(\.lower).sorted(), sourceLocation: sourceLocation)
    let sources =
      trace.sources + trace.omitted + trace.links.map(\.source) + trace.alternatives.flatMap { $0 }
    for source in sources {
      let transcript = transcripts[source.transcript]
      #expect(isSound(source.span, transcript.text.text.bytes), sourceLocation: sourceLocation)
      for part in transcript.parts
      where part.span.lower < source.span.upper && part.span.upper > source.span.lower {
        #expect(
          part.kind == .speech || part.kind == .heading,
          "\(transcript.text.text[source.span])", sourceLocation: sourceLocation)
        #expect(
          part.turn == transcript.turn(at: source.span.lower),
          "\(transcript.text.text[source.span])", sourceLocation: sourceLocation)
      }
    }
    for link in trace.links {
      #expect(
        trace.sources.contains {
          $0.transcript == link.source.transcript && $0.span.lower <= link.source.span.lower
            && $0.span.upper >= link.source.span.upper
        }, sourceLocation: sourceLocation)
    }
    for list in [trace.sources] + trace.alternatives {
      for (index, source) in list.enumerated() {
        for other in list[..<index] where other.transcript == source.transcript {
          #expect(
            other.span.upper <= source.span.lower || source.span.upper <= other.span.lower,
            sourceLocation: sourceLocation)
        }
      }
    }
  }
}

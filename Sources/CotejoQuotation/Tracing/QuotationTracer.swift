public import CotejoLexicon
public import CotejoText

/// Finds the words of transcripts that quotations render.
///
/// Each quotation is laid beside the transcripts by itself first: passages where many of its words
/// may have been said (`PassageSearch`), the best path of word links through them (`LinkSearch`), and
/// ranges from the links (`SourceRanges`). Then those that were found beyond doubt help to place
/// the others: what is quoted together was mostly said together, and a speaker's words stand in
/// that speaker's turns.
public struct QuotationTracer: Sendable {
  /// The confidence from which on words count as found.
  public var minimumConfidence: Double
  /// The confidence from which on words count as found unless another is set: of those above it on the
  /// data of the fit, most were said, and few that were said are below it.
  public static let defaultMinimumConfidence = 0.4
  /// The language of the transcripts.
  public let language: LanguageTag
  /// Languages of speakers whose words are not in the transcripts' language, by the name or a part of
  /// it that tells: `Rubio`.
  public var speakerLanguages: [(speaker: String, language: LanguageTag)] = []

  /// How many words were searched to choose the transcripts, where there were more: the more, the
  /// more may look alike by chance.
  public var searchedWords = 0

  private let source: SourceWords
  private let turns: SourceTurns
  private let lexicons: [Lexicon]

  /// Reads the transcripts.
  ///
  /// - Parameters:
  ///   - transcripts: the texts that may hold the words.
  ///   - language: their language.
  ///   - lexicons: from the transcripts' language to that of the article, the one to go by first.
  ///   - minimumConfidence: the confidence from which on words count as found.
  /// - Throws: `icu` if ICU cannot cut the language into words.
  public init(
    transcripts: [Transcript], language: LanguageTag, lexicons: [Lexicon],
    minimumConfidence: Double = Self.defaultMinimumConfidence
  ) throws(QuotationError) {
    self.minimumConfidence = minimumConfidence
    self.language = language
    self.lexicons = lexicons
    turns = SourceTurns(transcripts)
    do {
      source = try SourceWords(transcripts, language: language)
    } catch {
      throw QuotationError(error)
    }
  }

  /// How many words the transcripts have.
  public var wordCount: Int { source.count }

  /// Traces quotations of an article.
  ///
  /// - Parameters:
  ///   - quotations: the quotations to trace, of any kind.
  ///   - article: the text that their spans are bytes of.
  /// - Returns: a trace for each quotation, in their order.
  /// - Throws: `icu` if ICU cannot cut the language into words.
  public func traces(
    of quotations: [Quotation], in article: SegmentedText
  ) throws(QuotationError) -> [Trace] {
    var words: [QuotationWords] = []
    let vocabulary: Vocabulary
    do {
      var reader = try WordSequence.Reader(language: article.language)
      let bytes = article.text.bytes
      for quotation in quotations {
        words.append(QuotationWords(try reader.words(of: quotation.span, in: bytes), in: bytes))
      }
      vocabulary = reader.vocabulary
    } catch {
      throw QuotationError(error)
    }
    let isRendering = language.language != article.language.language
    let evidence = RenderingEvidence(
      source, quoted: vocabulary, lexicons: lexicons, isRendering: isRendering)
    var pass = TracePass(
      quotations, words, article: article, source: source, turns: turns, evidence: evidence,
      sourceCount: max(source.count, searchedWords))
    let results = pass.results()
    let traces = quotations.indices.map { index in
      trace(quotations[index], words[index], results[index], evidence)
    }
    return OriginFinder(turns: turns, declared: speakerLanguages, language: language)
      .decided(traces)
  }

  private func trace(
    _ quotation: Quotation, _ words: QuotationWords, _ result: TracePass.Result,
    _ evidence: RenderingEvidence
  ) -> Trace {
    var trace = Trace(quotation: quotation)
    guard let best = result.candidates.first else { return trace }
    trace.confidence = result.confidence
    trace.isFound = trace.confidence >= minimumConfidence
    guard trace.isFound else {
      trace.alternatives = result.candidates.prefix(1).map(sources(of:))
      return trace
    }
    trace.sources = sources(of: best)
    trace.alternatives = result.candidates.dropFirst().map(sources(of:))
    trace.links = best.links.map { link in
      Trace.WordLink(
        quotation: words.sequence.spans[link.word],
        source: source(of: link.place..<(link.place + 1)))
    }
    let untraced = UntracedWords(source, evidence, words, best)
    trace.omitted = untraced.omitted.map(source(of:))
    trace.added = untraced.added.map { words.sequence.span(of: $0) }
    return trace
  }

  private func sources(of candidate: TraceCandidate) -> [Trace.Source] {
    candidate.ranges.map { source(of: $0.places) }
  }

  private func source(of places: Range<Int>) -> Trace.Source {
    turns.source(source.transcript(of: places.lowerBound), source.sequence.span(of: places))
  }
}

internal import CotejoICU
public import CotejoLexicon
public import CotejoText

/// Finds the words of transcripts that quotations render.
public struct QuotationTracer: Sendable {
  /// The confidence from which on the words count as found.
  public var threshold: Double
  private let transcripts: [SourceWords]
  private let texts: [SegmentedText]
  private let lexicons: [Lexicon]

  /// Reads the transcripts.
  ///
  /// - Parameters:
  ///   - transcripts: the texts that may hold the words, all in one language.
  ///   - lexicons: from the transcripts' language to that of the article, the one to go by first.
  ///   - threshold: the confidence from which on the words count as found.
  public init(
    transcripts: [SegmentedText], lexicons: [Lexicon], threshold: Double = 0.5
  ) throws(QuotationError) {
    self.threshold = threshold
    self.lexicons = lexicons
    texts = transcripts
    do {
      var words: [SourceWords] = []
      for transcript in transcripts { words.append(try SourceWords(transcript)) }
      self.transcripts = words
    } catch {
      throw QuotationError(.icu, message: error.message)
    }
  }

  /// Traces quotations of an article.
  ///
  /// - Parameters:
  ///   - quotations: bytes of `article`, the words inside the marks.
  ///   - article: the text of the article.
  ///   - language: its language.
  /// - Returns: a trace for each quotation, in their order.
  public func traces(
    of quotations: [TextSpan], in article: TextView, language: LanguageTag
  ) throws(QuotationError) -> [Trace] {
    var traces = quotations.map { Trace(quotation: $0) }
    do {
      var reader = try WordSequence.Reader(language: language)
      var quoted: [QuotationWords] = []
      for span in quotations {
        quoted.append(
          QuotationWords(try reader.words(of: span, in: article.bytes), in: article.bytes))
      }
      for (number, source) in transcripts.enumerated() {
        let isRendering = texts[number].language.language != language.language
        let evidence = RenderingEvidence(
          source, quoted: reader.vocabulary, lexicons: lexicons, isRendering: isRendering)
        var passages = PassageSearch(source, evidence)
        var links = LinkSearch(source, evidence)
        for (index, quotation) in quoted.enumerated() {
          let found = passages.passages(for: quotation)
          let path = links.path(for: quotation, through: found)
          var total: Float = 0
          for word in 0..<quotation.count where !quotation.isInserted[word] {
            total += evidence.quotationWeights[Int(quotation.sequence.words[word])]
          }
          let confidence = Double(path.score / max(1, total))
          guard confidence > traces[index].confidence else { continue }
          let ranges = SourceRanges(source, evidence, quotation, path).ranges(of: path)
          traces[index].confidence = confidence
          traces[index].isFound = confidence >= threshold
          traces[index].sources = ranges.map {
            Trace.Source(transcript: number, span: source.sequence.span(of: $0.places))
          }
          traces[index].links = path.links.map {
            Trace.WordLink(
              quotation: quotation.sequence.spans[$0.word],
              source: Trace.Source(
                transcript: number, span: source.sequence.spans[$0.place]))
          }
        }
      }
    } catch {
      throw QuotationError(.icu, message: error.message)
    }
    return traces
  }
}

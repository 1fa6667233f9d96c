import CotejoLexicon
import CotejoText

@testable import CotejoQuotation

/// A quotation and transcripts of the same language as the search for places sees them.
struct SideBySide {
  let transcripts: [Transcript]
  let source: SourceWords
  let evidence: RenderingEvidence
  let quotation: QuotationWords

  init(_ words: String, in texts: String..., from: String = "es", to: String = "es") throws {
    transcripts = try texts.map { try transcript($0, from) }
    source = try SourceWords(transcripts, language: LanguageTag(from))
    var reader = try WordSequence.Reader(language: LanguageTag(to))
    let bytes = Array(words.utf8)
    quotation = QuotationWords(
      try reader.words(of: TextSpan(0, Int32(bytes.count)), in: bytes), in: bytes)
    evidence = RenderingEvidence(
      source, quoted: reader.vocabulary, lexicons: from == to ? [] : [try Traced.lexicon(from, to)],
      isRendering: from != to)
  }

  /// All words of each transcript.
  var whole: [Range<Int>] { transcripts.indices.map(source.places(ofTranscript:)) }

  /// The best path through passages, or through everything.
  func path(
    _ passages: [Range<Int>]? = nil, excluding excluded: [Range<Int>] = []
  ) -> LinkSearch.Path {
    var search = LinkSearch(source, evidence)
    let scope = PassageSearch.Scope(words: 0..<quotation.count, passages: passages ?? whole)
    return search.path(for: quotation, in: [scope], excluding: excluded)
  }

  /// The ranges of the best path, as text.
  var ranges: [String] {
    SourceRanges(source, evidence, quotation, path()).ranges.map { text($0.places) }
  }

  /// Source words as text.
  func text(_ places: Range<Int>) -> String {
    transcripts[source.transcript(of: places.lowerBound)].text.text[
      source.sequence.span(of: places)]
  }
}

/// The words of a quotation.
func quotationWords(_ words: String, _ language: String = "en") throws -> QuotationWords {
  var reader = try WordSequence.Reader(language: LanguageTag(language))
  let bytes = Array(words.utf8)
  return QuotationWords(
    try reader.words(of: TextSpan(0, Int32(bytes.count)), in: bytes), in: bytes)
}

public import CotejoText

/// Finds the quotations of an article.
///
/// What stands between marks or behind a raya is found first (`MarkScanner`, `DialogueScanner`), then
/// speech is told from titles, names and terms (`SpeechClassifier`), and pieces of one utterance get
/// one number (`UtteranceGrouper`). A fault of the marks in one paragraph leaves the spans of all
/// others as they are.
public struct QuotationFinder: ~Copyable {
  private let scanner: MarkScanner
  private let dialogue: DialogueScanner<NarratorVerbs>
  private let pack: LanguagePack?
  private var tokenizer: Tokenizer

  /// Opens a finder for texts of a language.
  ///
  /// - Parameters:
  ///   - language: the language of the articles.
  ///   - pack: its lists; without them the rules that hold for any language apply.
  /// - Throws: `icu` if ICU fails, `languageData` if the lists cannot be used.
  public init(language: LanguageTag, pack: LanguagePack?) throws(QuotationError) {
    let shapes = try MarkShapes(language: language)
    do {
      tokenizer = try Tokenizer(language: language)
    } catch {
      throw QuotationError(.icu, message: error.message)
    }
    scanner = MarkScanner(shapes: shapes)
    dialogue = DialogueScanner(
      language: language, verbs: NarratorVerbs(language: language, pack: pack))
    self.pack = pack
  }

  /// Finds the quotations of a text in the language of the finder.
  ///
  /// - Throws: `icu` if ICU refuses the text.
  /// - Complexity: O(*n*) in its bytes.
  public mutating func quotations(in text: SegmentedText) throws(QuotationError) -> QuotedText {
    let ranges = ArticleParagraphs.ranges(of: text)
    var paragraphs = scan(ranges, in: text.text.bytes.span)
    QuotationRun.tie(&paragraphs, ranges: ranges)
    let spans = paragraphs.flatMap(\.spans).filter { $0.depth == 0 }
    let words = try ArticleWords(text, marked: spans, pack: pack, tokenizer: &tokenizer)
    let isSpeech = SpeechClassifier(words: words).areSpeech(spans)
    var quotations: [Quotation] = []
    let evidence = SpeechEvidence(words: words)
    for (span, isSpeech) in zip(spans, isSpeech) where isSpeech || true {
      print("FEAT", span.span.lower, span.span.upper, span.setting, evidence.features(of: span).map { "\($0)" }.joined(separator: " "))
      quotations.append(Quotation(span: span.span, kind: .direct))
    }
    return QuotedText(
      text: text, quotations: quotations, repairs: paragraphs.flatMap(\.repairs))
  }

  /// Finds what stands between marks or behind rayas.
  private func scan(
    _ ranges: [(number: Int32, range: Range<Int>)], in text: Span<UInt8>
  ) -> [MarkScanner.Paragraph] {
    ranges.map { number, range in
      var paragraph = scanner.paragraph(range, number: number, in: text)
      dialogue.appendTurns(to: &paragraph, range, number: number, in: text)
      return paragraph
    }
  }
}

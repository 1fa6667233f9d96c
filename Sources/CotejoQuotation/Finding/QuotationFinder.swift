public import CotejoText

/// Finds the quotations of an article.
///
/// What stands between marks or behind a raya is found first (`ParagraphScanner`), then speech is told from titles, names and terms (`SpeechClassifier`), and pieces of one utterance get
/// one number (`UtteranceGrouper`). A fault of the marks in one paragraph leaves the spans of all
/// others as they are.
public struct QuotationFinder: ~Copyable {
  private let scanner: ParagraphScanner
  private let pack: LanguagePack?
  private var tokenizer: Tokenizer

  /// Opens a finder for texts of a language.
  ///
  /// - Parameters:
  ///   - language: the language of the articles.
  ///   - pack: its lists; without them the rules that hold for any language apply.
  /// - Throws: `icu` if ICU fails, `languageData` if the lists cannot be used.
  public init(language: LanguageTag, pack: LanguagePack?) throws(QuotationError) {
    let scanner = try ParagraphScanner(language: language, pack: pack)
    do {
      tokenizer = try Tokenizer(language: language)
    } catch {
      throw QuotationError(.icu, message: error.message)
    }
    self.scanner = scanner
    self.pack = pack
  }

  /// Finds the quotations of a text in the language of the finder.
  ///
  /// - Throws: `icu` if ICU refuses the text.
  /// - Complexity: O(*n*) in its bytes.
  public mutating func quotations(in text: SegmentedText) throws(QuotationError) -> QuotedText {
    let paragraphs = scanner.paragraphs(of: text)
    var spans = Self.outermost(paragraphs)
    var words = try ArticleWords(text, marked: spans, pack: pack, tokenizer: &tokenizer)
    if LostMark(words: words).trim(&spans) {
      words = try ArticleWords(text, marked: spans, pack: pack, tokenizer: &tokenizer)
    }
    let verdicts = SpeechClassifier(words: words).verdicts(spans)
    let numbers = UtteranceGrouper(words: words).numbers(of: spans, verdicts)
    var direct: [Quotation] = []
    for (index, verdict) in verdicts.enumerated() where verdict.isSpeech {
      direct.append(
        Quotation(
          span: spans[index].span, kind: .direct,
          // What goes on with an utterance behind an attribution is no part of its sentence.
          isFragment: verdict.isFragment && direct.last?.utterance != numbers[index],
          utterance: numbers[index]))
    }
    let quotations = Attributor(direct: direct, words: words).attributed()
    return QuotedText(
      text: text, quotations: quotations, repairs: paragraphs.flatMap(\.repairs))
  }

  /// The spans in no other marks, in order, none overlapping another.
  private static func outermost(_ paragraphs: [MarkScanner.Paragraph]) -> [MarkedSpan] {
    var spans: [MarkedSpan] = []
    for span in paragraphs.lazy.flatMap(\.spans) where span.depth == 0 && !span.span.isEmpty {
      if let last = spans.last, span.span.lower < last.span.upper { continue }
      spans.append(span)
    }
    return spans
  }
}

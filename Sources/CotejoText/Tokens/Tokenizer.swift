internal import CotejoICU

/// Cuts text into words, numbers and marks by ICU's word rules for a language.
///
/// Opening one takes a moment and it holds state: use one a task, for text after text.
public struct Tokenizer: ~Copyable {
  private var breaker: BreakIterator
  private var boundaries: [Boundary] = []

  /// Opens the word rules of a language; languages that ICU does not know get its root rules.
  public init(language: LanguageTag) throws(TextError) {
    do {
      breaker = try BreakIterator(.word, locale: language.description)
    } catch {
      throw TextError(.icu, message: error.description)
    }
  }

  /// Appends the tokens of `span` to `tokens`, in order; their spans are offsets into `bytes`.
  public mutating func appendTokens(
    of span: TextSpan, in bytes: [UInt8], to tokens: inout [Token]
  ) throws(TextError) {
    if PlainText.appendTokens(of: span.range, in: bytes.span, to: &tokens) { return }
    try appendTokensByICU(of: span, in: bytes, to: &tokens)
  }

  /// The same, plain text or not.
  mutating func appendTokensByICU(
    of span: TextSpan, in bytes: [UInt8], to tokens: inout [Token]
  ) throws(TextError) {
    boundaries.removeAll(keepingCapacity: true)
    do {
      try breaker.appendBoundaries(of: bytes.span.extracting(span.range), to: &boundaries)
    } catch {
      throw TextError(.icu, message: error.description)
    }
    var lower = span.lower
    for boundary in boundaries {
      let upper = span.lower + boundary.offset
      if boundary.status >= 200 {
        tokens.append(Token(span: TextSpan(lower, upper), kind: .word))
      } else if boundary.status >= 100 {
        tokens.append(Token(span: TextSpan(lower, upper), kind: .number))
      } else if !Self.isWhiteSpace(bytes.span, Int(lower)) {
        tokens.append(Token(span: TextSpan(lower, upper), kind: .mark))
      }
      lower = upper
    }
  }

  /// Whether white space, a control character or a zero-width space stands at `offset`.
  private static func isWhiteSpace(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let (scalar, _) = text.decodeScalar(at: offset)
    return scalar <= 0x20 || scalar == 0x7F || scalar == 0x200B
      || WhiteSpace.length(in: text, at: offset) > 0
  }
}

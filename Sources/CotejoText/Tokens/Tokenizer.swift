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
      } else if !Self.isWhiteSpace(bytes, lower) {
        tokens.append(Token(span: TextSpan(lower, upper), kind: .mark))
      }
      lower = upper
    }
  }

  /// Whether a boundary stretch that starts here is white space or a control character.
  private static func isWhiteSpace(_ bytes: [UInt8], _ offset: Int32) -> Bool {
    let first = bytes[Int(offset)]
    if first <= 0x20 || first == 0x7F { return true }
    if first < 0xC2 { return false }
    let end = min(Int(offset) + 3, bytes.count)
    switch bytes[Int(offset)..<end] {
    case let lead where lead.starts(with: [0xC2, 0xA0]),
      let lead where lead.starts(with: [0xC2, 0x85]),
      let lead where lead.starts(with: [0xE3, 0x80, 0x80]):
      return true
    case let lead where lead.starts(with: [0xE2, 0x80]):
      let last = bytes[end - 1]
      return (0x80...0x8B).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF
    default:
      return false
    }
  }
}

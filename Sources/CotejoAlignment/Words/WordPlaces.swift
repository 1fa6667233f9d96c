internal import CotejoLexicon
internal import CotejoText

/// The words of a text with their places, sentence after sentence.
///
/// A word is what ICU's word rules for the language take for a word or a number; marks are none.
struct WordPlaces {
  /// The distinct words, in matching form.
  private(set) var vocabulary = Vocabulary()
  /// The words as numbers in the vocabulary, -1 for one of which nothing is left in matching form.
  private(set) var words: [Int32] = []
  /// The bytes of each word in the text.
  private(set) var spans: [TextSpan] = []
  /// Where the words of each sentence end.
  private var ends: [Int32] = []

  init(_ text: SegmentedText) throws(TextError) {
    var tokenizer = try Tokenizer(language: text.language)
    var tokens: [Token] = []
    var form: [UInt8] = []
    let bytes = text.text.bytes
    for sentence in text.sentences {
      tokens.removeAll(keepingCapacity: true)
      try tokenizer.appendTokens(of: sentence.span, in: bytes, to: &tokens)
      for token in tokens where token.kind != .mark {
        form.removeAll(keepingCapacity: true)
        MatchingForm.append(token, in: bytes.span, to: &form)
        words.append(form.isEmpty ? -1 : vocabulary.intern(form.span))
        spans.append(token.span)
      }
      ends.append(Int32(words.count))
    }
  }

  /// The words of a run of sentences, as a range of `words`.
  func range(of sentences: Range<Int32>) -> Range<Int> {
    guard !sentences.isEmpty else { return 0..<0 }
    let start = sentences.lowerBound == 0 ? 0 : Int(ends[Int(sentences.lowerBound) - 1])
    return start..<Int(ends[Int(sentences.upperBound) - 1])
  }
}

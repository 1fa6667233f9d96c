public import CotejoText

/// The sentences of a text as numbered words: what aligners compare and training counts.
public struct IndexedText: Sendable {
  /// The distinct words and numbers of the text, in matching form.
  public private(set) var vocabulary = Vocabulary()
  /// The words of all sentences, one sentence after another, as numbers in the vocabulary.
  public private(set) var words: [Int32] = []
  /// Where the words of each sentence end.
  public private(set) var ends: [Int32] = []
  /// The length of each sentence in code points.
  public private(set) var lengths: [Int32] = []

  /// How many sentences there are.
  public var count: Int { ends.count }

  /// The words of a sentence, as a range of `words`.
  @inlinable
  public func range(of sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : Int(ends[sentence - 1]))..<Int(ends[sentence])
  }

  /// Cuts the sentences of a text into words and numbers them; marks are left out.
  public init(_ text: SegmentedText) throws(TextError) {
    var tokenizer = try Tokenizer(language: text.language)
    var tokens: [Token] = []
    var form: [UInt8] = []
    let bytes = text.text.bytes
    ends.reserveCapacity(text.sentences.count)
    lengths.reserveCapacity(text.sentences.count)
    for sentence in text.sentences {
      tokens.removeAll(keepingCapacity: true)
      try tokenizer.appendTokens(of: sentence.span, in: bytes, to: &tokens)
      for token in tokens where token.kind != .mark {
        form.removeAll(keepingCapacity: true)
        MatchingForm.append(token, in: bytes.span, to: &form)
        if !form.isEmpty { words.append(vocabulary.intern(form.span)) }
      }
      ends.append(Int32(words.count))
      lengths.append(Int32(UTF8Scalars.count(bytes.span, in: sentence.span.range)))
    }
  }
}

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
  /// How each sentence ends.
  public private(set) var endings: [SentenceEnding] = []
  /// What begins with each sentence; that of no sentence where they came one by one.
  public private(set) var structure = DocumentStructure()

  fileprivate init() {}

  /// Cuts the sentences of a text into words and numbers them; marks are left out, and so are the times
  /// that sentences begin with, which the structure holds.
  public init(_ text: SegmentedText) throws(TextError) {
    var builder = try Builder(language: text.language)
    let bytes = text.text.bytes
    for sentence in text.sentences {
      try builder.append(sentence.spanBehindTime(in: bytes.span), of: bytes)
    }
    self = builder.finish()
    structure = DocumentStructure(text)
  }

  /// How many sentences there are.
  public var count: Int { ends.count }

  /// The words of a sentence, as a range of `words`.
  @inlinable
  public func range(of sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : Int(ends[sentence - 1]))..<Int(ends[sentence])
  }

  /// The words of a run of sentences.
  package func words(of sentences: Range<Int>) -> ArraySlice<Int32> {
    guard !sentences.isEmpty else { return [] }
    return words[range(of: sentences.lowerBound).lowerBound..<Int(ends[sentences.upperBound - 1])]
  }

  /// A text of the same vocabulary that has no sentence yet.
  package func withoutSentences() -> IndexedText {
    var text = IndexedText()
    text.vocabulary = vocabulary
    return text
  }

  /// Appends a sentence of words of the vocabulary, whose length and ending are not known.
  package mutating func appendSentence(_ sentence: some Sequence<Int32>) {
    words.append(contentsOf: sentence)
    ends.append(Int32(words.count))
    lengths.append(0)
    endings.append(.complete)
  }

  /// Numbers the words of sentences as they come.
  public struct Builder: ~Copyable {
    private var tokenizer: Tokenizer
    private var tokens: [Token] = []
    private var form: [UInt8] = []
    private var text = IndexedText()
    private let isGreek: Bool

    /// Opens the word rules of a language.
    public init(language: LanguageTag) throws(TextError) {
      tokenizer = try Tokenizer(language: language)
      isGreek = language.language == "el"
    }

    /// Appends a sentence: the bytes `span` of valid UTF-8.
    public mutating func append(_ span: TextSpan, of bytes: [UInt8]) throws(TextError) {
      tokens.removeAll(keepingCapacity: true)
      try tokenizer.appendTokens(of: span, in: bytes, to: &tokens)
      // A span of a stored property would hold all of `self`.
      var form: [UInt8] = []
      swap(&form, &self.form)
      for token in tokens where token.kind != .mark {
        form.removeAll(keepingCapacity: true)
        MatchingForm.append(token, in: bytes.span, to: &form)
        guard !form.isEmpty else { continue }
        let word = text.vocabulary.intern(form.span)
        text.words.append(word)
      }
      swap(&form, &self.form)
      text.ends.append(Int32(text.words.count))
      text.lengths.append(Int32(bytes.span.scalarCount(in: span.range)))
      if text.endings.last == .complete, SentenceEnding.beginsSmall(span.range, in: bytes.span) {
        text.endings[text.endings.count - 1] = .open
      }
      text.endings.append(SentenceEnding(of: span.range, in: bytes.span, isGreek: isGreek))
    }

    /// Appends a sentence: valid UTF-8.
    public mutating func append(_ sentence: [UInt8]) throws(TextError) {
      try append(TextSpan(0, Int32(sentence.count)), of: sentence)
    }

    /// The sentences that were appended since the last call.
    public mutating func finish() -> IndexedText {
      let finished = text
      text = IndexedText()
      return finished
    }
  }
}

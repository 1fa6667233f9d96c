internal import CotejoLexicon
internal import CotejoText

/// The words of a text, numbered, with their places and what parts each from the one before.
struct WordSequence: Sendable {
  /// What stands between two words, from the weakest to the strongest.
  enum Gap: UInt8, Comparable {
    /// Nothing but blanks, or a mark that parts nothing.
    case none
    /// A comma.
    case comma
    /// A semicolon, colon, dash, bracket or quotation mark.
    case clause
    /// The end of a sentence.
    case sentence
    /// The end of a paragraph.
    case paragraph
    /// The end of a turn, a title or a transcript, or something that was not spoken: a label, a note.
    case part

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The words as numbers in a vocabulary.
  private(set) var words: [Int32] = []
  /// The bytes of each word in the text.
  private(set) var spans: [TextSpan] = []
  /// What stands before each word.
  private(set) var gaps: [Gap] = []
  /// The marks of the text, in order.
  private(set) var marks: [TextSpan] = []

  /// How many words there are.
  var count: Int { words.count }

  /// The bytes from the first to the last word of a range that is not empty.
  func span(of range: Range<Int>) -> TextSpan {
    TextSpan(spans[range.lowerBound].lower, spans[range.upperBound - 1].upper)
  }

  /// Appends the words and marks of another sequence, cut by the same reader, as a sentence of its
  /// own.
  mutating func append(_ other: WordSequence) {
    let start = count
    words += other.words
    spans += other.spans
    gaps += other.gaps
    marks += other.marks
    if start > 0, start < count { gaps[start] = .sentence }
  }

  /// The first word that ends behind an offset.
  func firstWord(endingAfter offset: Int32) -> Int {
    spans.partitioned { $0.upper <= offset }
  }

  /// Cuts texts into words, for one vocabulary.
  struct Reader: ~Copyable {
    private(set) var vocabulary = Vocabulary()
    private var tokenizer: Tokenizer
    private var tokens: [Token] = []

    /// Opens the word rules of a language.
    init(language: LanguageTag) throws(TextError) {
      tokenizer = try Tokenizer(language: language)
    }

    /// Appends the words of a transcript: what was said and its titles, without headers, labels and
    /// notes.
    mutating func append(
      _ transcript: Transcript, to sequence: inout WordSequence
    ) throws(TextError) {
      let text = transcript.text
      // A word of Spanish or English takes about six bytes with its blank.
      sequence.reserve(text.text.bytes.count / 5)
      var paragraph: Int32 = -1
      var part = 0
      var last: Transcript.Part?
      // Until a word comes; a note may be a sentence of its own.
      var gap = Gap.part
      for sentence in text.sentences {
        gap = max(gap, sentence.paragraph == paragraph ? .sentence : .paragraph)
        paragraph = sentence.paragraph
        while part < transcript.parts.count,
          transcript.parts[part].span.upper <= sentence.span.lower
        {
          part += 1
        }
        var next = part
        while next < transcript.parts.count,
          transcript.parts[next].span.lower < sentence.span.upper
        {
          let piece = transcript.parts[next]
          next += 1
          // What another says, or stands in a title, begins anew.
          if piece.kind != last?.kind || piece.turn != last?.turn { gap = .part }
          last = piece
          guard piece.kind == .speech || piece.kind == .heading else { continue }
          let lower = max(piece.span.lower, sentence.span.lower)
          let span = TextSpan(lower, max(lower, min(piece.span.upper, sentence.span.upper)))
          gap = max(gap, .sentence)
          try append(span, of: text.text.bytes, after: &gap, to: &sequence)
        }
      }
    }

    /// Reads the words of a stretch whose sentences are not known: their stops are looked for.
    mutating func words(
      of span: TextSpan, in bytes: [UInt8]
    ) throws(TextError) -> WordSequence {
      var sequence = WordSequence()
      var gap = Gap.part
      try append(span, of: bytes, after: &gap, to: &sequence, isQuoted: true)
      return sequence
    }

    private mutating func append(
      _ span: TextSpan, of bytes: [UInt8], after gap: inout Gap, to sequence: inout WordSequence,
      isQuoted: Bool = false
    ) throws(TextError) {
      tokens.removeAll(keepingCapacity: true)
      try tokenizer.appendTokens(of: span, in: bytes, to: &tokens)
      var form: [UInt8] = []
      var index = tokens.startIndex
      while index < tokens.endIndex {
        let token = tokens[index]
        form.removeAll(keepingCapacity: true)
        var span = token.span
        if isQuoted, let word = changedInitial(at: index, in: bytes.span, to: &form) {
          span = TextSpan(token.span.lower, word.span.upper)
          index += 3
        } else if token.kind == .mark {
          sequence.marks.append(token.span)
          gap = max(gap, Gap(mark: token.span, in: bytes.span, findsStops: isQuoted))
        } else {
          MatchingForm.append(token, in: bytes.span, to: &form)
        }
        index += 1
        guard !form.isEmpty else { continue }
        sequence.words.append(vocabulary.intern(form.span))
        sequence.spans.append(span)
        sequence.gaps.append(gap)
        gap = .none
      }
    }

    /// Reads a word whose first letter the editor has changed, *[T]hey*, that begins with the token
    /// at `index`; appends its form and gives back its last token.
    private func changedInitial(
      at index: Int, in bytes: borrowing Span<UInt8>, to form: inout [UInt8]
    ) -> Token? {
      guard index + 3 < tokens.endIndex, bytes[Int(tokens[index].span.lower)] == 0x5B,
        tokens[index + 1].kind == .word, bytes[Int(tokens[index + 2].span.lower)] == 0x5D,
        tokens[index + 3].kind == .word,
        (1...3).allSatisfy({ tokens[index + $0].span.lower == tokens[index + $0 - 1].span.upper }),
        bytes.scalarCount(in: tokens[index + 1].span.range) == 1
      else { return nil }
      MatchingForm.append(tokens[index + 1], in: bytes, to: &form)
      MatchingForm.append(tokens[index + 3], in: bytes, to: &form)
      return tokens[index + 3]
    }
  }

  private mutating func reserve(_ more: Int) {
    words.reserveCapacity(count + more)
    spans.reserveCapacity(count + more)
    gaps.reserveCapacity(count + more)
  }
}

extension WordSequence.Gap {
  /// How strongly a mark parts the words on its sides.
  fileprivate init(mark: TextSpan, in bytes: Span<UInt8>, findsStops: Bool) {
    let (scalar, _) = bytes.decodeScalar(at: Int(mark.lower))
    switch scalar {
    case 0x2C, 0x060C, 0x3001: self = .comma
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002: self = findsStops ? .sentence : .none
    case 0x3A, 0x3B, 0x28, 0x29, 0x5B, 0x5D, 0x22, 0xAB, 0xBB, 0xA1, 0xBF: self = .clause
    case 0x2013...0x2015, 0x201C...0x201F: self = .clause
    default: self = .none
    }
  }
}

internal import CotejoICU
internal import CotejoLexicon
internal import CotejoText

/// A word, number or mark of an article, with what is known of it.
struct ArticleWord: Hashable, Sendable {
  /// Its bytes in the text; a word with the stop of its abbreviation.
  var span: TextSpan
  /// What it is made of.
  var kind: Token.Kind
  /// What mark it is, of those that rules tell apart.
  var mark: Punctuation = []
  /// What the language's data say of it; of a phrase, at its first word, what they say of the phrase,
  /// with `phraseRest` at the others.
  var classes: WordClasses = []
  /// How many words the phrase has that begins here; 1 for a word by itself.
  var phraseLength: Int32 = 1
  /// Whether its first letter is a capital.
  var isCapitalized = false
  /// Whether it has the genitive's `'s`.
  var isPossessive = false
  /// The number of its sentence in the text.
  var sentence: Int32
  /// The 0-based number of its paragraph.
  var paragraph: Int32
  /// The number of the outermost marked span that it stands in, or -1.
  var marked: Int32 = -1

  /// Whether it is in one of the classes.
  func isAny(_ classes: WordClasses) -> Bool { self.classes.contains(any: classes) }

  /// Whether it is a word or number rather than a mark.
  var isWord: Bool { kind != .mark }
}

/// The words of an outermost marked span with its marks.
struct MarkedRun: Hashable, Sendable {
  /// Their numbers.
  var words: Range<Int>
  /// Whether a sentence ends among them.
  var holdsStop: Bool
}

/// The words of an article in order, with their lexical classes: what cues and speakers are found by.
struct ArticleWords: Sendable {
  /// The text that the words stand in.
  let text: SegmentedText
  /// The words, numbers and marks outside white space, in order.
  private(set) var words: [ArticleWord] = []
  /// The words of each outermost marked span, by its number.
  private var markedRuns: [MarkedRun?] = []
  /// What the grammar of their language has; nothing where the language has no data.
  let grammar: GrammarTraits
  /// Whether infinitives have a particle before them: *to*.
  let hasInfinitiveParticle: Bool

  /// Cuts an article into words.
  ///
  /// - Parameters:
  ///   - text: the article.
  ///   - marked: what stands between marks in it, in order; those of depth 0 are told apart in the
  ///     words.
  ///   - pack: the words of the article's language; without it words have no classes.
  ///   - tokenizer: a tokenizer opened for that language.
  /// - Throws: `icu` if ICU refuses the text.
  init(
    _ text: SegmentedText, marked: [MarkedSpan], pack: LanguagePack?,
    tokenizer: inout Tokenizer
  ) throws(QuotationError) {
    self.text = text
    grammar = pack?.classedWords.grammar ?? []
    hasInfinitiveParticle =
      pack?.classedWords.inventory.contains(.infinitiveParticle) ?? false
    var tokens: [Token] = []
    for (number, sentence) in text.sentences.enumerated() {
      tokens.removeAll(keepingCapacity: true)
      do {
        try tokenizer.appendTokens(of: sentence.span, in: text.text.bytes, to: &tokens)
      } catch {
        throw QuotationError(.icu, message: error.message)
      }
      append(tokens, sentence: Int32(number), paragraph: sentence.paragraph)
    }
    if let pack { classify(by: pack.classedWords) }
    mark(marked)
  }

  /// The number of words.
  var count: Int { words.count }

  /// The word with a number.
  subscript(index: Int) -> ArticleWord { words[index] }

  /// The outermost marked span that a word stands in, if it stands in one.
  func markedRun(at index: Int) -> MarkedRun? {
    let number = Int(words[index].marked)
    return number >= 0 ? markedRuns[number] : nil
  }

  /// The bytes from the first byte of one word up to the last of another.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(words[range.lowerBound].span.lower, words[range.upperBound - 1].span.upper)
  }

  /// The text of some words.
  func string(_ range: Range<Int>) -> String { text.text[span(range)] }

  /// The number of the first word that begins at a byte or behind it.
  /// - Complexity: O(log *n*).
  func index(from offset: Int32) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a word is one of some marks; what lies beyond the words is none.
  func isMark(_ index: Int, _ marks: Punctuation) -> Bool {
    words.indices.contains(index) && !words[index].mark.isDisjoint(with: marks)
  }

  /// The form of a word in small letters, without a genitive's ending.
  func form(_ index: Int) -> [UInt8] { form(of: words[index]) }

  private func form(of word: ArticleWord) -> [UInt8] {
    var form: [UInt8] = []
    let kind: Token.Kind = word.kind == .number ? .number : .word
    MatchingForm.append(Token(span: word.span, kind: kind), in: text.text.bytes.span, to: &form)
    if form.count > 1, form.last == UInt8(ascii: ".") { form.removeLast() }
    if word.isPossessive {
      while let last = form.popLast(), last != UInt8(ascii: "'") {}
    }
    return form
  }

  /// Appends the tokens of a sentence as words: parts that a hyphen joins are one, and the stop of an
  /// abbreviation belongs to it.
  private mutating func append(_ tokens: [Token], sentence: Int32, paragraph: Int32) {
    // A copy, since the words are changed while the span is read.
    let source = text.text.bytes
    let bytes = source.span
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var word = ArticleWord(
        span: token.span, kind: token.kind, sentence: sentence, paragraph: paragraph)
      index += 1
      guard token.kind != .mark else {
        word.mark = Punctuation(bytes.scalar(at: Int(word.span.lower)))
        words.append(word)
        continue
      }
      while index + 1 < tokens.count, tokens[index].kind == .mark, tokens[index + 1].kind != .mark,
        tokens[index].span.lower == word.span.upper,
        tokens[index + 1].span.lower == tokens[index].span.upper,
        Self.isHyphen(bytes.scalar(at: Int(tokens[index].span.lower)))
      {
        word.span.upper = tokens[index + 1].span.upper
        index += 2
      }
      if index + 1 < tokens.count, token.kind == .word,
        tokens[index].span.lower == word.span.upper,
        bytes[Int(tokens[index].span.lower)] == UInt8(ascii: "."),
        tokens[index + 1].kind != .mark
          || bytes[Int(tokens[index + 1].span.lower)] == UInt8(ascii: ",")
      {
        word.span.upper = tokens[index].span.upper
        index += 1
      }
      word.isCapitalized = CodePoint.letterCase(bytes.scalar(at: Int(word.span.lower))) == .upper
      word.isPossessive = Self.isPossessive(word.span, in: bytes)
      words.append(word)
    }
  }

  /// Gives the words the classes that the language's data give them.
  private mutating func classify(by list: ClassedWords) {
    var covered = 0
    for index in words.indices where words[index].isWord {
      let form = form(of: words[index])
      if index < covered {
        words[index].classes = .phraseRest
        continue
      }
      words[index].classes = list.classes(of: form)
      let longest = list.phraseLength(from: form)
      guard longest > 1 else { continue }
      var phrase = form
      var length = 1
      while length < longest, index + length < words.count, words[index + length].isWord,
        words[index + length].sentence == words[index].sentence
      {
        phrase.append(0x20)
        phrase += self.form(of: words[index + length])
        length += 1
        if let classes = list.phraseClasses(of: phrase) {
          words[index].classes = classes
          words[index].phraseLength = Int32(length)
          covered = index + length
        }
      }
    }
  }

  /// Gives the words in marked spans the numbers of the spans.
  /// - Complexity: O(*n* + *m*) for *n* words and *m* spans that do not overlap.
  private mutating func mark(_ spans: [MarkedSpan]) {
    markedRuns = Array(repeating: nil, count: spans.count)
    var next = 0
    for (number, span) in spans.enumerated() where span.depth == 0 {
      while next < words.count, words[next].span.upper <= span.outer.lower { next += 1 }
      var run = MarkedRun(words: next..<next, holdsStop: false)
      while run.words.upperBound < words.count,
        words[run.words.upperBound].span.lower < span.outer.upper
      {
        let index = run.words.upperBound
        words[index].marked = Int32(number)
        run.holdsStop = run.holdsStop || isMark(index, .stop)
        run.words = next..<index + 1
      }
      if !run.words.isEmpty { markedRuns[number] = run }
    }
  }

  private static func isHyphen(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011
  }

  /// Whether a word ends in `'s`.
  private static func isPossessive(_ span: TextSpan, in bytes: Span<UInt8>) -> Bool {
    let end = Int(span.upper)
    guard span.count > 2, bytes[end - 1] == UInt8(ascii: "s") else { return false }
    return bytes[end - 2] == UInt8(ascii: "'")
      || span.count > 4 && bytes[end - 4] == 0xE2 && bytes[end - 3] == 0x80
        && bytes[end - 2] == 0x99
  }
}

internal import CotejoText

/// Breakers that a task opens once and uses for pair after pair.
public struct StageTools: ~Copyable {
  private var source: SideTools
  private var target: SideTools
  private var normalizer: Normalizer?
  private var normalizerOptions: Normalizer.Options?

  /// A side of a pair.
  enum Side {
    case source
    case target
  }

  /// Opens nothing yet.
  init(resources: StageResources) {
    source = SideTools(language: resources.source, pack: resources.sourcePack)
    target = SideTools(language: resources.target, pack: resources.targetPack)
  }

  /// A text after normalization, and what was done to it.
  mutating func normalized(
    _ text: TextView, _ options: Normalizer.Options, file: String
  ) throws(DocumentFault) -> (view: TextView, repairs: Repairs) {
    do {
      if options != normalizerOptions {
        normalizer = try Normalizer(options)
        normalizerOptions = options
      }
      return try normalizer?.normalize(text) ?? (text, Repairs())
    } catch {
      throw DocumentFault(error, file: file)
    }
  }

  /// The sentences of paragraphs, in order.
  mutating func sentences(
    of paragraphs: [TextSpan], in text: TextView, _ side: Side, file: String
  ) throws(DocumentFault) -> [Sentence] {
    do {
      switch side {
      case .source: return try source.sentences(of: paragraphs, in: text)
      case .target: return try target.sentences(of: paragraphs, in: text)
      }
    } catch {
      throw DocumentFault(error, file: file)
    }
  }

  /// How many words and numbers the sentences of a side have.
  mutating func words(
    _ sentences: Range<Int32>, of text: SegmentedText, _ side: Side, file: String
  ) throws(DocumentFault) -> Int {
    do {
      switch side {
      case .source: return try source.words(sentences, of: text)
      case .target: return try target.words(sentences, of: text)
      }
    } catch {
      throw DocumentFault(error, file: file)
    }
  }
}

/// What is opened for one language.
private struct SideTools: ~Copyable {
  private let language: LanguageTag
  private let pack: LanguagePack?
  private var segmenter: SentenceSegmenter?
  private var tokenizer: Tokenizer?
  private var tokens: [Token] = []

  init(language: LanguageTag, pack: LanguagePack?) {
    self.language = language
    self.pack = pack
  }

  mutating func sentences(
    of paragraphs: [TextSpan], in text: TextView
  ) throws(TextError) -> [Sentence] {
    if segmenter == nil { segmenter = try SentenceSegmenter(language: language, pack: pack) }
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      try segmenter?.appendSentences(
        of: paragraph, number: Int32(number), in: text.bytes, to: &sentences)
    }
    return sentences
  }

  mutating func words(_ sentences: Range<Int32>, of text: SegmentedText) throws(TextError) -> Int {
    if tokenizer == nil { tokenizer = try Tokenizer(language: language) }
    tokens.removeAll(keepingCapacity: true)
    for index in sentences {
      try tokenizer?.appendTokens(
        of: text.sentences[Int(index)].span, in: text.text.bytes, to: &tokens)
    }
    return tokens.count { $0.kind != .mark }
  }
}

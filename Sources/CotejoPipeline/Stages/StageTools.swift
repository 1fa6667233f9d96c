internal import CotejoText

/// Breakers that a task opens once and uses for pair after pair.
public struct StageTools: ~Copyable {
  private let resources: StageResources
  private var sourceSegmenter: SentenceSegmenter?
  private var targetSegmenter: SentenceSegmenter?
  private var sourceTokenizer: Tokenizer?
  private var targetTokenizer: Tokenizer?
  private var normalizer: Normalizer?
  private var normalizerOptions: Normalizer.Options?
  private var tokens: [Token] = []

  /// A side of a pair.
  enum Side {
    case source
    case target
  }

  /// Opens nothing yet.
  init(resources: StageResources) {
    self.resources = resources
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
      case .source:
        if sourceSegmenter == nil {
          sourceSegmenter = try SentenceSegmenter(
            language: resources.source, pack: resources.sourcePack)
        }
        return try Self.sentences(of: paragraphs, in: text, by: &sourceSegmenter)
      case .target:
        if targetSegmenter == nil {
          targetSegmenter = try SentenceSegmenter(
            language: resources.target, pack: resources.targetPack)
        }
        return try Self.sentences(of: paragraphs, in: text, by: &targetSegmenter)
      }
    } catch {
      throw DocumentFault(error, file: file)
    }
  }

  private static func sentences(
    of paragraphs: [TextSpan], in text: TextView, by segmenter: inout SentenceSegmenter?
  ) throws(TextError) -> [Sentence] {
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      try segmenter?.appendSentences(
        of: paragraph, number: Int32(number), in: text.bytes, to: &sentences)
    }
    return sentences
  }

  /// How many words and numbers the sentences of a side have.
  mutating func words(
    _ sentences: Range<Int32>, of text: SegmentedText, _ side: Side, file: String
  ) throws(DocumentFault) -> Int {
    tokens.removeAll(keepingCapacity: true)
    do {
      switch side {
      case .source:
        if sourceTokenizer == nil { sourceTokenizer = try Tokenizer(language: resources.source) }
        for index in sentences {
          try sourceTokenizer?.appendTokens(
            of: text.sentences[Int(index)].span, in: text.text.bytes, to: &tokens)
        }
      case .target:
        if targetTokenizer == nil { targetTokenizer = try Tokenizer(language: resources.target) }
        for index in sentences {
          try targetTokenizer?.appendTokens(
            of: text.sentences[Int(index)].span, in: text.text.bytes, to: &tokens)
        }
      }
    } catch {
      throw DocumentFault(error, file: file)
    }
    return tokens.reduce(0) { $0 + ($1.kind == .mark ? 0 : 1) }
  }
}

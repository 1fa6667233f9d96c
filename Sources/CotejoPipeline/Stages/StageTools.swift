internal import CotejoQuotation
internal import CotejoText

/// Breakers that a task opens once and uses for pair after pair.
public struct StageTools: ~Copyable {
  private var source: SideTools
  private var target: SideTools
  private var normalizer: Normalizer?
  private var normalizerOptions: Normalizer.Options?
  private var identifier: LanguageIdentifier?
  private var joined: [UInt8] = []

  /// Opens nothing yet.
  ///
  /// - Parameter resources: What the stages share that will work with the tools.
  public init(resources: StageResources) {
    source = SideTools(language: resources.source, pack: resources.sourcePack)
    target = SideTools(language: resources.target, pack: resources.targetPack)
    identifier = resources.languageModel.map(LanguageIdentifier.init)
  }

  /// The language that the pieces on a side of a bead should be in and the other one that they clearly
  /// are in, if so.
  mutating func otherLanguage(
    of pieces: [TextPiece], _ side: PairSide
  ) -> (expected: LanguageTag, found: LanguageGuess)? {
    let expected = side == .source ? source.language : target.language
    joined.removeAll(keepingCapacity: true)
    for piece in pieces {
      joined += piece.text.bytes[piece.span.range]
      joined.append(0x0A)
    }
    // Taken out while it is used, so that the scores of words that it keeps are not copied.
    guard var identifier = self.identifier.take() else {
      preconditionFailure("a stage asks for a model of languages that was not opened for it")
    }
    let found = identifier.identify(joined.span)
    let other = found.contradiction(to: expected, model: identifier.model)
    self.identifier = identifier
    return other.map { (expected, $0) }
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

  /// The sentences of paragraphs, in order, by the rules of an SRX file if one is given.
  mutating func sentences(
    of paragraphs: [TextSpan], in text: TextView, _ side: PairSide, srx: SRXRules? = nil,
    file: String
  ) throws(DocumentFault) -> [Sentence] {
    do {
      switch side {
      case .source: return try source.sentences(of: paragraphs, in: text, srx: srx)
      case .target: return try target.sentences(of: paragraphs, in: text, srx: srx)
      }
    } catch {
      throw DocumentFault(error, file: file)
    }
  }

  /// How many words and numbers the pieces on a side of a bead have.
  mutating func words(
    in pieces: [TextPiece], _ side: PairSide, file: String
  ) throws(DocumentFault) -> Int {
    do {
      switch side {
      case .source: return try source.words(in: pieces)
      case .target: return try target.words(in: pieces)
      }
    } catch {
      throw DocumentFault(error, file: file)
    }
  }

  /// The quotations of a rendering.
  mutating func quotations(
    in text: SegmentedText, file: String
  ) throws(DocumentFault) -> QuotedText {
    do {
      return try target.quotations(in: text)
    } catch {
      throw DocumentFault(error, file: file)
    }
  }
}

/// What is opened for one language.
private struct SideTools: ~Copyable {
  let language: LanguageTag
  private let pack: LanguagePack?
  private var segmenter: SentenceSegmenter?
  /// The file whose rules the segmenter goes by.
  private var segmenterRules: String?
  private var tokenizer: Tokenizer?
  private var finder: QuotationFinder?
  private var tokens: [Token] = []

  init(language: LanguageTag, pack: LanguagePack?) {
    self.language = language
    self.pack = pack
  }

  mutating func sentences(
    of paragraphs: [TextSpan], in text: TextView, srx: SRXRules?
  ) throws(TextError) -> [Sentence] {
    if segmenter == nil || segmenterRules != srx?.fingerprint {
      segmenter = try SentenceSegmenter(language: language, pack: pack, srx: srx)
      segmenterRules = srx?.fingerprint
    }
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      try segmenter?.appendSentences(
        of: paragraph, number: Int32(number), in: text.bytes, to: &sentences)
    }
    return sentences
  }

  mutating func words(in pieces: [TextPiece]) throws(TextError) -> Int {
    if tokenizer == nil { tokenizer = try Tokenizer(language: language) }
    tokens.removeAll(keepingCapacity: true)
    for piece in pieces {
      try tokenizer?.appendTokens(of: piece.span, in: piece.text.bytes, to: &tokens)
    }
    return tokens.count { $0.kind != .mark }
  }

  mutating func quotations(in text: SegmentedText) throws(QuotationError) -> QuotedText {
    if finder == nil { finder = try QuotationFinder(language: language, pack: pack) }
    return try finder?.quotations(in: text)
      ?? QuotedText(text: text, quotations: [], repairs: [])
  }
}

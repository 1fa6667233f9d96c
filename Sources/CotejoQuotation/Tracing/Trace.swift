public import CotejoText

/// Where the words of a quotation were said.
public struct Trace: Hashable, Sendable {
  /// Source words of one place.
  public struct Source: Hashable, Sendable {
    /// The index of the transcript, in the order they were given to the tracer.
    public var transcript: Int
    /// The bytes of the words in the transcript's text.
    public var span: TextSpan
    /// Who speaks there by the label of the turn: the name, else the label as written; nil where
    /// there is none.
    public var speaker: String?
    /// Whether the speaker reads the words aloud, or they are played: they are somebody else's.
    public var isReadAloud: Bool

    /// Names the bytes `span` of a transcript.
    public init(
      transcript: Int, span: TextSpan, speaker: String? = nil, isReadAloud: Bool = false
    ) {
      self.transcript = transcript
      self.span = span
      self.speaker = speaker
      self.isReadAloud = isReadAloud
    }
  }

  /// Where the original of a quotation is to be looked for.
  public enum Origin: String, CaseIterable, Hashable, Sendable {
    /// In the transcripts: the words were found, or the speaker speaks in them.
    case transcripts
    /// Not in the transcripts: the speaker was declared to speak another language, or speaks nowhere
    /// in them and nothing of what the article quotes from that speaker was found.
    case elsewhere
    /// The text does not say who speaks, and the words were not found.
    case undecided
  }

  /// A word of the quotation and the source word that it renders.
  public struct WordLink: Hashable, Sendable {
    /// The bytes of the word in the article.
    public var quotation: TextSpan
    /// The source word.
    public var source: Source

    /// Links two words.
    public init(quotation: TextSpan, source: Source) {
      self.quotation = quotation
      self.source = source
    }
  }

  /// The quotation; its spans are bytes in the article's text.
  public var quotation: Quotation
  /// The probability that the words were said in the transcripts.
  public var confidence: Double
  /// Whether the words were found: the confidence reaches the least that the tracer goes by.
  public var isFound: Bool
  /// Where the original is to be looked for.
  public var origin: Origin
  /// The source words, a range for each place, in the order of the quotation; empty where the words
  /// were not found.
  public var sources: [Source]
  /// Which word renders which, in the order of the quotation.
  public var links: [WordLink]
  /// What was said between the places and is not in the quotation, in the order of the transcript.
  public var omitted: [Source]
  /// Stretches of the quotation under which nothing stands in the source, in order: bytes in the
  /// article.
  public var added: [TextSpan]
  /// Other places where the same words were said, the best first, each with its ranges; of a
  /// quotation that was not found the best guess.
  public var alternatives: [[Source]]

  /// Makes a trace that leads nowhere.
  public init(quotation: Quotation) {
    self.quotation = quotation
    origin = .undecided
    confidence = 0
    isFound = false
    sources = []
    links = []
    omitted = []
    added = []
    alternatives = []
  }
}

public import CotejoText

/// Where the words of a quotation were said.
public struct Trace: Hashable, Sendable {
  /// Source words of one place.
  public struct Source: Hashable, Sendable {
    /// The index of the transcript, in the order they were given to the tracer.
    public var transcript: Int
    /// The bytes of the words in the transcript's text.
    public var span: TextSpan

    /// Names the bytes `span` of a transcript.
    public init(transcript: Int, span: TextSpan) {
      self.transcript = transcript
      self.span = span
    }
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

  /// The bytes of the quotation in the article's text.
  public var quotation: TextSpan
  /// The probability that the words were said in the transcripts.
  public var confidence: Double
  /// Whether the words were found: the confidence reaches the threshold that the tracer goes by.
  public var isFound: Bool
  /// The source words, a range for each place, in the order of the quotation; the best guess where
  /// the words were not found.
  public var sources: [Source]
  /// Which word renders which, in the order of the quotation.
  public var links: [WordLink]
  /// What was said between the places and is not in the quotation, in the order of the transcript.
  public var omitted: [Source]
  /// Stretches of the quotation under which nothing stands in the source, in order: bytes in the
  /// article.
  public var added: [TextSpan]
  /// Other places where as much of the quotation was said, the best first; each has the ranges of
  /// one place.
  public var alternatives: [[Source]]

  /// Makes a trace that leads nowhere.
  public init(quotation: TextSpan) {
    self.quotation = quotation
    confidence = 0
    isFound = false
    sources = []
    links = []
    omitted = []
    added = []
    alternatives = []
  }
}

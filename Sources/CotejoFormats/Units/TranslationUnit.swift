/// An aligned pair as it leaves the house: the record of TSV, JSON Lines, TMX and Moses exports.
public struct TranslationUnit: Hashable, Sendable {
  /// One sentence of one side, or a word of it, with the place it comes from.
  public struct Segment: Hashable, Sendable {
    /// The path of its document, below the corpus folder or as named on the command line.
    public var document: String
    /// The offset of its first byte in the original file.
    public var start: Int
    /// The offset behind its last byte in the original file.
    public var end: Int
    /// Its text, as the normalized view has it.
    public var text: String

    /// Makes a segment; `start` and `end` are UTF-8 byte offsets into the original file.
    public init(document: String, start: Int, end: Int, text: String) {
      self.document = document
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// A word of the original and a word of the rendering that renders it.
  public struct Link: Hashable, Sendable {
    /// The word of the original.
    public var source: Segment
    /// The word of the rendering.
    public var target: Segment

    /// Links two words.
    public init(source: Segment, target: Segment) {
      self.source = source
      self.target = target
    }
  }

  /// The sentences of the original, in order; empty for an addition.
  public var source: [Segment]
  /// The sentences of the rendering, in order; empty for an omission.
  public var target: [Segment]
  /// The probability, 0 to 1, that the two sides render each other.
  public var score: Double
  /// Which word renders which, in the order of the original; `nil` where nobody asked.
  public var links: [Link]?

  /// Whether the rendering is faithful; `nil` where nobody checked.
  public var check: Check?

  /// Makes a unit of the sentences of both sides.
  public init(
    source: [Segment], target: [Segment], score: Double, links: [Link]? = nil
  ) {
    self.source = source
    self.target = target
    self.score = score
    self.links = links
  }

  /// How many sentences stand on each side, as in `2-1`.
  public var type: String { "\(source.count)-\(target.count)" }
}

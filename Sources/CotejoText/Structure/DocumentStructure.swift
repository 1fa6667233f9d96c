/// The place of each sentence in its document: what begins with it, its number in a list, its time,
/// its speaker.
///
/// It is read from the text alone, and says what the document shows, right or wrong. Memory: a byte
/// a sentence, and eight for each number, time and label.
public struct DocumentStructure: Hashable, Sendable {
  /// A value that stands at the start of a sentence.
  public struct Mark: Hashable, Sendable {
    /// The 0-based number of the sentence.
    public var sentence: Int32
    /// What stands there.
    public var value: Int32

    /// Puts a value at a sentence.
    public init(sentence: Int32, value: Int32) {
      self.sentence = sentence
      self.value = value
    }
  }

  /// What begins with each sentence; the first one begins a paragraph at the least.
  public package(set) var openings: [SentenceOpening] = []
  /// The numbers of list items and numbered headings: `a)` is 1, `2.3` is 2003.
  public package(set) var numbers: [Mark] = []
  /// The times of sentences, in milliseconds; that of a cue stands at the line of the cue and at the
  /// sentence behind it.
  public package(set) var times: [Mark] = []
  /// The labels of speakers, numbered from 0 by how often they come, the most frequent first.
  public package(set) var turns: [Mark] = []

  /// A document without sentences.
  public init() {}

  /// Reads the structure of a text that was cut into paragraphs and sentences.
  ///
  /// - Complexity: O(*n*) in the bytes between sentences and a few at the start of each.
  public init(_ text: SegmentedText) {
    var reader = StructureReader(text)
    self = reader.read()
  }

  /// Whether nothing but the text itself begins anywhere: one paragraph, no marks.
  public var isFlat: Bool { openings.dropFirst().allSatisfy { $0 == .nothing } }
}

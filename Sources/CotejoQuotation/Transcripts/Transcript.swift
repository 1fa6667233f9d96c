public import CotejoText

/// The structure of a transcript: who speaks where, and what was not spoken at all.
///
/// The parts tile the text: between two of them, and before the first and behind the last, there is
/// only white space or the marks around a label. A text without labels is one turn without speaker.
public struct Transcript: Sendable {
  /// A stretch of the text that is of one kind.
  public struct Part: Hashable, Sendable {
    /// What a part is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// A line above the transcript with a key and a value.
      case header
      /// A title, or a line that only divides.
      case heading
      /// The label of a turn, with its colon.
      case label
      /// Words that were spoken.
      case speech
      /// A note of the transcriber: *(applause)*.
      case note
    }

    /// Its bytes in the text, without white space at either end.
    public var span: TextSpan
    /// What it is.
    public var kind: Kind
    /// The number of its turn; nil above the first.
    public var turn: Int?
  }

  /// A line above the transcript: `Fecha: 2031-03-04`.
  public struct Header: Hashable, Sendable {
    /// The bytes of the key, without the colon.
    public var key: TextSpan
    /// The bytes of the value; may be empty.
    public var value: TextSpan
  }

  /// What one person says, from the label to the next.
  public struct Turn: Hashable, Sendable {
    /// Who speaks; nil where nothing says.
    ///
    /// A turn that goes on behind a recording has the label that
    /// stood before it.
    public var label: TurnLabel?
    /// Its bytes, from the first of its parts to the last.
    public var span: TextSpan
    /// Whether it was played from a recording.
    public var isPlayed: Bool
  }

  /// Words of somebody else that a speaker reads aloud or repeats; they stay in the reader's turn.
  public struct Reading: Hashable, Sendable {
    /// How they are known.
    public enum Evidence: String, CaseIterable, Hashable, Sendable {
      /// They stand between quotation marks.
      case marks
      /// They follow words that announce them: *the letter says:*.
      case announcement
    }

    /// Their bytes, inside the marks.
    public var span: TextSpan
    /// The number of the turn.
    public var turn: Int
    /// How they are known.
    public var evidence: Evidence
  }

  /// The text and its sentences; all spans are offsets into its bytes.
  public let text: SegmentedText
  /// The parts, in order, none overlapping another.
  public let parts: [Part]
  /// The lines above the transcript.
  public let headers: [Header]
  /// The turns, in order, none overlapping another.
  public let turns: [Turn]
  /// What is read aloud, in order.
  public let readings: [Reading]
  /// The day that the text gives itself, in a header, a title or the lines at its start.
  public let date: CalendarDate?

  /// Finds the structure of a text.
  ///
  /// - Parameters:
  ///   - text: the text and its sentences; a paragraph is what its sentences say.
  ///   - pack: the language's data; without them only labels in capitals and bold type are known.
  public init(_ text: SegmentedText, pack: LanguagePack?) {
    self.init(text, words: pack?.transcriptWords ?? TranscriptWords())
  }

  init(_ text: SegmentedText, words: TranscriptWords) {
    var parser = TranscriptParser(text, words: words)
    parser.parse()
    self.text = text
    parts = parser.parts
    headers = parser.headers
    turns = parser.turns
    readings = ReadingScanner.readings(
      in: text.text.bytes.span, parts: parser.parts, words: words)
    date = parser.date
  }

  /// The number of the turn that a byte belongs to; nil above the first, and between turns.
  ///
  /// - Complexity: O(log *n*) for *n* turns.
  public func turn(at offset: Int32) -> Int? {
    let index = Self.firstIndex(turns.count) { turns[$0].span.upper > offset }
    return index < turns.count && turns[index].span.lower <= offset ? index : nil
  }

  /// The part that a byte belongs to; nil for white space between parts.
  ///
  /// - Complexity: O(log *n*) for *n* parts.
  public func part(at offset: Int32) -> Part? {
    let index = Self.firstIndex(parts.count) { parts[$0].span.upper > offset }
    return index < parts.count && parts[index].span.lower <= offset ? parts[index] : nil
  }

  /// What of a range was spoken: its speech, without labels, notes and headings.
  ///
  /// - Complexity: O(log *n*) for *n* parts, and the parts in the range.
  public func speech(in span: TextSpan) -> [TextSpan] {
    var speech: [TextSpan] = []
    var index = Self.firstIndex(parts.count) { parts[$0].span.upper > span.lower }
    while index < parts.count, parts[index].span.lower < span.upper {
      let part = parts[index]
      index += 1
      guard part.kind == .speech else { continue }
      let lower = max(part.span.lower, span.lower)
      speech.append(TextSpan(lower, max(lower, min(part.span.upper, span.upper))))
    }
    return speech.filter { !$0.isEmpty }
  }

  /// The sentences that begin in a turn, as a range of `text.sentences`.
  ///
  /// - Complexity: O(log *n*) for *n* sentences.
  public func sentences(of turn: Int) -> Range<Int> {
    let sentences = text.sentences
    let lower = Self.firstIndex(sentences.count) {
      sentences[$0].span.lower >= turns[turn].span.lower
    }
    let upper = Self.firstIndex(sentences.count) {
      sentences[$0].span.lower >= turns[turn].span.upper
    }
    return lower..<max(lower, upper)
  }

  /// What is read aloud at a byte, if anything is.
  ///
  /// - Complexity: O(log *n*) for *n* readings.
  public func reading(at offset: Int32) -> Reading? {
    let index = Self.firstIndex(readings.count) { readings[$0].span.upper > offset }
    return index < readings.count && readings[index].span.lower <= offset ? readings[index] : nil
  }

  /// The first index for which a condition holds that then holds for all behind it.
  private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

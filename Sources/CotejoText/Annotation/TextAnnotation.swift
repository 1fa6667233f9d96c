/// What those who write a text down put into it beside the words: a note, an insertion, a label.
///
/// The text keeps it; an annotation only says where it stands.
public struct TextAnnotation: Hashable, Sendable {
  /// What stands there.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The label of a speaker with its colon, as `PRESIDENTA IBARRA:`.
    case speakerLabel
    /// The time of a cue or turn, as `[00:12:34]`.
    case time
    /// A note of what was heard or seen, as `(APLAUSOS)`.
    case stageNote
    /// A note that what was said could not be heard, as `(inaudible)`.
    case inaudible
    /// A note that the text stands so in its source, as `[sic]`.
    case sic
    /// A note that words are left out, as `[…]`.
    case omission
    /// What an editor put in, as `[the minister]` and `[T]he`.
    case insertion
  }

  /// Its bytes in the text, with its brackets.
  public var span: TextSpan
  /// What it is.
  public var kind: Kind

  /// Makes an annotation of the bytes `span`.
  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

extension SegmentedText {
  /// What those who wrote the text down put into it, in order, none overlapping another.
  ///
  /// Labels and times are those of ``DocumentStructure``. Words in round brackets are a note where all
  /// of them are the language's words for notes, or where the text has labels of speakers, or the
  /// brackets stand between sentences, and the first one is; in square brackets the first one is enough, and other words are an insertion.
  /// Numbers in brackets are references and left alone.
  /// - Parameter pack: the language's lists; without them only what needs no words is found.
  /// - Returns: the annotations; their spans are offsets into the text's bytes.
  /// - Complexity: O(*n*) in the bytes of the text.
  public func annotations(pack: LanguagePack?) -> [TextAnnotation] {
    var annotator = TextAnnotator(self, words: pack?.transcriptWords ?? TranscriptWords())
    return annotator.annotate()
  }
}

public import CotejoText

/// A side of a pair of documents.
public enum PairSide: CaseIterable, Sendable {
  /// The originals.
  case source
  /// The renderings.
  case target
}

/// A stretch of a document that stands on one side of a bead: a sentence, or words that a quotation
/// was traced to.
public struct TextPiece: Sendable {
  /// The name of the document.
  public let document: String
  /// Its text.
  public let text: TextView
  /// The bytes of the stretch in the text.
  public let span: TextSpan

  /// The offset of its first byte in the original file.
  var start: Int32 { text.sourceSpan(of: span).lower }
}

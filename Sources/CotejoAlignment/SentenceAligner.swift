public import CotejoLexicon
public import CotejoText

/// Finds which sentences of a rendering render which sentences of its original.
///
/// - Complexity: O(*n* log *n*) for *n* sentences, as far as anchors divide the texts. Memory: about
///   1 kB a sentence of both sides up to some 100,000, half of it beyond (the texts and their words
///   included), and up to 256 MB where nothing tells the sentences of long texts apart.
public struct SentenceAligner: Sendable {
  private let lexicons: [Lexicon]
  private let jobs: Int

  /// Makes an aligner; without a lexicon it goes by names, numbers, cognates and length.
  ///
  /// So many `jobs` work on one large pair of texts; their number does not change the result.
  public init(lexicons: [Lexicon], jobs: Int = 1) {
    self.lexicons = lexicons
    self.jobs = jobs
  }

  /// Aligns two texts: beads in reading order, every sentence of both sides in exactly one.
  public func align(
    _ source: SegmentedText, _ target: SegmentedText
  ) throws(TextError) -> [Bead] {
    align(try IndexedText(source), try IndexedText(target))
  }

  /// Aligns two texts whose words are numbered already; with vectors as below.
  public func align(
    _ source: IndexedText, _ target: IndexedText, vectors: SentencePairVectors? = nil
  ) -> [Bead] {
    align(ComparedTexts(source, target, lexicons: lexicons), vectors: vectors)
  }

  /// Aligns two texts that were compared by the aligner's first lexicons, or by all of them.
  ///
  /// With the vectors of their sentences, how like those are counts beside the words. There must be
  /// one for each sentence, of one dimension on both sides.
  public func align(_ texts: ComparedTexts, vectors: SentencePairVectors? = nil) -> [Bead] {
    let (source, target) = (texts.source, texts.target)
    let evidence = WordEvidence(texts, lexicons: lexicons)
    let corridor = Corridor(
      rows: source.count, columns: target.count, anchors: Anchors(evidence))
    let similarity = vectors.map {
      SimilarityTable(
        $0, corridor, sourceLengths: source.lengths,
        targetLengths: target.lengths)
    }
    var model = BeadModel(
      evidence, corridor, sourceLengths: source.lengths, targetLengths: target.lengths,
      endings: EndingAgreement(source.endings, target.endings), jobs: jobs, similarity: similarity)
    if StructureEvidence.isPossible(source.structure, target.structure) {
      // What the words alone say of the first part tells how far the structure may be believed.
      let part = corridor.prefix(cells: Self.structureCells)
      var walk = BeadWalk(part, model)
      let beads = walk.beads()
      model.structure = StructureEvidence(beads, source.structure, target.structure)
      if model.structure == nil, part.rows == corridor.rows { return beads }
    }
    var walk = BeadWalk(corridor, model)
    return walk.beads()
  }

  /// The cells of the part of a corridor from which it is learnt what structure is worth: some
  /// thousand sentences.
  private static let structureCells = 1 << 16
}

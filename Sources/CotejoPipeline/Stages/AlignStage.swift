internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Finds which sentences render which.
struct AlignStage: DocumentStage, LexiconStage {
  static let name = "align"
  static let version = 2
  static let summary = "joins the sentences of both texts in beads"
  static let reads = Material.sentences
  static let writes = Material.beads
  static let changes = [PairPart.beads]

  static let parameters = [lexicon.declaration]

  static let needsOriginals = true

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    if pair.pair.isLineParallel {
      pair.join(LineSplitter.beads(of: pair))
      return
    }
    do {
      let aligner = resources.aligner(lexiconChoice)
      pair.join(try aligner.align(pair.source, pair.target))
    } catch {
      throw DocumentFault(error, file: pair.pair.representative)
    }
  }
}

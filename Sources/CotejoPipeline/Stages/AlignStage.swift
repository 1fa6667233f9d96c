internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Finds which sentences render which.
public struct AlignStage: DocumentStage, LexiconStage {
  public static let name = "align"
  public static let version = 1
  public static let summary = "joins the sentences of both texts in beads"
  public static let reads = Material.sentences
  public static let writes = Material.beads

  static let lexicon = Parameter<String>.nameOrPath(
    "lexicon", names: LexiconChoice.names, default: LexiconChoice.automatic,
    "the dictionary to go by, beside what a stage 'learn' has learnt")

  public static let parameters = [lexicon.declaration]

  public let values: ParameterValues

  public init(values: ParameterValues) {
    self.values = values
  }

  var lexiconChoice: String { values[Self.lexicon] }

  public func process(
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
      throw DocumentFault(error, file: pair.pair.source)
    }
  }
}

internal import CotejoAlignment
internal import CotejoText

/// Cuts both texts into paragraphs and sentences.
///
/// Documents that are translations line by line are cut at their lines instead, and their lines
/// joined one to one: the stages that would find sentences and beads have nothing to find.
struct SegmentStage: DocumentStage {
  static let name = "segment"
  static let version = 1
  static let summary = "cuts both texts into sentences"
  static let reads = Material.documents
  static let writes = Material.sentences
  static let changes = [PairPart.sentences]

  static let paragraphs = Parameter<ParagraphSplitter.Mode>.choice(
    "paragraphs", default: .automatic,
    "what ends a paragraph: each line end, a blank line, or whichever the document shows")

  static let parameters = [paragraphs.declaration]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// The language data are what it depends on.
  func dependencies(_ resources: StageResources) -> [String] {
    [resources.sourcePack, resources.targetPack].map(resources.fingerprint(of:))
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    if pair.pair.isLineParallel {
      try LineSplitter.split(&pair)
      return
    }
    let splitter = ParagraphSplitter(mode: values[Self.paragraphs])
    let source = splitter.paragraphs(of: pair.source.text)
    let target = splitter.paragraphs(of: pair.target.text)
    pair.source.sentences = try tools.sentences(
      of: source, in: pair.source.text, .source, file: pair.pair.representative)
    pair.target.sentences = try tools.sentences(
      of: target, in: pair.target.text, .target, file: pair.pair.target)
  }
}

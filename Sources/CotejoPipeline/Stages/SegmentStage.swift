internal import CotejoAlignment
internal import CotejoText

/// Cuts both texts into paragraphs and sentences.
///
/// Documents that are translations line by line are cut at their lines instead, and their lines
/// joined one to one: the stages that would find sentences and beads have nothing to find.
struct SegmentStage: DocumentStage {
  static let name = "segment"
  static let version = 2
  static let summary = "cuts both texts into sentences"
  static let reads = Material.documents
  static let writes = Material.sentences
  static let changes = [PairPart.sentences]

  static let paragraphs = Parameter<ParagraphSplitter.Mode>.choice(
    "paragraphs", default: .automatic,
    "what ends a paragraph: each line end, a blank line, or whichever the document shows")

  static let srx = Parameter<String>.nameOrPath(
    "srx", names: [noRules], default: noRules,
    "an SRX 2.0 file whose rules cut paragraphs in place of the program's")

  static let parameters = [paragraphs.declaration, srx.declaration]

  /// What `srx:` says where the rules of the program cut.
  private static let noRules = "none"

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// The path of an SRX file, if one is given.
  var srxPath: String? {
    let path = values[Self.srx]
    return path == Self.noRules ? nil : path
  }

  /// The language data are what it depends on, and the bytes of the SRX file.
  func dependencies(_ resources: StageResources) -> [String] {
    let packs = [resources.sourcePack, resources.targetPack].map(resources.fingerprint(of:))
    return packs + (resources.srxRules(srxPath).map { [$0.fingerprint] } ?? [])
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
    let rules = resources.srxRules(srxPath)
    pair.source.sentences = try tools.sentences(
      of: source, in: pair.source.text, .source, srx: rules, file: pair.pair.representative)
    pair.target.sentences = try tools.sentences(
      of: target, in: pair.target.text, .target, srx: rules, file: pair.pair.target)
  }
}

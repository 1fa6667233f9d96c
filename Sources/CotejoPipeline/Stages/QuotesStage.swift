internal import CotejoQuotation
internal import CotejoText

/// Finds the quotations of the renderings, and who speaks them.
struct QuotesStage: DocumentStage {
  static let name = "quotes"
  static let version = 1
  static let summary = "finds the quotations of articles, and who speaks them"
  static let reads = Material.sentences
  static let writes = Material.quotations
  static let changes = [PairPart.quotations]
  static let parameters: [ParameterDeclaration] = []

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// The language data are what it depends on.
  func dependencies(_ resources: StageResources) -> [String] {
    [resources.fingerprint(of: resources.targetPack)]
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    pair.quoted = try tools.quotations(in: pair.target, file: pair.pair.target)
  }
}

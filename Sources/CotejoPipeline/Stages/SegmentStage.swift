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

  /// How lines make paragraphs.
  enum Paragraphs: String, CaseIterable {
    case automatic
    case line
    case blankLine
  }

  static let paragraphs = Parameter<Paragraphs>.choice(
    "paragraphs", default: .automatic,
    "what ends a paragraph: each line end, a blank line, or whichever the document shows")

  static let parameters = [paragraphs.declaration]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    if pair.pair.isLineParallel {
      try LineSplitter.split(&pair)
      return
    }
    let mode: ParagraphSplitter.Mode =
      switch values[Self.paragraphs] {
      case .automatic: .automatic
      case .line: .line
      case .blankLine: .blankLine
      }
    let splitter = ParagraphSplitter(mode: mode)
    let source = splitter.paragraphs(of: pair.source.text)
    let target = splitter.paragraphs(of: pair.target.text)
    pair.source.sentences = try tools.sentences(
      of: source, in: pair.source.text, .source, file: pair.pair.source)
    pair.target.sentences = try tools.sentences(
      of: target, in: pair.target.text, .target, file: pair.pair.target)
  }
}

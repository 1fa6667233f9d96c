import ArgumentParser
import Cotejo

/// `cotejo quotes`: the quotations of an article, with speaker and cue.
struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: "Find the quotations of an article, and who speaks them.",
    discussion: """
      Direct quotations between marks of any kind or behind a raya, fragments of them, and reported \
      speech. Titles, names and terms between marks are left out. A quotation mark that lacks its \
      partner or has the wrong shape is reported on standard error; it never costs more than its own \
      paragraph.
      """
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Option(help: "The language of the article, such as 'en' or 'es-MX'.")
  var language: String

  @Option(help: "What to write: text for people, or jsonl with byte offsets into the file.")
  var format = Format.text

  @OptionGroup var source: TextSource

  @Argument(help: "The article; '-' is standard input.")
  var file = "-"

  func run() throws {
    let tag = try LanguageTag(language)
    let pack = try source.pack(of: tag)
    let document = try source.document(at: file, language: tag)
    let segmented = try source.sentences(of: document, pack: pack)
    var finder = try QuotationFinder(language: tag, pack: pack)
    let quoted = try finder.quotations(in: segmented)
    let places = LinePlaces(document)
    Diagnostics.print(
      quoted.repairs.map { repair in
        let (line, column) = places.place(of: repair.mark.lower)
        return "\(file):\(line):\(column): warning: \(repair.message)"
      })
    var output = Output()
    switch format {
    case .jsonl:
      var records: [UInt8] = []
      QuotationJSON.append(quoted, to: &records)
      try output.write(records[...])
    case .text:
      try write(quoted, places, to: &output)
    }
    try output.flush()
  }

  /// Writes each quotation under the number of its line, with its speaker and cue.
  private func write(
    _ quoted: QuotedText, _ places: LinePlaces, to output: inout Output
  ) throws(Output.Failure) {
    let text = quoted.text.text
    var previous: Int32?
    for quotation in quoted.quotations {
      let (line, _) = places.place(of: quotation.span.lower)
      let isSame = quotation.utterance == previous
      previous = quotation.utterance
      var head = "\(line): \(quotation.kind.rawValue)"
      if quotation.isFragment { head += ", fragment" }
      if isSame { head += ", goes on" }
      if let speaker = quotation.speaker {
        let mention = Self.oneLine(text[speaker.mention])
        head += "  \(mention)"
        if let name = speaker.name, name != mention { head += " (\(name))" }
        if quotation.isCarriedOver { head += ", as before" }
      }
      if let cue = quotation.cue { head += "  [\(Self.oneLine(text[cue]))]" }
      try output.write(head + "\n    " + Self.oneLine(text[quotation.span]) + "\n")
    }
  }

  /// Text with each line end as a blank.
  private static func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}

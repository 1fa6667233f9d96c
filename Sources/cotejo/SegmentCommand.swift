import ArgumentParser
import Cotejo

/// `cotejo segment`: one sentence a line, a blank line between paragraphs.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut a text into sentences, one a line.",
    discussion: """
      Paragraphs are parted by a blank line in the output. In the input a blank line always parts \
      them; with '--paragraphs line' so does every line end, with 'blank-line' none, with \
      'automatic' every one unless the text is found to be wrapped at a width. The characters are \
      not changed; a line end inside a sentence becomes a blank.

      With --srx the rules of an SRX 2.0 file cut the paragraphs: at each place the first rule that \
      matches decides. Their regular expressions are ICU's.

      With --annotations nothing is cut: what those who wrote the text down put into it is listed as \
      JSON Lines {"start","end","kind","text"}, with byte offsets. Kinds are speakerLabel, time, \
      stageNote, inaudible, sic, omission and insertion.

      In JSON Lines each sentence has its byte offsets into the file, the number of its paragraph, and \
      the probability that it ends there.
      """
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Option(help: "The language of the text, such as 'es' or 'es-MX'.")
  var language: String

  @Option(help: "What to write: text, or jsonl with byte offsets into the file and confidence.")
  var format = Format.text

  @Flag(help: "List notes, insertions, omissions and speaker labels instead of sentences.")
  var annotations = false

  @OptionGroup var srx: SRXOption

  @OptionGroup var source: TextSource

  @Argument(help: "The text; '-' is standard input.")
  var file = "-"

  func run() throws {
    let tag = try LanguageTag(language)
    let pack = try source.pack(of: tag)
    let rules = try srx.rules(for: tag)
    let document = try source.document(at: file, language: tag)
    let segmented = try source.sentences(of: document, pack: pack, srx: rules)
    if annotations {
      try writeAnnotations(of: segmented, pack)
    } else if format == .jsonl {
      try writeRecords(of: segmented, pack)
    } else {
      try writeText(of: segmented, document)
    }
  }

  private func writeAnnotations(of text: SegmentedText, _ pack: LanguagePack?) throws {
    var output = Output()
    var record: [UInt8] = []
    for annotation in text.annotations(pack: pack) {
      record.removeAll(keepingCapacity: true)
      AnnotationJSON.append(annotation, in: text.text, to: &record)
      try output.write(record[...])
    }
    try output.flush()
  }

  private func writeRecords(of text: SegmentedText, _ pack: LanguagePack?) throws {
    var output = Output()
    var records: [UInt8] = []
    SentenceJSON.append(text, confidences: text.endConfidences(pack: pack), to: &records)
    try output.write(records[...])
    try output.flush()
  }

  private func writeText(of segmented: SegmentedText, _ document: Document) throws {
    // UTF-8 is written as it stands in the file: the text may lack its control characters.
    let isSource = document.charset == "UTF-8" && document.repairs[.malformed] == nil
    let bytes = isSource ? document.source : document.text.bytes
    var output = Output()
    var previous: Int32?
    for sentence in segmented.sentences {
      if let previous, previous != sentence.paragraph { try output.write(0x0A) }
      previous = sentence.paragraph
      let span = isSource ? document.text.sourceSpan(of: sentence.span) : sentence.span
      try write(span.range, of: bytes, to: &output)
      try output.write(0x0A)
    }
    try output.flush()
  }

  /// Writes a sentence with each of its line ends as a blank.
  private func write(
    _ sentence: Range<Int>, of bytes: [UInt8], to output: inout Output
  ) throws(Output.Failure) {
    var rest = sentence
    while let lineEnd = LineEnds.first(in: rest, of: bytes.span) {
      try output.write(bytes[rest.lowerBound..<lineEnd.lowerBound])
      try output.write(0x20)
      rest = lineEnd.upperBound..<rest.upperBound
    }
    try output.write(bytes[rest])
  }
}

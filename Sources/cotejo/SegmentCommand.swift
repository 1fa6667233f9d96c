import ArgumentParser
import Cotejo

/// `cotejo segment`: one sentence a line, a blank line between paragraphs.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut a text into sentences, one a line.",
    discussion: """
      A blank line in the input parts paragraphs, and so it does in the output. The characters are \
      not changed; a line end inside a sentence becomes a blank.
      """
  )

  @Option(help: "The language of the text, such as 'es' or 'es-MX'.")
  var language: String

  @Option(
    help: ArgumentHelp(
      "A folder with language data in place of those that come with the program.",
      valueName: "folder"))
  var languageData: String?

  @Argument(help: "The text; '-' is standard input.")
  var file = "-"

  func run() throws {
    let tag = try LanguageTag(language)
    let pack = try LanguagePack.find(tag, in: languageData)
    var segmenter = try SentenceSegmenter(language: tag, pack: pack)
    let bytes = try InputFile.bytes(of: file)
    var paragraphs: [TextSpan] = []
    var start = 0
    var i = 0
    while i + 1 < bytes.count {
      if bytes[i] == 10, bytes[i + 1] == 10 {
        paragraphs.append(TextSpan(Int32(start), Int32(i)))
        start = i
      }
      i += 1
    }
    paragraphs.append(TextSpan(Int32(start), Int32(bytes.count)))
    var sentences: [Sentence] = []
    for (number, paragraph) in paragraphs.enumerated() {
      try segmenter.appendSentences(
        of: paragraph, number: Int32(number), in: bytes, to: &sentences)
    }
    var output = Output()
    var previous: Int32?
    for sentence in sentences {
      if let previous, previous != sentence.paragraph { try output.write(0x0A) }
      previous = sentence.paragraph
      try write(bytes[sentence.span.range], to: &output)
      try output.write(0x0A)
    }
    try output.flush()
  }

  /// Writes a sentence with its line ends as blanks.
  private func write(
    _ sentence: ArraySlice<UInt8>, to output: inout Output
  ) throws(Output.Failure) {
    var rest = sentence
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      try output.write(rest[..<end])
      try output.write(0x20)
      let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
      rest = rest[(end + (isPair ? 2 : 1))...]
    }
    try output.write(rest)
  }
}

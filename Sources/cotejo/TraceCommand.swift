import ArgumentParser
import Cotejo

/// `cotejo trace`: the words of transcripts that an article's quotations render.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Find the original words of an article's quotations in transcripts.",
    discussion: """
      """
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Option(help: "The language of the transcripts, such as 'es' or 'es-MX'.")
  var from: String

  @Option(help: "The language of the article.")
  var to: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The transcripts: files.", valueName: "file"))
  var transcript: [String]

  @Option(
    help: ArgumentHelp(
      "Trace the quotations of this list (JSON Lines with 'start' and 'end').", valueName: "file"))
  var quotes: String?

  @Option(help: "What to write: text or jsonl.")
  var format = Format.text

  @OptionGroup var lexicon: LexiconOption
  @OptionGroup var source: TextSource

  @Argument(help: "The article; '-' is standard input.")
  var article = "-"

  func run() throws {
    let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
    let lexicons = try lexicon.open(source: languages.source, target: languages.target)
    let document = try source.document(at: article, language: languages.target)
    let pack = try source.pack(of: languages.source)
    var transcripts: [Document] = []
    var texts: [Transcript] = []
    for path in transcript {
      let document = try source.document(at: path, language: languages.source)
      transcripts.append(document)
      texts.append(Transcript(try source.sentences(of: document, pack: pack), pack: pack))
    }
    let articlePack = try source.pack(of: languages.target)
    let segmented = try source.sentences(of: document, pack: articlePack)
    var finder = try QuotationFinder(language: languages.target, pack: articlePack)
    var quotations = try finder.quotations(in: segmented).quotations
    if let quotes {
      let list = try InputFile.bytes(of: quotes)
      let spans = try QuotationList.spans(in: list, place: quotes, within: document.source.count)
        .map { document.text.viewSpan(of: $0) }
      quotations = spans.map { span in
        quotations.first { $0.span.overlap(with: span) > 0.5 }.map {
          var quotation = $0
          quotation.span = span
          return quotation
        } ?? Quotation(span: span, kind: .direct)
      }
    }
    let tracer = try QuotationTracer(
      transcripts: texts, language: languages.source, lexicons: lexicons)
    let traces = try tracer.traces(
      of: quotations, in: segmented)
    var output = Output()
    var record: [UInt8] = []
    for trace in traces {
      record.removeAll(keepingCapacity: true)
      TraceRecord.append(trace, article: document, transcripts: transcripts, to: &record)
      try output.write(record[...])
    }
    try output.flush()
  }
}

extension TextSpan {
  /// The share of both ranges together that both cover.
  fileprivate func overlap(with other: TextSpan) -> Double {
    let common = Int(min(upper, other.upper)) - Int(max(lower, other.lower))
    let all = Int(max(upper, other.upper)) - Int(min(lower, other.lower))
    return all > 0 ? Double(max(0, common)) / Double(all) : 0
  }
}

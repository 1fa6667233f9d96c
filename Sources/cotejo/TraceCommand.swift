import ArgumentParser
import Cotejo

/// `cotejo trace`: the words of transcripts that an article's quotations render.
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Find the original words of an article's quotations in transcripts.",
    discussion: """
      A transcript is a file or a folder. Of a folder with many (more than 8, or 1.25 MB), an index is \
      made in the user's cache folder, kept up to date, and only those are read that a quotation may \
      come from. A file that several paths lead to is one transcript; copies are several.

      The text shows each quotation above its source words, with the place of both. Source words that \
      the article drops are faint, or stand in [- -] where there are no colours; words of the article \
      under which nothing stands are underlined, or stand in {+ +}. Places that were joined stand one \
      below the other with an ellipsis between. That a quotation is not found is no error.
      """
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
    case html
    case tsv
    case tmx
  }

  @Option(help: "The language of the transcripts, such as 'es' or 'es-MX'.")
  var from: String

  @Option(help: "The language of the article.")
  var to: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The transcripts: files and folders.", valueName: "path"))
  var transcript: [String]

  @Option(
    help: ArgumentHelp(
      "Trace the quotations of this list (JSON Lines with 'start' and 'end').", valueName: "file"))
  var quotes: String?

  @Flag(help: "Trace indirect speech, too.")
  var indirect = false

  @Option(
    name: .customLong("speaker"),
    help: ArgumentHelp(
      "The language that a speaker speaks, such as 'Harold Whitcombe=en'; may be given again.",
      valueName: "name=language"))
  var speakers: [String] = []

  @Option(
    help: ArgumentHelp(
      "The confidence, from 0 to 1, from which on words count as found.", valueName: "number"))
  var minimumConfidence = QuotationTracer.defaultMinimumConfidence

  @Option(
    help: ArgumentHelp(
      "Where the index of the folder of transcripts is kept, if there are many.",
      valueName: "file"))
  var index: String?

  @Option(
    help: ArgumentHelp(
      "What to write: text, jsonl (all that is known, with byte offsets), html (a page), tsv or tmx "
        + "(pairs of the quotations that were found).", valueName: "format"))
  var format = Format.text

  @Flag(help: "Cut each side of a quotation to one line a place, in text.")
  var brief = false

  @Option(help: ArgumentHelp("Whether text has colours.", valueName: "when"))
  var color = TerminalStyle.Color.auto

  @OptionGroup var jobs: JobsOption
  @OptionGroup var lexicon: LexiconOption
  @OptionGroup var source: TextSource

  @Argument(help: "The article; '-' is standard input.")
  var article = "-"

  func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("'--minimum-confidence' is a number from 0 to 1.")
    }
    for speaker in speakers {
      guard let sign = speaker.lastIndex(of: "="), sign > speaker.startIndex,
        (try? LanguageTag(String(speaker[speaker.index(after: sign)...]))) != nil
      else { throw ValidationError("'\(speaker)' is not of the form 'name=language'.") }
    }
  }

  func run() async throws {
    let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
    let isRendering = languages.source.language != languages.target.language
    let lexicons =
      isRendering ? try lexicon.open(source: languages.source, target: languages.target) : []
    let document = try source.normalizedDocument(at: article, language: languages.target)
    let pack = try source.pack(of: languages.target)
    let text = try source.sentences(of: document, pack: pack)
    let quotations = try quotations(in: text, of: document, pack: pack)
    let library = try await TranscriptLibrary(
      transcript, options: source.transcriptOptions(language: languages.source),
      index: index.map { .file($0) } ?? .userCache, jobs: jobs.count)
    report(library)
    let choice = try library.choice(for: quotations, in: text, lexicons: lexicons)
    var tracer = try QuotationTracer(
      choice, language: languages.source, lexicons: lexicons, minimumConfidence: minimumConfidence)
    tracer.speakerLanguages = try speakers.map { speaker in
      let sign = speaker.lastIndex(of: "=") ?? speaker.endIndex
      return (
        String(speaker[..<sign]),
        try LanguageTag(String(speaker[speaker.index(after: sign)...]))
      )
    }
    let traces = try tracer.traces(of: quotations, in: text)
    try write(traces, of: document, transcripts: choice.entries.map(\.document))
  }

  private func write(_ traces: [Trace], of article: Document, transcripts: [Document]) throws {
    var output = Output()
    switch format {
    case .tsv: try write(traces, article, transcripts, as: .tsv)
    case .tmx: try write(traces, article, transcripts, as: .tmx)
    case .jsonl:
      var record: [UInt8] = []
      for trace in traces {
        record.removeAll(keepingCapacity: true)
        TraceRecord.append(trace, article: article, transcripts: transcripts, to: &record)
        try output.write(record[...])
      }
    case .html:
      let html = TraceHTML(article: article, transcripts: transcripts)
      try output.write(html.page(traces))
    case .text:
      let text = TraceText(
        article: article, transcripts: transcripts, style: .standardOutput(color), isBrief: brief)
      for trace in traces {
        for line in text.lines(trace) { try output.write(line + "\n") }
        if !brief { try output.write("\n") }
      }
      if brief { try output.write("\n") }
      try output.write(TraceVerdict.counts(traces) + "\n")
    }
    try output.flush()
  }

  /// Writes the quotations that were found as pairs.
  private func write(
    _ traces: [Trace], _ article: Document, _ transcripts: [Document],
    as format: TranslationUnitFormat
  ) throws {
    let header = TMXWriter.Header(
      source: try LanguageTag(from), target: try LanguageTag(to),
      toolVersion: Cotejo.configuration.version)
    let places = transcripts.map { (document: $0.id, text: $0.text) }
    var file = try format.open("-", header: header)
    for trace in traces where trace.isFound {
      try file.write(
        TranslationUnit(trace, article: article.text, in: article.id, transcripts: places))
    }
    try file.finish()
  }

  /// The quotations to trace: those of the list, or all that are found, with their speakers.
  private func quotations(
    in text: SegmentedText, of document: Document, pack: LanguagePack?
  ) throws -> [Quotation] {
    var finder = try QuotationFinder(language: document.language, pack: pack)
    let found = try finder.quotations(in: text).quotations
    guard let quotes else {
      return indirect ? found : found.filter { $0.kind == .direct }
    }
    let list = try InputFile.bytes(of: quotes)
    return try QuotationList.spans(in: list, place: quotes, within: document.source.count)
      .enumerated().map { number, place in
        let span = document.text.viewSpan(of: place)
        var quotation =
          found.first { $0.span.overlap(with: span) > 0.5 }
          ?? Quotation(span: span, kind: .direct, utterance: Int32(found.count + number))
        quotation.span = span
        return quotation
      }
  }

  /// Says what happened to the indices of folders.
  private func report(_ library: TranscriptLibrary) {
    for (folder, report) in library.reports {
      Diagnostics.print(report.notices.map { "\(folder): note: \($0)" })
      Diagnostics.print(
        report.skipped.map { "\(folder)/\($0.identifier): warning: left out: \($0.reason)" })
    }
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

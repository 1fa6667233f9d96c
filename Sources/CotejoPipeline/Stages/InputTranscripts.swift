internal import CotejoFormats
internal import CotejoLexicon
internal import CotejoQuotation
internal import CotejoText

/// Transcripts and a tracer that has read them.
struct SearchedTranscripts: Sendable {
  let tracer: QuotationTracer
  /// Their names and texts, in the order in which the tracer got them.
  let transcripts: [TranslationUnit.Transcript]

  /// Takes a tracer, and what is said of people's languages.
  init(
    _ tracer: QuotationTracer, _ transcripts: [TranslationUnit.Transcript],
    speakers: [PlannedInput.Speaker]
  ) {
    var tracer = tracer
    tracer.speakerLanguages = speakers.map { ($0.name, $0.language) }
    self.tracer = tracer
    self.transcripts = transcripts
  }

  /// Reads the transcripts that were chosen.
  init(
    _ choice: TranscriptChoice, _ language: LanguageTag, _ lexicons: [Lexicon],
    speakers: [PlannedInput.Speaker]
  ) throws(QuotationError) {
    self.init(
      try QuotationTracer(choice, language: language, lexicons: lexicons),
      choice.entries.map { ($0.document.id, $0.document.text) }, speakers: speakers)
  }
}

/// The transcripts of an input; none where documents are paired.
///
/// All of them are looked at once, for their content is part of what the run goes by. Which are read
/// for an article is up to a `TranscriptMatcher`, where the plan says so, and a `TranscriptLibrary`:
/// where they are many, an index chooses.
struct InputTranscripts: Sendable {
  /// A transcript as it was when the run began, for the manifest.
  struct Record: Sendable {
    let path: String
    let hash: SHA256.Digest
    let bytes: Int
    let charset: String
  }

  /// What the input says of people's languages.
  let speakers: [PlannedInput.Speaker]
  /// The transcripts that can be read, in byte order of their paths.
  private(set) var records: [Record] = []
  /// Those that cannot be: their names in the output, and why.
  private(set) var faults: [(path: String, fault: DocumentFault)] = []
  /// What people should know of the index, a line each.
  private(set) var notices: [String] = []
  /// A hash of all transcripts, of the way that articles are matched with them and of what is said of
  /// speakers, as hexadecimal digits.
  ///
  /// Which transcripts articles are traced to, and with what confidence, depends on all of them.
  private(set) var fingerprint: String
  private var library: TranscriptLibrary?
  /// What articles may quote from, where the plan says so.
  private var matches: ArticleMatches?
  /// What the names of the input's documents begin with.
  private var prefix = ""
  /// The transcripts with a tracer, by the lexicon it goes by, where they are the same for every
  /// article.
  private var common: [String: SearchedTranscripts] = [:]
  /// The texts by the names of their documents.
  private var texts: TranscriptTexts?

  /// Takes an input whose documents have their originals.
  init(speakers: [PlannedInput.Speaker]) {
    self.speakers = speakers
    fingerprint = Self.hash([], speakers)
  }

  /// Looks at the transcripts of an input, and reads them, or opens their index if they are many; one
  /// that cannot be read is a fault, and the others go on.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - prefix: What the names of its documents begin with in the output.
  ///   - lexicons: What stages that trace call the lexicons that they go by.
  ///   - resources: The languages, their data and the lexicons.
  ///   - index: Where indices are kept.
  ///   - jobs: How many files are read at a time for the index.
  /// - Throws: `corpus` if none can be read; `stage` if ICU fails.
  init(
    of input: RunInput, prefix: String, lexicons: Set<String>, _ resources: StageResources,
    index: IndexLocation, jobs: Int
  ) async throws(PipelineError) {
    self.init(speakers: input.plan.speakers)
    self.prefix = prefix
    guard !input.corpus.transcripts.isEmpty else { return }
    let files = look(at: input, prefix: prefix, resources)
    let listing = TranscriptListing(
      files, below: input.corpus.folder, chosenBy: input.plan.transcripts?.description ?? "",
      prefix: prefix)
    do {
      let options = TranscriptReader.Options(
        language: resources.source, pack: resources.sourcePack,
        charset: DocumentReader.Charset(input.plan.charset))
      let library = try await TranscriptLibrary(
        listing, options: options, index: index, jobs: jobs)
      for (_, report) in library.reports { enter(report, of: input, prefix: prefix) }
      texts = TranscriptTexts(
        records, options: options, inMemory: library.common?.entries.map(\.document) ?? []
      ) {
        input.corpus.path(
          of: String(decoding: $0.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
      }
      if let match = input.plan.match {
        enter(match, of: input, library)
      } else if let choice = library.common {
        for name in lexicons {
          common[name] = try SearchedTranscripts(
            choice, resources.source, resources.lexicons(name), speakers: speakers)
        }
      }
      self.library = library
    } catch {
      let place = error.place.isEmpty ? input.corpus.folder : error.place
      throw PipelineError(.stage, at: Place(file: place), error.message)
    }
    if records.isEmpty, let (_, fault) = faults.first {
      throw PipelineError(
        .corpus, at: Place(file: input.corpus.folder),
        "none of \(faults.count) transcripts can be read\n  \(fault.description)")
    }
    fingerprint = Self.hash(records, speakers, rule: input.plan.match?.description)
  }

  /// Reads the bytes of all transcripts: those that are text with what they hold.
  private mutating func look(
    at input: RunInput, prefix: String, _ resources: StageResources
  ) -> [(path: String, content: FileContent)] {
    let reader = DocumentReader(charset: DocumentReader.Charset(input.plan.charset))
    var files: [(path: String, content: FileContent)] = []
    for path in input.corpus.transcripts {
      do throws(DocumentFault) {
        let document = try RunPair.document(
          input.corpus.path(of: path), id: prefix + path, resources.source, reader)
        files.append((path, FileContent(of: document.source)))
        records.append(
          Record(
            path: document.id, hash: SHA256.hash(document.source), bytes: document.source.count,
            charset: document.charset))
      } catch {
        faults.append((prefix + path, error))
      }
    }
    return files
  }

  /// Enters what became of the transcripts in the library: some may have gone since they were looked
  /// at.
  private mutating func enter(_ report: IndexReport, of input: RunInput, prefix: String) {
    notices += report.notices.map { "\(input.corpus.folder): note: \($0)" }
    guard !report.skipped.isEmpty else { return }
    for skipped in report.skipped {
      let fault = DocumentFault(
        .unreadable, file: input.corpus.path(of: skipped.identifier), message: skipped.reason)
      faults.append((prefix + skipped.identifier, fault))
    }
    let lost = Set(report.skipped.map { prefix + $0.identifier })
    records.removeAll { lost.contains($0.path) }
    faults.sort { FolderListing.bytesPrecede($0.path, $1.path) }
  }

  /// Finds out which transcripts articles may quote from, and says what is matched with nothing.
  private mutating func enter(
    _ match: TranscriptMatch, of input: RunInput, _ library: TranscriptLibrary
  ) {
    guard let articles = input.plan.roles?.target, let selection = input.plan.transcripts else {
      return
    }
    let dates = match.criteria.contains(.date) ? library.dates : [:]
    let matcher = TranscriptMatcher(
      match, articles: articles, selection: selection,
      paths: records.map { path(of: $0.path) },
      date: { dates[records[$0].path] })
    let matches = ArticleMatches(
      of: input.corpus.pairs.map { (prefix + $0.target, $0.target) }, by: matcher, in: records
    ) { Self.hash($0, speakers, rule: $1) }
    notices += [matcher.notice(of: records.count), matches.notice].compactMap { notice in
      notice.map { "\(input.corpus.folder): note: \($0)" }
    }
    self.matches = matches
  }

  /// The path below the corpus folder of a document by its name.
  private func path(of name: String) -> String {
    String(Substring(name.utf8.dropFirst(prefix.utf8.count)))
  }

  /// Why there is no transcript that an article may quote from, for people; nil where there is one, or
  /// where documents are paired.
  func absence(for pair: DocumentPair) -> String? {
    matches?[pair.target].absence
  }

  /// The transcripts that the quotations of an article are looked for in, with a tracer; nil where
  /// documents are paired.
  ///
  /// - Throws: `unreadable` for a transcript that has gone or changed since the run began; `icu`.
  func searched(
    for pair: DocumentPair, _ quotations: [Quotation], in article: SegmentedText, lexicon: String,
    _ resources: StageResources
  ) throws(QuotationError) -> SearchedTranscripts? {
    if let common = common[lexicon] { return common }
    guard let library else { return nil }
    let lexicons = resources.lexicons(lexicon)
    let choice = try library.choice(
      for: quotations, in: article, lexicons: lexicons, among: matches?[pair.target].names)
    return try SearchedTranscripts(choice, resources.source, lexicons, speakers: speakers)
  }

  /// The text of a transcript by its document's name, as a tracer had it; nil where there is no such
  /// transcript, or it has gone or changed since the run began.
  func text(named name: String) -> TextView? { texts?.text(named: name) }

  /// A hash of what the traces of an article depend on: the transcripts that it may quote from, or why
  /// there is none, and what is said of speakers; as hexadecimal digits.
  ///
  /// Where the plan says which those are, other transcripts may come and go.
  func fingerprint(for pair: DocumentPair) -> String {
    matches?[pair.target].fingerprint ?? fingerprint
  }

  private static func hash(
    _ records: [Record], _ speakers: [PlannedInput.Speaker], rule: String? = nil
  ) -> String {
    var hash = SHA256()
    var parts = records.map { "\($0.path) \($0.hash)" }
    parts += speakers.map { "\($0.name): \($0.language)" }
    if let rule { parts.append(rule) }
    for part in parts { hash.update("\(part.utf8.count):\(part)".utf8Span.span) }
    return hash.finish().description
  }
}

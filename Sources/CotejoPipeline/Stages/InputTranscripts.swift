internal import CotejoFormats
internal import CotejoLexicon
internal import CotejoQuotation
internal import CotejoText

/// Transcripts and a tracer that has read them.
struct SearchedTranscripts: Sendable {
  let tracer: QuotationTracer
  /// Their names and texts, in the order in which the tracer got them.
  let transcripts: [TranslationUnit.Transcript]
}

/// The transcripts of an input, read once for all its articles; none where documents are paired.
struct InputTranscripts: Sendable {
  /// A transcript as it was read, for the manifest.
  struct Record: Sendable {
    let path: String
    let hash: SHA256.Digest
    let bytes: Int
    let charset: String
  }

  /// What the input says of people's languages.
  let speakers: [PlannedInput.Speaker]
  /// The transcripts that were read, in byte order of their paths.
  private(set) var records: [Record] = []
  /// Those that could not be: their names in the output, and why.
  private(set) var faults: [(path: String, fault: DocumentFault)] = []
  /// The transcripts with a tracer, by the lexicon it goes by; empty where documents are paired.
  private(set) var searched: [String: SearchedTranscripts] = [:]

  /// Takes an input whose documents have their originals.
  init(speakers: [PlannedInput.Speaker]) {
    self.speakers = speakers
  }

  /// Reads the transcripts of an input; one that cannot be read is a fault, and the others are read.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - prefix: What the names of its documents begin with in the output.
  ///   - lexicons: The lexicons to trace with, by the name that stages give them.
  ///   - resources: The languages and their data.
  /// - Throws: `corpus` if none can be read; `stage` if ICU fails.
  init(
    of input: RunInput, prefix: String, lexicons: [String: [Lexicon]], _ resources: StageResources
  ) throws(PipelineError) {
    self.init(speakers: input.plan.speakers)
    guard !input.corpus.transcripts.isEmpty else { return }
    var tools = StageTools(resources: resources)
    let reader = DocumentReader(charset: DocumentReader.Charset(input.plan.charset))
    var texts: [Transcript] = []
    var places: [TranslationUnit.Transcript] = []
    for path in input.corpus.transcripts {
      let full = input.corpus.path(of: path)
      do throws(DocumentFault) {
        let document = try RunPair.document(
          full, id: prefix + path, resources.source, reader)
        let text = try Self.text(of: document, file: full, &tools)
        texts.append(Transcript(text, pack: resources.sourcePack))
        places.append((document.id, text.text))
        records.append(
          Record(
            path: document.id, hash: SHA256.hash(document.source), bytes: document.source.count,
            charset: document.charset))
      } catch {
        faults.append((prefix + path, error))
      }
    }
    if texts.isEmpty, let (_, fault) = faults.first {
      throw PipelineError(
        .corpus, at: Place(file: input.corpus.folder),
        "none of \(faults.count) transcripts can be read\n  \(fault.description)")
    }
    for (choice, lexicons) in lexicons {
      do {
        var tracer = try QuotationTracer(
          transcripts: texts, language: resources.source, lexicons: lexicons)
        tracer.speakerLanguages = speakers.map { ($0.name, $0.language) }
        searched[choice] = SearchedTranscripts(tracer: tracer, transcripts: places)
      } catch {
        throw PipelineError(.stage, at: Place(file: input.corpus.folder), error.message)
      }
    }
  }

  /// The normalized text of a transcript with its sentences.
  private static func text(
    of document: Document, file: String, _ tools: inout StageTools
  ) throws(DocumentFault) -> SegmentedText {
    let view = try tools.normalized(document.text, Normalizer.Options(), file: file).view
    let paragraphs = ParagraphSplitter(mode: .automatic).paragraphs(of: view)
    return SegmentedText(
      language: document.language, text: view,
      sentences: try tools.sentences(of: paragraphs, in: view, .source, file: file))
  }

  /// A hash of the transcripts and of what is said of speakers, as hexadecimal digits.
  var fingerprint: String {
    var hash = SHA256()
    var parts = records.map { "\($0.path) \($0.hash)" }
    parts += speakers.map { "\($0.name): \($0.language)" }
    for part in parts { hash.update("\(part.utf8.count):\(part)".utf8Span.span) }
    return hash.finish().description
  }
}

public import CotejoLexicon
public import CotejoText

/// The transcripts that somebody names: single files, and folders, of which only those are read that
/// a quotation may come from.
public struct TranscriptLibrary: Sendable {
  /// A transcript and the document it was read from.
  public struct Entry: Sendable {
    /// The document; its identifier is the path as given or found.
    public var document: Document
    /// Its structure.
    public var transcript: Transcript

    /// Puts a document and its structure together.
    public init(document: Document, transcript: Transcript) {
      self.document = document
      self.transcript = transcript
    }
  }

  /// Folders with this many transcripts or fewer are read whole where they are small.
  private static let wholeFolder = (files: 8, words: 200_000)

  private let options: TranscriptReader.Options
  private let files: [Entry]
  private let indices: [TranscriptIndex]
  /// What opening the index of each folder did, with the folder.
  public let reports: [(folder: String, report: IndexReport)]

  /// Reads the files and opens the indices of the folders.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - options: how they are read.
  ///   - index: the index file, where there is one folder; nil for one in the user's cache folder.
  ///   - jobs: how many files are read at a time.
  /// - Throws: `unreadable` for a file or folder that cannot be read; what opening an index throws.
  public init(
    _ paths: [String], options: TranscriptReader.Options, index: String? = nil, jobs: Int = 1
  ) async throws(QuotationError) {
    var files: [Entry] = []
    var indices: [TranscriptIndex] = []
    var reports: [(folder: String, report: IndexReport)] = []
    for path in paths {
      if SystemCall.isFolder(path) {
        let (opened, report) = try await TranscriptIndex.open(
          path, options: options, at: index, jobs: jobs)
        indices.append(opened)
        reports.append((path, report))
      } else {
        var reader = try TranscriptReader(options)
        files.append(try reader.entry(at: path))
      }
    }
    self.options = options
    self.files = files
    self.indices = indices
    self.reports = reports
  }

  /// How many words the folders have.
  public var wordCount: Int { indices.reduce(0) { $0 + $1.wordCount } }

  /// The transcripts that the quotations of an article may come from, in a fixed order: the files,
  /// then those chosen from the folders.
  ///
  /// - Throws: `unreadable` for a file that has gone since its folder was indexed; `icu`.
  public func entries(
    for quotations: [Quotation], in article: SegmentedText, lexicons: [Lexicon]
  ) throws(QuotationError) -> [Entry] {
    var entries = files
    for index in indices {
      let isSmall =
        index.count <= Self.wholeFolder.files && index.wordCount <= Self.wholeFolder.words
      let chosen =
        isSmall
        ? Array(0..<index.count)
        : try index.documents(
          for: quotations, in: article, lexicons: lexicons, language: options.language)
      var reader = try TranscriptReader(options)
      for document in chosen { entries.append(try reader.entry(at: index.path(of: document))) }
    }
    return entries
  }
}

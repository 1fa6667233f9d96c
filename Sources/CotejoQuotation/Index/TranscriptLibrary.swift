public import CotejoLexicon
public import CotejoText

/// The transcripts that quotations may come from: single files, and folders, of which, where they
/// are many, only those are read for an article that its quotations may come from.
///
/// A transcript that several paths lead to is one transcript, under the path that comes first; paths
/// are told apart as they are without links. Two files of the same content are two transcripts: each
/// is a place where the words stand.
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

  /// Transcripts that are read for every article, or chosen from for each.
  private enum Shelf: Sendable {
    case read([Entry])
    case indexed(TranscriptShelf)
  }

  private let options: TranscriptReader.Options
  private let shelves: [Shelf]
  /// What the names of documents begin with, before their paths.
  private let prefix: String
  /// What was done to have the transcripts of each folder, with the folder.
  public let reports: [(folder: String, report: IndexReport)]

  /// Reads files and what is few in folders, and opens the indices of the other folders.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - options: how they are read.
  ///   - index: where indices are kept; a file can hold that of one folder.
  ///   - jobs: how many files are read at a time.
  /// - Throws: `unreadable` for a file or folder that cannot be read; `unwritable` for an index file
  ///   and several folders; what opening an index throws.
  public init(
    _ paths: [String], options: TranscriptReader.Options, index: IndexLocation = .userCache,
    jobs: Int = 1
  ) async throws(QuotationError) {
    if case .file(let file) = index, paths.count(where: SystemCall.isFolder) > 1 {
      throw QuotationError(
        .unwritable, place: file, message: "can hold the index of one folder only")
    }
    var reader = try TranscriptReader(options)
    var seen: Set<String> = []
    var files: [Entry] = []
    for path in paths where !SystemCall.isFolder(path) {
      guard seen.insert(Self.identity(of: path)).inserted else { continue }
      files.append(try reader.entry(at: path))
    }
    var shelves: [Shelf] = [.read(files)]
    var reports: [(folder: String, report: IndexReport)] = []
    for path in paths where SystemCall.isFolder(path) {
      let listing = try TranscriptListing(of: path)
      let (shelf, report) = try await Self.shelf(
        listing, without: &seen, options: options, index: index, jobs: jobs)
      shelves.append(shelf)
      reports.append((path, report))
    }
    self.options = options
    self.shelves = shelves
    prefix = ""
    self.reports = reports
  }

  /// Reads the transcripts of a listing if they are few, or else opens their index.
  ///
  /// - Parameters:
  ///   - listing: the transcripts.
  ///   - options: how they are read.
  ///   - index: where the index is kept.
  ///   - jobs: how many files are read at a time.
  /// - Throws: what opening an index throws.
  public init(
    _ listing: TranscriptListing, options: TranscriptReader.Options,
    index: IndexLocation = .userCache, jobs: Int = 1
  ) async throws(QuotationError) {
    var seen: Set<String> = []
    let (shelf, report) = try await Self.shelf(
      listing, without: &seen, options: options, index: index, jobs: jobs)
    self.options = options
    shelves = [shelf]
    prefix = listing.prefix
    reports = [(listing.folder, report)]
  }

  /// What tells a path from paths to other files.
  private static func identity(of path: String) -> String {
    path == "-" ? path : SystemCall.realPath(path)
  }

  private static func shelf(
    _ listing: TranscriptListing, without seen: inout Set<String>,
    options: TranscriptReader.Options, index: IndexLocation, jobs: Int
  ) async throws(QuotationError) -> (shelf: Shelf, report: IndexReport) {
    var repeated: Set<String> = []
    for file in listing.files where !seen.insert(identity(of: listing.path(of: file))).inserted {
      repeated.insert(file)
    }
    if listing.isFew {
      let (entries, report) = try read(listing, without: repeated, options)
      return (.read(entries), report)
    }
    let (opened, report) = try await TranscriptIndex.open(
      listing, options: options, at: index, jobs: jobs)
    return (.indexed(TranscriptShelf(opened, listing, without: repeated)), report)
  }

  private static func read(
    _ listing: TranscriptListing, without repeated: Set<String>, _ options: TranscriptReader.Options
  ) throws(QuotationError) -> (entries: [Entry], report: IndexReport) {
    var report = IndexReport()
    report.skipped = listing.skipped
    var reader = try TranscriptReader(options)
    var entries: [Entry] = []
    for (index, file) in listing.files.enumerated() where !repeated.contains(file) {
      do throws(QuotationError) {
        entries.append(
          try reader.entry(of: file, in: listing, holding: listing.contents?[index]))
        report.read += 1
      } catch {
        report.skipped.append(.init(identifier: file, reason: error.message))
      }
    }
    return (entries, report)
  }

  /// The transcripts, where they are the same for every article; nil where they are chosen.
  public var common: TranscriptChoice? {
    var entries: [Entry] = []
    for shelf in shelves {
      guard case .read(let read) = shelf else { return nil }
      entries += read
    }
    return TranscriptChoice(entries: entries, unreadWords: 0)
  }

  /// The days that transcripts give themselves, or else the names of their files, by the names of
  /// their documents; those without a date are not there.
  public var dates: [String: CalendarDate] {
    var dates: [String: CalendarDate] = [:]
    for shelf in shelves {
      switch shelf {
      case .read(let entries):
        for entry in entries {
          let path = entry.document.id.utf8.dropFirst(prefix.utf8.count)
          dates[entry.document.id] =
            entry.transcript.date ?? WrittenDate.numeric(in: Array(path).span)
        }
      case .indexed(let shelf): dates.merge(shelf.dates) { first, _ in first }
      }
    }
    return dates
  }

  /// Chooses the transcripts that the quotations of an article may come from.
  ///
  /// - Parameters:
  ///   - quotations: the quotations.
  ///   - article: the text that their spans are bytes of.
  ///   - lexicons: from the language of the transcripts to that of the article.
  ///   - names: the names of the documents to choose from; nil for all.
  /// - Returns: the transcripts in a fixed order: the files, then those of the folders.
  /// - Throws: `unreadable` for a file that has gone or changed since its folder was indexed; `icu`.
  public func choice(
    for quotations: [Quotation], in article: SegmentedText, lexicons: [Lexicon],
    among names: Set<String>? = nil
  ) throws(QuotationError) -> TranscriptChoice {
    var choice = TranscriptChoice(entries: [], unreadWords: 0)
    var reader = try TranscriptReader(options)
    for shelf in shelves {
      switch shelf {
      case .read(let entries):
        choice.entries += entries.filter { names?.contains($0.document.id) ?? true }
      case .indexed(let shelf):
        let documents: [Int]
        if let names {
          let named = try shelf.documents(
            named: names, for: quotations, in: article, lexicons: lexicons,
            language: options.language)
          documents = named.documents
          choice.unreadWords += named.wordCount
        } else {
          documents = try shelf.documents(
            for: quotations, in: article, lexicons: lexicons, language: options.language)
          choice.unreadWords += shelf.wordCount
        }
        for document in documents {
          choice.unreadWords -= shelf.index.wordCount(of: document)
          choice.entries.append(try shelf.entry(of: document, &reader))
        }
      }
    }
    return choice
  }
}

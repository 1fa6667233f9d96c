internal import CotejoText

/// The transcripts of a folder, before any is read.
public struct TranscriptListing: Sendable {
  /// The folder.
  public let folder: String
  /// Their paths below the folder, in byte order; of several paths to one file, one.
  public let files: [String]
  /// What stands in the folder and cannot be read as a transcript.
  let skipped: [IndexReport.Skipped]
  /// How they were chosen, where they are not all text files of the folder.
  let selection: String?
  /// What the names of their documents begin with, before the paths below the folder.
  let prefix: String
  /// What each of them holds, where that is known; else the file system is asked what has changed.
  let contents: [FileContent]?

  /// So many files and bytes, some 200,000 words, are read in less time than an index takes.
  private static let few = (files: 8, bytes: 1_250_000)

  /// Lists the `.txt` files of a folder and of all folders below it.
  ///
  /// Links are followed; the files are told apart by their real paths. The documents are named by
  /// their paths, the folder's first.
  /// - Throws: `unreadable` if the folder itself cannot be listed.
  public init(of folder: String) throws(QuotationError) {
    let listing = FolderListing(folder)
    var skipped: [IndexReport.Skipped] = []
    for problem in listing.problems {
      if problem.place == folder { throw QuotationError(problem) }
      skipped.append(.init(identifier: problem.place, reason: problem.message))
    }
    for ignored in listing.ignored where Self.isText(ignored.path) {
      skipped.append(.init(identifier: ignored.path, reason: ignored.reason))
    }
    self.folder = folder
    self.skipped = skipped
    files = DistinctFiles(listing.files.filter(Self.isText), below: folder).paths
    selection = nil
    prefix = SystemCall.path(of: "", below: folder)
    contents = nil
  }

  /// Takes files that were chosen and looked at; whatever is read of them later must be the same.
  ///
  /// - Parameters:
  ///   - files: their paths below the folder with what they hold, each file once.
  ///   - folder: the folder.
  ///   - selection: what chose them, such as a path pattern: other choices have another index.
  ///   - prefix: what the names of their documents begin with, before the paths.
  public init(
    _ files: [(path: String, content: FileContent)], below folder: String,
    chosenBy selection: String, prefix: String = ""
  ) {
    let files = files.sorted { FolderListing.bytesPrecede($0.path, $1.path) }
    self.folder = folder
    self.files = files.map(\.path)
    self.selection = selection
    self.prefix = prefix
    skipped = []
    contents = files.map(\.content)
  }

  /// The path of a file as the system takes it.
  func path(of file: String) -> String { SystemCall.path(of: file, below: folder) }

  /// The name of the document that a file is read as.
  func name(of file: String) -> String { prefix + file }

  /// Whether there are so few that all of them are read for every article and no index is made.
  var isFew: Bool {
    // The file system is not asked of many.
    guard files.count <= Self.few.files else { return false }
    return Self.areFew(
      contents.map { $0.map(\.size) }
        ?? files.map { DocumentStamp(of: path(of: $0))?.size ?? 0 })
  }

  /// Whether files of some sizes in bytes are so few that choosing from them is not worth while.
  static func areFew(_ sizes: [UInt64]) -> Bool {
    sizes.count <= few.files && sizes.reduce(0, +) <= UInt64(few.bytes)
  }

  private static func isText(_ path: String) -> Bool { path.lowercased().hasSuffix(".txt") }
}

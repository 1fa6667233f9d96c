internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension TranscriptIndex {
  /// Opens the index of some transcripts, after bringing it in line with the files that are there.
  ///
  /// What has not changed since it was indexed is not read; what has only another name or time is not
  /// indexed again. A file that cannot be read or is no text is reported and left out. An index file
  /// that is damaged, of another version or made with other options is made anew, with a notice; it
  /// is written beside and renamed into place, so that any number of programs may open it at once.
  /// Where it cannot be written it is held in memory, with a notice.
  /// - Parameters:
  ///   - listing: the transcripts; nothing is written to their folder.
  ///   - options: how they are read.
  ///   - location: where the index is kept.
  ///   - jobs: how many files are read at a time.
  /// - Returns: the index, and what was done to have it.
  /// - Throws: `damaged` if `location` names a file that is something else than an index; `icu`.
  public static func open(
    _ listing: TranscriptListing, options: TranscriptReader.Options,
    at location: IndexLocation = .userCache, jobs: Int = 1
  ) async throws(QuotationError) -> (index: TranscriptIndex, report: IndexReport) {
    var report = IndexReport()
    let file = location.path(of: listing, options: options)
    let isNamed = file.map { location == .file($0) } ?? false
    let old = try file.flatMap { (file) throws(QuotationError) in
      try existing(file, isNamed: isNamed, options: options, &report)
    }
    let update = IndexUpdate(listing: listing, options: options, jobs: jobs, old: old)
    guard let content = try await update.run(&report) else {
      guard let old else { preconditionFailure("an index that is not there cannot hold") }
      report.file = file
      return (TranscriptIndex(folder: listing.folder, storage: old), report)
    }
    let storage = try IndexStorage(copying: content)
    if let file {
      do {
        try write(storage, to: file)
        report.file = file
      } catch {
        report.notices.append("the index cannot be kept: \(error.place): \(error.message)")
      }
    } else {
      report.notices.append("the index cannot be kept: there is no cache folder")
    }
    return (TranscriptIndex(folder: listing.folder, storage: storage), report)
  }

  /// The index in a file, if there is one that can be used.
  private static func existing(
    _ file: String, isNamed: Bool, options: TranscriptReader.Options, _ report: inout IndexReport
  ) throws(QuotationError) -> IndexStorage? {
    guard access(file, F_OK) == 0 else { return nil }
    do {
      let storage = try IndexStorage(mapping: file)
      if storage.description == options.description { return storage }
      report.notices.append(
        "the index '\(file)' was made with other options or language data; it is made anew")
    } catch {
      // A slip in a command line must not cost anybody a file.
      if isNamed, !isEmptyOrIndex(file) {
        throw QuotationError(
          .damaged, place: file, message: "is no index of transcripts; name another file")
      }
      report.notices.append(
        "the index '\(file)' cannot be used: \(error.message); it is made anew")
    }
    return nil
  }

  private static func isEmptyOrIndex(_ file: String) -> Bool {
    guard let mapped = try? MappedFile(path: file) else { return false }
    return mapped.bytes.isEmpty || mapped.bytes.starts(with: IndexLayout.magic.prefix(4))
  }

  private static func write(_ storage: IndexStorage, to file: String) throws(TextError) {
    if let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")), slash != file.utf8.startIndex {
      try OutputFolder.make(String(file[..<slash]))
    }
    // What a power cut costs is found out by the checksum and can be made again.
    var output = try OutputFile(path: file, durable: false)
    storage.withContent { output.write($0) }
    try output.commit()
  }
}

internal import CotejoLexicon
internal import CotejoText
import Synchronization

/// Brings an index in line with its folder.
struct IndexUpdate: Sendable {
  let folder: String
  let options: TranscriptReader.Options
  /// How many tasks read files.
  let jobs: Int
  /// The index that is there, if one is and fits.
  let old: IndexStorage?

  /// What became of a file.
  private enum Outcome: Sendable {
    /// Nothing of it has changed since it was indexed.
    case kept(DocumentBlock)
    /// Its content was indexed under another name or stamp.
    case renamed([UInt8])
    case read([UInt8])
    case failed(QuotationError)
  }

  private struct Content: Hashable {
    var hash: UInt64
    var size: UInt64
  }

  /// Lists the folder and reads what is new in it.
  ///
  /// - Returns: the bytes of the new index, or nil where the one that is there holds.
  /// - Throws: `unreadable` if the folder itself cannot be listed; `icu`.
  func run(_ report: inout IndexReport) async throws(QuotationError) -> [UInt8]? {
    let listing = FolderListing(folder)
    for problem in listing.problems {
      if problem.place == folder { throw QuotationError(problem) }
      report.skipped.append(.init(identifier: problem.place, reason: problem.message))
    }
    let files = listing.files.filter { $0.lowercased().hasSuffix(".txt") }
    for ignored in listing.ignored where ignored.path.lowercased().hasSuffix(".txt") {
      report.skipped.append(.init(identifier: ignored.path, reason: ignored.reason))
    }

    var known: [String: DocumentBlock] = [:]
    for block in old?.blocks ?? [] { known[block.identifier] = block }
    var outcomes = [Outcome?](repeating: nil, count: files.count)
    for (index, file) in files.enumerated() {
      guard let block = known[file], let stamp = DocumentStamp(of: path(file)),
        stamp == block.stamp
      else { continue }
      outcomes[index] = .kept(block)
    }
    let pending = files.indices.filter { outcomes[$0] == nil }
    for (index, outcome) in try await read(pending.map { files[$0] }) {
      outcomes[pending[index]] = outcome
    }
    return compose(files, outcomes, &report)
  }

  private func path(_ file: String) -> String {
    folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
  }

  /// Counts what became of the files and puts their blocks together, if there is need to.
  private func compose(
    _ files: [String], _ outcomes: [Outcome?], _ report: inout IndexReport
  ) -> [UInt8]? {
    var composer = IndexComposer(description: options.description)
    var isRefreshed = false
    let names = Set((old?.blocks ?? []).map(\.identifier))
    for (file, outcome) in zip(files, outcomes) {
      switch outcome {
      case .kept(let block):
        report.kept += 1
        composer.append(block.bytes)
      case .renamed(let bytes):
        // Only the stamp was refreshed if the index knows the name.
        if names.contains(file) {
          report.kept += 1
          isRefreshed = true
        } else {
          report.renamed += 1
        }
        bytes.withUnsafeBytes { composer.append($0) }
      case .read(let bytes):
        report.read += 1
        bytes.withUnsafeBytes { composer.append($0) }
      case .failed(let error):
        report.skipped.append(.init(identifier: file, reason: error.message))
      case nil:
        report.skipped.append(.init(identifier: file, reason: "was not read"))
      }
    }
    report.removed = removed(files, outcomes)
    let isSame = old != nil && !report.isChanged && !isRefreshed
    return isSame ? nil : composer.composed()
  }

  /// How many documents of the old index have neither a file of their name nor passed on to another.
  private func removed(_ files: [String], _ outcomes: [Outcome?]) -> Int {
    var names: Set<String> = []
    for (file, outcome) in zip(files, outcomes) {
      if case .failed? = outcome { continue }
      names.insert(file)
    }
    return (old?.blocks ?? []).count { !names.contains($0.identifier) }
  }

  /// Reads files in parallel; the answer for each, by its place in `files`, in no certain order.
  private func read(
    _ files: [String]
  ) async throws(QuotationError) -> [(index: Int, outcome: Outcome)] {
    guard !files.isEmpty else { return [] }
    // A fault of ICU or of the language data would be the same for every file.
    _ = try BlockReader(options)
    var contents: [Content: DocumentBlock] = [:]
    for block in old?.blocks ?? [] {
      contents[Content(hash: block.contentHash, size: block.contentSize)] = block
    }
    let known = contents
    let next = NextNumber()
    return await withTaskGroup(of: [(index: Int, outcome: Outcome)].self) { group in
      for _ in 0..<max(1, min(jobs, files.count)) {
        group.addTask {
          var results: [(index: Int, outcome: Outcome)] = []
          guard var reader = try? BlockReader(options) else { return [] }
          while !Task.isCancelled, let index = next.take(below: files.count) {
            do throws(QuotationError) {
              results.append((index, try outcome(files[index], known, &reader)))
            } catch {
              results.append((index, .failed(error)))
            }
          }
          return results
        }
      }
      var all: [(index: Int, outcome: Outcome)] = []
      for await results in group { all += results }
      return all
    }
  }

  /// Reads a file, unless its content is known.
  private func outcome(
    _ file: String, _ known: [Content: DocumentBlock], _ reader: inout BlockReader
  ) throws(QuotationError) -> Outcome {
    let now = DocumentStamp.now
    let before = DocumentStamp(of: path(file))
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path(file))
    } catch {
      throw QuotationError(error)
    }
    // What changed while it was read, or may yet in the same tick of the clock, is read again.
    var stamp = DocumentStamp.unsettled
    if let before, before == DocumentStamp(of: path(file)), before.isSettled(at: now) {
      stamp = before
    }
    let hash = bytes.withUnsafeBytes { xxh64($0) }
    if let block = known[Content(hash: hash, size: UInt64(bytes.count))] {
      return .renamed(BlockComposer.copy(block, identifier: file, stamp: stamp))
    }
    return .read(
      try reader.block(of: bytes, identifier: file, stamp: stamp, contentHash: hash))
  }
}

/// Hands out numbers to tasks.
private final class NextNumber: Sendable {
  private let number = Atomic<Int>(0)

  func take(below limit: Int) -> Int? {
    let taken = number.wrappingAdd(1, ordering: .relaxed).oldValue
    return taken < limit ? taken : nil
  }
}

/// Makes the blocks of documents.
private struct BlockReader: ~Copyable {
  private var reader: TranscriptReader
  private var builder: IndexedText.Builder

  init(_ options: TranscriptReader.Options) throws(QuotationError) {
    let reader = try TranscriptReader(options)
    let builder: IndexedText.Builder
    do {
      builder = try IndexedText.Builder(language: options.language)
    } catch {
      throw QuotationError(error)
    }
    self.reader = reader
    self.builder = builder
  }

  mutating func block(
    of bytes: [UInt8], identifier: String, stamp: DocumentStamp, contentHash: UInt64
  ) throws(QuotationError) -> [UInt8] {
    let transcript = try reader.entry(of: bytes, id: identifier).transcript
    do {
      for sentence in transcript.text.sentences {
        try builder.append(sentence.span, of: transcript.text.text.bytes)
      }
    } catch {
      throw QuotationError(error)
    }
    return BlockComposer.compose(
      builder.finish(), identifier: identifier, stamp: stamp, contentHash: contentHash,
      contentSize: bytes.count, date: transcript.date)
  }
}

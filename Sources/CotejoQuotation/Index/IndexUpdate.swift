internal import CotejoLexicon
internal import CotejoText
import Synchronization

/// Brings an index in line with the files of a listing.
struct IndexUpdate: Sendable {
  let listing: TranscriptListing
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

  /// Reads what the index does not know.
  ///
  /// - Returns: the bytes of the new index, or nil where the one that is there holds.
  /// - Throws: `icu`.
  func run(_ report: inout IndexReport) async throws(QuotationError) -> [UInt8]? {
    let files = listing.files
    report.skipped += listing.skipped
    var known: [String: DocumentBlock] = [:]
    for block in old?.blocks ?? [] { known[block.identifier] = block }
    var outcomes = [Outcome?](repeating: nil, count: files.count)
    for (index, file) in files.enumerated() {
      guard let block = known[file], isKept(block, as: index) else { continue }
      outcomes[index] = .kept(block)
    }
    let pending = files.indices.filter { outcomes[$0] == nil }
    for (index, outcome) in try await read(pending) { outcomes[index] = outcome }
    return compose(files, outcomes, &report)
  }

  /// Whether a file still holds what the block of its name was made of.
  private func isKept(_ block: DocumentBlock, as index: Int) -> Bool {
    if let contents = listing.contents { return block.content == contents[index] }
    return DocumentStamp(of: listing.path(of: listing.files[index])) == block.stamp
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

  /// Reads files of the listing in parallel; the answer for each, by its number, in no certain order.
  private func read(
    _ files: [Int]
  ) async throws(QuotationError) -> [(index: Int, outcome: Outcome)] {
    guard !files.isEmpty else { return [] }
    // A fault of ICU or of the language data would be the same for every file.
    _ = try BlockReader(options)
    var contents: [FileContent: DocumentBlock] = [:]
    for block in old?.blocks ?? [] { contents[block.content] = block }
    let known = contents
    let next = NextNumber()
    return await withTaskGroup(of: [(index: Int, outcome: Outcome)].self) { group in
      for _ in 0..<max(1, min(jobs, files.count)) {
        group.addTask {
          var results: [(index: Int, outcome: Outcome)] = []
          guard var reader = try? BlockReader(options) else { return [] }
          while !Task.isCancelled, let place = next.take(below: files.count) {
            let index = files[place]
            do throws(QuotationError) {
              results.append((index, try outcome(of: index, known, &reader)))
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
    of index: Int, _ known: [FileContent: DocumentBlock], _ reader: inout BlockReader
  ) throws(QuotationError) -> Outcome {
    let file = listing.files[index]
    let path = listing.path(of: file)
    let now = DocumentStamp.now
    let before = DocumentStamp(of: path)
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path)
    } catch {
      throw QuotationError(error)
    }
    let content = FileContent(of: bytes)
    if let contents = listing.contents, contents[index] != content {
      throw QuotationError.changed(path)
    }
    // What changed while it was read, or may yet in the same tick of the clock, is read again.
    var stamp = DocumentStamp.unsettled
    if let before, before == DocumentStamp(of: path), before.isSettled(at: now) {
      stamp = before
    }
    if let block = known[content] {
      return .renamed(BlockComposer.copy(block, identifier: file, stamp: stamp))
    }
    return .read(try reader.block(of: bytes, identifier: file, stamp: stamp, content: content))
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
    of bytes: [UInt8], identifier: String, stamp: DocumentStamp, content: FileContent
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
      builder.finish(), identifier: identifier, stamp: stamp, content: content,
      date: transcript.date)
  }
}

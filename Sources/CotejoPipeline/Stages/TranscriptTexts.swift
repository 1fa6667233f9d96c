internal import CotejoQuotation
internal import CotejoText
internal import Synchronization

/// The texts of an input's transcripts, by the names of their documents.
///
/// Those that are read for every article stay in memory. Of a folder of many, a text is read again
/// when it is asked for, and what was asked for last is kept: the articles of a day quote the same
/// transcripts.
final class TranscriptTexts: Sendable {
  /// A transcript that is not in memory.
  private struct Entry: Sendable {
    /// The path as the system takes it.
    let path: String
    /// What it held when the run began.
    let hash: SHA256.Digest
  }

  /// A text that was read again.
  private struct Kept {
    var text: TextView
    /// When it was last asked for, as a count of questions.
    var time: UInt64
  }

  private struct Shelf {
    var texts: [[UInt8]: Kept] = [:]
    /// How many bytes the texts take.
    var size = 0
    var time: UInt64 = 0
  }

  /// How many bytes of texts are kept that were read again, unless it is said.
  static let defaultLimit = 32 << 20

  private let options: TranscriptReader.Options
  private let limit: Int
  // Strings that Unicode holds equal can be the names of two files.
  private let inMemory: [[UInt8]: TextView]
  private let entries: [[UInt8]: Entry]
  private let shelf = Mutex(Shelf())

  /// Takes the transcripts of an input.
  ///
  /// - Parameters:
  ///   - records: What they held when the run began.
  ///   - options: How they are read.
  ///   - inMemory: Those that are read for every article; the others are read when they are asked
  ///     for.
  ///   - limit: How many bytes of texts are kept that were read again.
  ///   - path: The path of a document of a name.
  init(
    _ records: [InputTranscripts.Record], options: TranscriptReader.Options,
    inMemory: [Document], limit: Int = defaultLimit, path: (String) -> String
  ) {
    self.limit = limit
    self.options = options
    self.inMemory = Dictionary(inMemory.map { (Array($0.id.utf8), $0.text) }) { first, _ in first }
    entries =
      inMemory.isEmpty
      ? Dictionary(
        records.map {
          (Array($0.path.utf8), Entry(path: path($0.path), hash: $0.hash))
        }
      ) { first, _ in first } : [:]
  }

  /// The text of a document; nil where there is none of that name, or its file has gone or changed
  /// since the run began.
  func text(named name: String) -> TextView? {
    let key = Array(name.utf8)
    if let text = inMemory[key] { return text }
    guard let entry = entries[key] else { return nil }
    if let text = kept(key) { return text }
    guard let text = read(entry, name) else { return nil }
    keep(text, key)
    return text
  }

  /// How many bytes of texts are kept that were read again.
  var keptBytes: Int { shelf.withLock { $0.size } }

  private func read(_ entry: Entry, _ name: String) -> TextView? {
    do {
      let bytes = try InputFile.bytes(of: entry.path)
      guard SHA256.hash(bytes) == entry.hash else { return nil }
      var reader = try TranscriptReader(options)
      return try reader.document(of: bytes, id: name).text
    } catch {
      // Why it cannot be read is told when the stage is run for want of its result.
      return nil
    }
  }

  private func kept(_ key: [UInt8]) -> TextView? {
    shelf.withLock { shelf in
      shelf.time += 1
      let time = shelf.time
      shelf.texts[key]?.time = time
      return shelf.texts[key]?.text
    }
  }

  private func keep(_ text: TextView, _ key: [UInt8]) {
    let size = Self.size(of: text)
    guard size <= limit / 2 else { return }
    shelf.withLock { shelf in
      guard shelf.texts[key] == nil else { return }
      if shelf.size + size > limit { clear(&shelf) }
      shelf.texts[key] = Kept(text: text, time: shelf.time)
      shelf.size += size
    }
  }

  /// Takes out half of what is kept: what was not asked for the longest.
  private func clear(_ shelf: inout Shelf) {
    for (key, kept) in shelf.texts.sorted(by: { $0.value.time < $1.value.time }) {
      guard shelf.size > limit / 2 else { return }
      shelf.size -= Self.size(of: kept.text)
      shelf.texts[key] = nil
    }
  }

  private static func size(of text: TextView) -> Int {
    text.bytes.count + text.edits.count * MemoryLayout<TextView.Edit>.stride
  }
}

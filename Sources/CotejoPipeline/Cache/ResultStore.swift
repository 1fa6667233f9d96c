internal import CotejoText
internal import Synchronization

/// The results of stages on the disk, by keys that tell what they were made from and how.
///
/// Any number of runs may use a folder at a time. Each sees what others had added when it opened the
/// folder, and what it adds itself; nothing that it sees goes away under it. A result is there as it was
/// added, or not at all: a checksum is verified at every read. What is added survives a killed process
/// at once, and a power cut from the next ``checkpoint()``. A disk that cannot be written to ends the
/// storing, not the run: see ``notices``.
///
/// All methods may be called from any thread; none waits for a disk read of another.
public final class ResultStore: Sendable {
  /// What is known of the packs.
  struct State {
    var table = ResultTable()
    /// The packs, by number.
    var packs: [Pack] = []
    /// How many entries were there at the opening, and a bit for each: whether this run used it.
    var known = 0
    var used: [UInt64] = []
    /// When this was last written down, and whether there is more to write.
    var usageTime = ContinuousClock.now
    var isUsageNew = false
    var notices: [String] = []
  }

  /// A pack that is read from.
  struct Pack {
    var file: PackFile
    /// The numbers of its entries.
    var entries: Range<Int>
    /// Where its records end, and its size, if it had no index at the opening.
    var unsealed: (end: Int, size: Int)?
    /// Results that turned out to be damaged.
    var damaged = 0
  }

  /// What this run adds to.
  struct Writing {
    /// The last of the packs; nil before something is added.
    var writer: PackWriter?
    var isAdding = true
    var hasAdopted = false
    /// Added since the last sync: bytes, and when that was.
    var unsynchronized = 0
    var synchronized = ContinuousClock.now
    var isSynchronizing = false
  }

  let folder: StoreFolder
  /// Held for moments: never while the disk is waited for.
  let state: Mutex<State>
  /// Held while a result is written; always taken before that of the state.
  let writing = Mutex(Writing())
  /// The name of the file that tells what this run used.
  private let usageID = StoreFolder.newID()

  /// How often what was added is synchronized, at least.
  private static let interval = Duration.seconds(2)
  private static let mostUnsynchronized = 16 << 20
  /// How often it is written down what was used.
  private static let usageInterval = Duration.seconds(60)

  /// Opens the store in a folder; an empty one if there is no such folder, which is then made when
  /// something is added.
  ///
  /// - Throws: `stage`, naming the folder, if it cannot be read, or is none.
  public init(at folder: String) throws(PipelineError) {
    self.folder = StoreFolder(path: folder)
    var state = State()
    var others = 0
    let (packs, notices) = try self.folder.openPacks()
    state.notices = notices
    for (file, ending) in packs {
      let contents = PackContents(of: file)
      guard contents.kind != .otherVersion else {
        others += 1
        continue
      }
      if ending == .sealed, contents.kind == .scanned {
        state.notices.append(
          "\(file.path): notice: the index is damaged; \(contents.entries.count) results were found "
            + "without it")
      }
      let first = state.table.count
      let number = UInt32(state.packs.count)
      state.table.reserve(first + contents.entries.count)
      for entry in contents.entries {
        state.table.append(
          ResultTable.Entry(
            key: entry.key, offset: entry.offset, length: UInt32(entry.length), pack: number))
      }
      state.packs.append(
        Pack(
          file: file, entries: first..<state.table.count,
          unsealed: ending == .open ? (contents.end, contents.size) : nil))
    }
    if others > 0 {
      state.notices.append(
        "\(folder): notice: \(others) packs of results are of another version of the format; they are "
          + "left alone")
    }
    state.known = state.table.count
    state.used = [UInt64](repeating: 0, count: (state.known + 63) / 64)
    self.state = Mutex(state)
  }

  /// How many results the store holds, those of one key in several packs counted each.
  public var count: Int { state.withLock { $0.table.count } }

  /// Whether there is a result of a key; its bytes are not looked at.
  public func contains(_ key: ResultKey) -> Bool {
    state.withLock { $0.table.find(key) != nil }
  }

  /// The bytes of a result; nil if there is none, or none that is as it was added.
  ///
  /// The result counts as used by this run.
  public func find(_ key: ResultKey) -> [UInt8]? {
    while true {
      let found = state.withLock { state -> (number: Int, entry: ResultTable.Entry, PackFile)? in
        guard let number = state.table.find(key) else { return nil }
        let entry = state.table[number]
        state.noteUse(of: number)
        return (number, entry, state.packs[Int(entry.pack)].file)
      }
      guard let (number, entry, file) = found else { return nil }
      if let bytes = file.payload(of: key, at: Int(entry.offset), length: Int(entry.length)) {
        return bytes
      }
      // There may be another of the key, in another pack.
      state.withLock { state in
        // Another thread may have found out, too.
        guard state.table[number].pack != ResultTable.nowhere else { return }
        state.table.dismiss(number)
        state.packs[Int(entry.pack)].damaged += 1
      }
    }
  }

  /// Whether a result was there when the store was opened: an earlier run has left it.
  func isEarlier(_ key: ResultKey) -> Bool {
    state.withLock { state in state.table.find(key).map { $0 < state.known } ?? false }
  }

  /// Keeps a result; one of a key that is there already is left as it is.
  public func add(_ key: ResultKey, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add(key, $0) }
  }

  /// Keeps a result; one of a key that is there already is left as it is.
  public func add(_ key: ResultKey, _ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { add(key, $0) }
  }

  private func add(_ key: ResultKey, _ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= PackFormat.mostBytes, !contains(key) else { return }
    let isDue = writing.withLock { writing -> Bool in
      // Another thread may have been faster.
      guard writing.isAdding, !contains(key) else { return false }
      do throws(PackWriter.Failure) {
        let offset = try writer(&writing).append(key, bytes)
        note(key, at: offset, length: bytes.count)
      } catch {
        end(&writing, error)
        return false
      }
      writing.unsynchronized += PackFormat.recordHeaderSize + bytes.count
      return writing.unsynchronized >= Self.mostUnsynchronized
        || ContinuousClock.now - writing.synchronized >= Self.interval
    }
    if isDue { checkpoint() }
  }

  /// Waits until the disk has what was added.
  ///
  /// Adding does so by itself every 2 s or 16 MiB.
  public func checkpoint() {
    let file = writing.withLock { writing -> PackFile? in
      guard !writing.isSynchronizing, writing.unsynchronized > 0 else { return nil }
      writing.isSynchronizing = true
      writing.unsynchronized = 0
      return writing.writer?.file
    }
    guard let file else { return }
    // Without a lock: others go on meanwhile.
    let failure = file.synchronize()
    folder.synchronize()
    writing.withLock { writing in
      writing.isSynchronizing = false
      writing.synchronized = .now
      if let failure { end(&writing, failure) }
    }
    let isDue = state.withLock { ContinuousClock.now - $0.usageTime >= Self.usageInterval }
    if isDue { writeUsage() }
  }

  /// Seals what was added and notes what was used.
  ///
  /// The next opening then reads indices alone. What is added later goes to another pack.
  public func finish() {
    writing.withLock { writing in
      adopt(&writing)
      seal(&writing)
    }
    writeUsage()
    ResultCleaner.tidy(folder)
  }

  /// How many results turned out to be damaged.
  public var damaged: Int { state.withLock { $0.packs.reduce(0) { $0 + $1.damaged } } }

  /// What a person should know, a line each: damaged files, a disk that cannot be written to.
  public var notices: [String] {
    state.withLock { state in
      state.notices
        + state.packs.filter { $0.damaged > 0 }.map { pack in
          let results = pack.damaged == 1 ? "a damaged result" : "\(pack.damaged) damaged results"
          return "\(pack.file.path): notice: \(results); made again"
        }
    }
  }

  /// Writes down what was used of the packs that were there, if that is new.
  private func writeUsage() {
    let usage = state.withLock { state -> ResultUsage? in
      guard state.isUsageNew else { return nil }
      state.isUsageNew = false
      state.usageTime = .now
      return state.usage
    }
    usage?.write(to: folder.path(usageID, .usage))
  }
}

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
  private struct State {
    var table = ResultTable()
    /// The packs, by number.
    var packs: [Pack] = []
    /// One bit for each entry that was there at the opening: whether this run used it.
    var used: [UInt64] = []
    /// When this was last written down, and whether there is more to write.
    var usageTime = ContinuousClock.now
    var isUsageNew = false
    /// What this run adds to: the last of the packs.
    var writer: PackWriter?
    var isAdding = true
    var hasAdopted = false
    /// Added since the last sync: bytes, and when that was.
    var unsynchronized = 0
    var synchronized = ContinuousClock.now
    var isSynchronizing = false
    var notices: [String] = []
  }

  private struct Pack {
    var file: PackFile
    /// The numbers of its entries.
    var entries: Range<Int>
    /// Where its records end, and its size, if it had no index at the opening.
    var unsealed: (end: Int, size: Int)?
    /// Results that turned out to be damaged.
    var damaged = 0
  }

  private let folder: StoreFolder
  private let state: Mutex<State>
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
    state.used = [UInt64](repeating: 0, count: (state.table.count + 63) / 64)
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
        if number >> 6 < state.used.count {
          state.used[number >> 6] |= 1 << UInt64(number & 63)
          state.isUsageNew = true
        }
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

  /// Keeps a result; one of a key that is there already is left as it is.
  public func add(_ key: ResultKey, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add(key, $0) }
  }

  /// Keeps a result; one of a key that is there already is left as it is.
  public func add(_ key: ResultKey, _ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { add(key, $0) }
  }

  private func add(_ key: ResultKey, _ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= PackFormat.mostBytes else { return }
    let isDue = state.withLock { state -> Bool in
      guard state.isAdding, state.table.find(key) == nil else { return false }
      do throws(PackWriter.Failure) {
        let writer = try writer(&state)
        let offset = try writer.append(key, bytes)
        let pack = state.packs.count - 1
        state.table.append(
          ResultTable.Entry(
            key: key, offset: UInt64(offset), length: UInt32(bytes.count), pack: UInt32(pack)))
        state.packs[pack].entries = state.packs[pack].entries.lowerBound..<state.table.count
      } catch {
        end(&state, error)
        return false
      }
      state.unsynchronized += PackFormat.recordHeaderSize + bytes.count
      return state.unsynchronized >= Self.mostUnsynchronized
        || ContinuousClock.now - state.synchronized >= Self.interval
    }
    if isDue { checkpoint() }
  }

  /// Waits until the disk has what was added.
  ///
  /// Adding does so by itself every 2 s or 16 MiB.
  public func checkpoint() {
    let file = state.withLock { state -> PackFile? in
      guard !state.isSynchronizing, state.unsynchronized > 0 else { return nil }
      state.isSynchronizing = true
      state.unsynchronized = 0
      return state.writer?.file
    }
    guard let file else { return }
    // Without the lock: others go on meanwhile.
    let failure = file.synchronize()
    folder.synchronize()
    let usage = state.withLock { state -> ResultUsage? in
      state.isSynchronizing = false
      state.synchronized = .now
      if let failure { end(&state, failure) }
      guard ContinuousClock.now - state.usageTime >= Self.usageInterval else { return nil }
      return newUsage(&state)
    }
    usage?.write(to: folder.path(usageID, .usage))
  }

  /// Seals what was added and notes what was used.
  ///
  /// The next opening then reads indices alone. What is added later goes to another pack.
  public func finish() {
    let usage = state.withLock { state -> ResultUsage? in
      adopt(&state)
      let usage = newUsage(&state)
      guard let writer = state.writer, let pack = state.packs.last else { return usage }
      state.writer = nil
      state.unsynchronized = 0
      let entries = packEntries(state.table, pack.entries, lastUse: FileTime.now)
      do throws(PackWriter.Failure) {
        try writer.seal(entries)
      } catch {
        end(&state, error)
      }
      return usage
    }
    usage?.write(to: folder.path(usageID, .usage))
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

  /// The pack that this run adds to.
  private func writer(_ state: inout State) throws(PackWriter.Failure) -> PackWriter {
    if let writer = state.writer { return writer }
    adopt(&state)
    let writer = try PackWriter(in: folder)
    state.writer = writer
    let count = state.table.count
    state.packs.append(Pack(file: writer.file, entries: count..<count))
    state.synchronized = .now
    return writer
  }

  /// Ends the storing; what was stored can still be found.
  private func end(_ state: inout State, _ failure: PackWriter.Failure) {
    guard state.isAdding else { return }
    state.isAdding = false
    state.notices.append(
      "\(folder.path): notice: results cannot be stored: \(failure.reason); the run goes on without"
    )
  }

  /// Seals the packs of dead writers, so that they are read from end to end no more than once.
  private func adopt(_ state: inout State) {
    guard !state.hasAdopted else { return }
    state.hasAdopted = true
    for pack in state.packs {
      guard let (end, size) = pack.unsealed,
        let writer = PackWriter(adopting: pack.file.id, in: folder)
      else { continue }
      let (now, written) = writer.file.status
      if now == size {
        writer.sealOrDiscard(packEntries(state.table, pack.entries, lastUse: written), end: end)
      } else {
        // It was added to before the writer died.
        writer.sealOrDiscard()
      }
    }
  }

  private func packEntries(
    _ table: ResultTable, _ numbers: Range<Int>, lastUse: UInt32
  ) -> [PackEntry] {
    numbers.map { number in
      let entry = table[number]
      return PackEntry(
        key: entry.key, offset: Int(entry.offset), length: Int(entry.length), lastUse: lastUse)
    }
  }

  /// What was used of the packs that were there; nil if nothing was since this was last asked.
  private func newUsage(_ state: inout State) -> ResultUsage? {
    guard state.isUsageNew else { return nil }
    state.isUsageNew = false
    state.usageTime = .now
    var usage = ResultUsage(time: FileTime.now)
    for pack in state.packs where pack.entries.upperBound <= state.used.count * 64 {
      var bits = ResultUsage.Bits(count: pack.entries.count)
      for (record, number) in pack.entries.enumerated()
      where state.used[number >> 6] >> UInt64(number & 63) & 1 == 1 {
        bits.insert(record)
      }
      if !bits.isEmpty { usage.packs[pack.file.id] = bits }
    }
    return usage
  }
}

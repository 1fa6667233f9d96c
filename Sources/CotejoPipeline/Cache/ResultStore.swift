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
    /// The packs that are read from, by number.
    var packs: [PackFile] = []
    /// How many entries the packs before each pack have.
    var firsts: [Int] = []
    /// One bit for each entry: whether this run used it.
    var used: [UInt64] = []
    /// What this run adds to, and the number of its first entry.
    var writer: PackWriter?
    var isAdding = true
    var hasAdopted = false
    /// Added since the last sync: bytes, and when that was.
    var unsynchronized = 0
    var synchronized = ContinuousClock.now
    var isSynchronizing = false
    /// Results that turned out to be damaged, by pack.
    var damaged: [UInt32: Int] = [:]
    var notices: [String] = []
  }

  private let folder: StoreFolder
  private let state: Mutex<State>
  /// The packs of dead writers, as far as could be told, which were read from end to end.
  private let unsealed: [String]

  /// How often what was added is synchronized, at least.
  private static let interval = Duration.seconds(2)
  private static let mostUnsynchronized = 16 << 20

  /// Opens the store in a folder; an empty one if there is no such folder, which is then made when
  /// something is added.
  ///
  /// - Throws: `stage`, naming the folder, if it cannot be read, or is none.
  public init(at folder: String) throws(PipelineError) {
    self.folder = StoreFolder(path: folder)
    var state = State()
    var unsealed: [String] = []
    var others = 0
    for item in try self.folder.packs() {
      guard let pack = self.folder.open(item) else { continue }
      let contents = PackContents(of: pack)
      guard contents.kind != .otherVersion else {
        others += 1
        continue
      }
      if item.ending == .open {
        unsealed.append(item.id)
      } else if contents.kind == .scanned {
        state.notices.append(
          "\(pack.path): notice: the index is damaged; \(contents.entries.count) results were found "
            + "without it")
      }
      state.firsts.append(state.table.count)
      state.table.reserve(state.table.count + contents.entries.count)
      let number = UInt32(state.packs.count)
      for entry in contents.entries {
        state.table.append(
          ResultTable.Entry(
            key: entry.key, offset: entry.offset, length: UInt32(entry.length), pack: number))
      }
      state.packs.append(pack)
    }
    if others > 0 {
      state.notices.append(
        "\(folder): notice: \(others) packs of results are of another version of the format; they are "
          + "left alone")
    }
    state.used = [UInt64](repeating: 0, count: (state.table.count + 63) / 64)
    self.state = Mutex(state)
    self.unsealed = unsealed
  }

  /// How many results can be found.
  public var count: Int { state.withLock { $0.table.count } }

  /// Whether there is a result of a key; its bytes are not looked at.
  public func contains(_ key: ResultKey) -> Bool {
    state.withLock { $0.table.find(key) != nil }
  }

  /// The bytes of a result; nil if there is none, or none that is as it was added.
  public func find(_ key: ResultKey) -> [UInt8]? {
    while true {
      let found = state.withLock { state -> (number: Int, entry: ResultTable.Entry, PackFile)? in
        guard let number = state.table.find(key) else { return nil }
        let entry = state.table[number]
        if number >> 6 < state.used.count { state.used[number >> 6] |= 1 << UInt64(number & 63) }
        return (number, entry, state.packs[Int(entry.pack)])
      }
      guard let (number, entry, pack) = found else { return nil }
      if let bytes = pack.payload(of: key, at: Int(entry.offset), length: Int(entry.length)) {
        return bytes
      }
      state.withLock { state in
        // Another thread may have found out, too.
        guard state.table[number].pack != ResultTable.nowhere else { return }
        state.table.dismiss(number)
        state.damaged[entry.pack, default: 0] += 1
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
    let isDue = state.withLock { state -> Bool in
      guard state.isAdding, bytes.count <= PackFormat.mostBytes, state.table.find(key) == nil
      else { return false }
      do throws(PackWriter.Failure) {
        let writer = try writer(&state)
        let offset = try writer.append(key, bytes)
        state.table.append(
          ResultTable.Entry(
            key: key, offset: UInt64(offset), length: UInt32(bytes.count),
            pack: UInt32(state.packs.count - 1)))
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

  /// The pack that this run adds to.
  private func writer(_ state: inout State) throws(PackWriter.Failure) -> PackWriter {
    if let writer = state.writer { return writer }
    let writer = try PackWriter(in: folder)
    state.writer = writer
    state.firsts.append(state.table.count)
    state.packs.append(writer.file)
    state.synchronized = ContinuousClock.now
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

  /// Waits until the disk has what was added; ``add(_:_:)-([UInt8],_)`` does so every 2 s or 16 MiB.
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
    state.withLock { state in
      state.isSynchronizing = false
      state.synchronized = ContinuousClock.now
      if let failure { end(&state, failure) }
    }
  }

  /// Seals what was added, so that the next opening reads its index alone.
  public func finish() {
    state.withLock { state in
      guard let writer = state.writer, let first = state.firsts.last else { return }
      state.writer = nil
      let entries = (first..<state.table.count).map { number in
        let entry = state.table[number]
        return PackEntry(
          key: entry.key, offset: Int(entry.offset), length: Int(entry.length), lastUse: 0)
      }
      do throws(PackWriter.Failure) {
        try writer.seal(entries)
      } catch {
        end(&state, error)
      }
    }
  }

  /// How many results turned out to be damaged.
  public var damaged: Int { state.withLock { $0.damaged.values.reduce(0, +) } }

  /// What a person should know, a line each: damaged files, a disk that cannot be written to.
  public var notices: [String] {
    state.withLock { state in
      state.notices
        + state.damaged.sorted { $0.key < $1.key }.map { pack, count in
          "\(state.packs[Int(pack)].path): notice: \(count) damaged results; they are made again"
        }
    }
  }
}

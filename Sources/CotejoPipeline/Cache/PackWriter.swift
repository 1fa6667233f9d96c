internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a pack.
///
/// Every record goes to the system at once, so that one that was added outlives the process; the disk has
/// it after ``PackFile/synchronize()``. As long as this object lives it holds the lock of the pack.
final class PackWriter: @unchecked Sendable {
  // Unchecked: its methods are called under the lock of the store, or by one thread.

  /// The system's reason that something could not be written, for people.
  struct Failure: Error, Hashable {
    let reason: String
    /// Whether a disk or a quota is full.
    let isLackOfRoom: Bool

    init(_ number: Int32) {
      reason = SystemCall.message(number)
      isLackOfRoom = number == ENOSPC || number == EDQUOT
    }
  }

  /// The pack, for reading.
  let file: PackFile
  /// Where the next record goes.
  private(set) var end: Int
  private let folder: StoreFolder

  private init(_ file: PackFile, in folder: StoreFolder, end: Int) {
    self.file = file
    self.folder = folder
    self.end = end
  }

  deinit {
    // The descriptor may live on for readers, and the lock with it.
    file.unlock()
  }

  /// Starts a pack of a new name, and makes the folder if it is not there.
  convenience init(in folder: StoreFolder) throws(Failure) {
    if !SystemCall.isFolder(folder.path) {
      do {
        try OutputFolder.make(folder.path)
      } catch {
        throw Failure(errno)
      }
    }
    while true {
      let id = StoreFolder.newID()
      let path = folder.path(id, .open)
      guard let file = PackFile(id: id, path: path, flags: O_RDWR | O_CREAT | O_EXCL) else {
        guard errno == EEXIST else { throw Failure(errno) }
        continue
      }
      // Between the making and the lock another run may take the pack for one of a dead writer: it will
      // remove it. Where there are no locks, nobody can take a writer for dead.
      guard file.lock() != .held, file.stands(at: path) else { continue }
      self.init(file, in: folder, end: 0)
      do throws(Failure) {
        try write([PackFormat.header])
      } catch {
        discard()
        throw error
      }
      return
    }
  }

  /// Takes over the pack of a dead writer, to seal it; nil if the writer lives, or somebody else has
  /// taken it over.
  convenience init?(adopting id: String, in folder: StoreFolder) {
    let path = folder.path(id, .open)
    guard let file = PackFile(id: id, path: path, flags: O_RDWR), file.lock() == .taken else {
      return nil
    }
    guard file.stands(at: path) else {
      file.unlock()
      return nil
    }
    self.init(file, in: folder, end: 0)
  }

  /// Adds a record; its offset.
  ///
  /// - Throws: The reason; then the pack is as before.
  func append(_ key: ResultKey, _ payload: [UInt8]) throws(Failure) -> Int {
    // A typed error does not come through the closure by itself.
    let result: Result<Int, Failure> = payload.withUnsafeBytes { bytes in
      Result { () throws(Failure) in try append(key, bytes) }
    }
    return try result.get()
  }

  /// Adds a record; its offset.
  ///
  /// - Throws: The reason; then the pack is as before.
  func append(_ key: ResultKey, _ payload: UnsafeRawBufferPointer) throws(Failure) -> Int {
    let start = end
    let header = RecordHeader(key: key, payload: payload).bytes
    // Small payloads are copied to save a call.
    if payload.count <= 1 << 14 {
      try write([header + payload])
    } else {
      try write([header])
      try write(payload, from: start)
    }
    return start
  }

  /// Writes the index of all records and gives the pack its final name.
  ///
  /// - Throws: The reason; then the pack is as before.
  func seal(_ entries: [PackEntry]) throws(Failure) {
    let start = end
    let hash = entries.withUnsafeBytes { xxh64($0) }
    let footer = PackFooter(indexOffset: start, count: entries.count, indexHash: hash)
    var failure: Failure?
    entries.withUnsafeBytes { bytes in
      do throws(Failure) {
        try write(bytes, from: start)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    try write(footer.bytes, from: start)
    guard fsync(file.descriptor) == 0,
      rename(folder.path(file.id, .open), folder.path(file.id, .sealed)) == 0
    else {
      let failure = Failure(errno)
      cut(to: start)
      throw failure
    }
    folder.synchronize()
    file.unlock()
  }

  /// Seals the pack of a dead writer up to the last record that is whole, or removes it if it holds none.
  ///
  /// Where that fails the pack is as before.
  func sealOrDiscard() {
    let contents = PackContents(of: file)
    guard contents.kind == .scanned else {
      // The writer died between the index and the new name.
      if contents.kind == .sealed {
        rename(folder.path(file.id, .open), folder.path(file.id, .sealed))
        file.unlock()
      }
      return
    }
    let written = file.status.written
    let entries = contents.entries.map { entry in
      var entry = entry
      entry.lastUse = written
      return entry
    }
    sealOrDiscard(entries, end: contents.end)
  }

  /// Seals the pack of a dead writer, or removes it if it holds no results.
  ///
  /// - Parameters:
  ///   - entries: Its results.
  ///   - end: Where the last of them ends; what stands there of another is cut off.
  func sealOrDiscard(_ entries: [PackEntry], end: Int) {
    guard !entries.isEmpty else { return discard() }
    do throws(Failure) {
      guard ftruncate(file.descriptor, off_t(end)) == 0 else { throw Failure(errno) }
      self.end = end
      try seal(entries)
    } catch {
      // The next run will try again.
    }
  }

  /// Removes the pack.
  func discard() {
    unlink(folder.path(file.id, .open))
    file.unlock()
  }

  private func write(_ pieces: [[UInt8]]) throws(Failure) {
    let start = end
    for piece in pieces { try write(piece, from: start) }
  }

  private func write(_ bytes: [UInt8], from start: Int) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBytes { bytes in
      do throws(Failure) {
        try write(bytes, from: start)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Writes at the end; on failure the file is cut at `start`.
  private func write(_ bytes: UnsafeRawBufferPointer, from start: Int) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let got = pwrite(
        file.descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done,
        off_t(end + done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        let failure = Failure(got < 0 ? errno : ENOSPC)
        cut(to: start)
        throw failure
      }
      done += got
    }
    end += done
  }

  private func cut(to size: Int) {
    // Where that fails, too, a reader stops at what is not whole.
    ftruncate(file.descriptor, off_t(size))
    end = size
  }
}

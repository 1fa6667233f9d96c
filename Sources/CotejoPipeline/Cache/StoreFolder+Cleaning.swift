internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension StoreFolder {
  /// The lock of whoever removes or rewrites sealed packs: a descriptor to close; nil where it cannot be
  /// had, with the reason in `errno`.
  func lock() -> Int32? {
    let path = SystemCall.path(of: ".lock", below: path)
    let descriptor = SystemCall.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let failure = errno
      // A file system without locks.
      guard failure == EINTR || failure == EWOULDBLOCK else { break }
      guard failure == EINTR else {
        close(descriptor)
        errno = failure
        return nil
      }
    }
    return descriptor
  }

  /// Removes a pack; false if it is gone, or of a writer that lives after all.
  func remove(_ pack: StoreSurvey.Pack) throws(PipelineError) -> Bool {
    for ending in [Ending.sealed, .open] {
      let path = path(pack.file.id, ending)
      guard pack.file.stands(at: path) else { continue }
      if ending == .open, pack.file.lock() != .taken { return false }
      defer { pack.file.unlock() }
      guard unlink(path) == 0 else { throw unwritable(path, SystemCall.message(errno)) }
      return true
    }
    return false
  }

  /// Writes results of packs into one new pack, each with the time of its last use; what is damaged is
  /// left out.
  ///
  /// - Returns: What the new pack holds.
  func rewrite(
    _ packs: [StoreSurvey.Pack], keeping kept: [[PackEntry]]
  ) throws(PipelineError) -> ResultCleaner.Amount {
    do throws(PackWriter.Failure) {
      let writer = try PackWriter(in: self)
      do throws(PackWriter.Failure) {
        var entries: [PackEntry] = []
        for (pack, kept) in zip(packs, kept) {
          for entry in kept {
            guard
              let payload = pack.file.payload(
                of: entry.key, at: Int(entry.offset), length: entry.length)
            else { continue }
            entries.append(
              PackEntry(
                key: entry.key, offset: try writer.append(entry.key, payload),
                length: entry.length, lastUse: entry.lastUse))
          }
        }
        guard !entries.isEmpty else {
          writer.discard()
          return ResultCleaner.Amount()
        }
        try writer.seal(entries)
        return ResultCleaner.Amount(
          packs: 1, results: entries.count, bytes: writer.file.status.size)
      } catch {
        writer.discard()
        throw error
      }
    } catch {
      let hint =
        "; what is kept of a file is written anew before the file goes: drop all, or make some room"
      throw unwritable(path, error.reason + (error.isLackOfRoom ? hint : ""))
    }
  }

  private func unwritable(_ path: String, _ reason: String) -> PipelineError {
    PipelineError(
      .unwritable, at: Place(file: path), "the results cannot be cleaned: \(reason)")
  }
}

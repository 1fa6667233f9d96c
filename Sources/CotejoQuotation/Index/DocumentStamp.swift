internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the file system says about a file: while all of it stays, the content is taken to.
struct DocumentStamp: Hashable, Sendable {
  /// Bytes.
  var size: UInt64 = 0
  /// When the content was last written, in nanoseconds since 1970.
  var modified: Int64 = 0
  /// When content, name or permissions last changed; programs cannot set it back.
  var changed: Int64 = 0
  /// The file's number, and that of the device that it lies on.
  var file: UInt64 = 0
  var device: UInt64 = 0

  /// A stamp that no file has: the content is compared the next time.
  static let unsettled = DocumentStamp()

  /// Clocks of file systems tick in up to two seconds (FAT; those of Linux in some milliseconds).
  private static let tick: Int64 = 2_000_000_000

  init() {}

  /// Asks about a file, following links; nil if it is not there or no regular file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = UInt64(truncatingIfNeeded: status.st_size)
    file = UInt64(truncatingIfNeeded: status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    #if canImport(Darwin)
    modified = Self.nanoseconds(status.st_mtimespec)
    changed = Self.nanoseconds(status.st_ctimespec)
    #else
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    #endif
  }

  /// Whether a later change of the file would show: one within the same tick of the clock as the
  /// last would leave the stamp as it is.
  func isSettled(at now: Int64) -> Bool { changed < now - Self.tick && modified < now - Self.tick }

  /// The present time, in nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

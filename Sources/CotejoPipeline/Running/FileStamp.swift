#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the system says of some files without their being read: it differs when one was written to
/// or put in the place of another.
struct FileStamp: Hashable, Sendable {
  /// The size of all of them; what cannot be asked counts nothing.
  let bytes: Int
  // One number for all of it: there is a stamp for each pair of a corpus. Another one in each process.
  private let state: Int

  /// Asks for the files at some paths; links are followed.
  init(_ paths: [String]) {
    var bytes = 0
    var hasher = Hasher()
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        hasher.combine(false)
        continue
      }
      bytes += Int(status.st_size)
      #if canImport(Darwin)
      let time = status.st_mtimespec
      #else
      let time = status.st_mtim
      #endif
      hasher.combine(status.st_dev)
      hasher.combine(status.st_ino)
      hasher.combine(status.st_size)
      hasher.combine(time.tv_sec)
      hasher.combine(time.tv_nsec)
    }
    self.bytes = bytes
    state = hasher.finalize()
  }
}

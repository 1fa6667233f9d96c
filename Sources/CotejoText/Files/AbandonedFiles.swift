#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Temporary files whose writers were killed: nobody else would ever remove them.
///
/// A writer holds a lock on its temporary for as long as it lives, which the system lets go when the
/// process ends in whatever way. Where the file system knows no locks nothing is taken for abandoned.
package enum AbandonedFiles {
  private static let prefix = ".cotejo-"
  private static let suffix = ".tmp"

  /// The name of a temporary: hidden, so that no folder of documents lists it.
  static func name(_ process: Int32, _ number: UInt32) -> String {
    // The name of the file itself may already be as long as the system allows.
    "\(prefix)\(process)-\(number)\(suffix)"
  }

  /// Takes the lock of a new temporary; false if somebody has removed it before that.
  static func claim(_ descriptor: Int32) -> Bool {
    guard lock(descriptor) != EWOULDBLOCK else { return false }
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink > 0
  }

  /// Removes the temporaries in a folder, not in those below it, whose writers live no more.
  package static func remove(from folder: String) {
    for name in names(in: folder) {
      let path = SystemCall.path(of: name, below: folder)
      // For writing, or network file systems give no such lock; a named pipe must not hold us up.
      let descriptor = SystemCall.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        lock(descriptor) == 0
      else { continue }
      unlink(path)
    }
  }

  /// 0, or the number of the error.
  private static func lock(_ descriptor: Int32) -> Int32 {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EINTR { return errno }
    }
    return 0
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if let name = String(validating: bytes, as: UTF8.self), isTemporary(name) {
        names.append(name)
      }
    }
    return names
  }

  /// Whether a name is one that `name` gives.
  private static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let numbers = name.dropFirst(prefix.count).dropLast(suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes folders for output.
public enum OutputFolder {
  /// Makes a folder and those above it, as far as they are not there.
  ///
  /// - Throws: `unwritable`; the place is the folder that cannot be made.
  public static func make(_ path: String) throws(TextError) {
    // A C string ends at the first NUL: such a path would silently name another folder.
    guard !path.utf8.contains(0) else {
      throw TextError(
        .unwritable, place: path, message: "the folder cannot be made: the path holds a NUL byte")
    }
    var end = path.utf8.startIndex
    while end < path.utf8.endIndex {
      let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
      let folder = String(path[..<slash])
      end = slash < path.utf8.endIndex ? path.utf8.index(after: slash) : slash
      guard !folder.isEmpty, mkdir(folder, 0o777) != 0 else { continue }
      let failure = errno
      var status = stat()
      // Roots and mounts may refuse with other errors than that they are there.
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        let reason = failure == EEXIST ? "it is a file" : SystemCall.message(failure)
        throw TextError(
          .unwritable, place: folder, message: "the folder cannot be made: \(reason)")
      }
    }
  }
}

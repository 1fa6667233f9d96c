#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes the folders that files are written to.
package enum OutputFolder {
  /// Makes a folder and those above it, where they are not there yet; links to folders are followed.
  ///
  /// - Throws: `unwritable`, naming the folder that cannot be made, with the reason.
  package static func make(_ path: String) throws(TextError) {
    // A C string ends at the first NUL: such a path would silently name another folder.
    guard !path.utf8.contains(0) else {
      throw TextError(
        .unwritable, place: path, message: "the folder cannot be made: the path holds a NUL byte")
    }
    var end = path.utf8.startIndex
    while end < path.utf8.endIndex {
      let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
      try makeOne(String(path[..<slash]))
      end = slash == path.utf8.endIndex ? slash : path.utf8.index(after: slash)
    }
  }

  private static func makeOne(_ folder: String) throws(TextError) {
    guard !folder.isEmpty, mkdir(folder, 0o777) != 0 else { return }
    let failure = errno
    // Roots and mounts may refuse with other errors than that they are there.
    if SystemCall.isFolder(folder) { return }
    let isThere = access(folder, F_OK) == 0
    let reason =
      failure != EEXIST
      ? SystemCall.message(failure) : isThere ? "it is a file" : "it is a link that leads nowhere"
    throw TextError(
      .unwritable, place: folder, message: "the folder cannot be made: \(reason)")
  }
}

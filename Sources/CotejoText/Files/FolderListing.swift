#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files below a folder.
package struct FolderListing: Sendable {
  /// Something below the folder that was not taken.
  package struct Ignored: Hashable, Sendable {
    /// Its path, below the folder.
    package var path: String
    /// Why, for people.
    package var reason: String
  }

  /// The paths of regular files, below the folder, in byte order.
  package private(set) var files: [String] = []
  /// The files below the folder that was set apart, as paths below that one, in byte order.
  package private(set) var apart: [String] = []
  /// What was met and not taken.
  package private(set) var ignored: [Ignored] = []
  /// Folders below it that cannot be opened, and the first error if the folder itself cannot.
  package private(set) var problems: [TextError] = []

  private struct Identity: Hashable {
    var device: UInt
    var file: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      file = UInt(status.st_ino)
    }
  }
  private var visited: Set<Identity> = []
  private let apartIdentity: Identity?

  /// Lists a folder and all folders below it.
  ///
  /// Hidden files and folders (`.…`) and editors' leavings (`…~`, `~$…`) are passed over. Links are
  /// followed; a folder that is reached twice is listed once, under the first of its paths in byte
  /// order of those that are met.
  /// - Parameters:
  ///   - folder: The folder.
  ///   - apart: A folder that may lie below it or be it, under whatever path: its files are listed
  ///     apart.
  package init(_ folder: String, settingApart apart: String? = nil) {
    var status = stat()
    apartIdentity = apart.flatMap { stat($0, &status) == 0 ? Identity(status) : nil }
    walk(folder, prefix: "", depth: 0, isApart: false)
    files.sort(by: Self.bytesPrecede)
    self.apart.sort(by: Self.bytesPrecede)
    ignored.sort { Self.bytesPrecede($0.path, $1.path) }
  }

  /// The order of paths: by their bytes, whatever the locale.
  package static func bytesPrecede(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private mutating func walk(_ folder: String, prefix: String, depth: Int, isApart: Bool) {
    var (prefix, isApart) = (prefix, isApart)
    guard let stream = opendir(folder) else {
      let reason = errno == ENOTDIR ? "it is a file" : SystemCall.message(errno)
      report(folder, reason)
      return
    }
    defer { closedir(stream) }
    var status = stat()
    if fstat(dirfd(stream), &status) == 0 {
      let identity = Identity(status)
      guard visited.insert(identity).inserted else { return }
      if identity == apartIdentity { (prefix, isApart) = ("", true) }
    }
    for name in names(in: stream, of: folder, prefix: prefix).sorted(by: Self.bytesPrecede) {
      let path = prefix + name
      let full = "\(folder)/\(name)"
      var status = stat()
      guard stat(full, &status) == 0 else {
        // Mostly a link that leads nowhere.
        ignored.append(Ignored(path: path, reason: SystemCall.message(errno)))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG where isApart: apart.append(path)
      case S_IFREG: files.append(path)
      case S_IFDIR:
        // Deeper than any corpus; a guard for the stack.
        if depth < 64 {
          walk(full, prefix: path + "/", depth: depth + 1, isApart: isApart)
        } else {
          ignored.append(Ignored(path: path, reason: "the folders are nested too deep"))
        }
      default: ignored.append(Ignored(path: path, reason: "not a regular file"))
      }
    }
  }

  /// The names in a folder that are not passed over.
  private mutating func names(
    in stream: OpaquePointer, of folder: String, prefix: String
  ) -> [String] {
    var names: [String] = []
    while true {
      // The end and an error differ in `errno` alone.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let first = bytes.first, first != UInt8(ascii: "."), bytes.last != UInt8(ascii: "~"),
        !bytes.starts(with: "~$".utf8)
      else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let shown = prefix + String(decoding: bytes, as: UTF8.self)
        ignored.append(Ignored(path: shown, reason: "its name is not UTF-8"))
        continue
      }
      names.append(name)
    }
    if errno != 0 { report(folder, SystemCall.message(errno)) }
    return names
  }

  private mutating func report(_ folder: String, _ reason: String) {
    problems.append(
      TextError(.unreadable, place: folder, message: "the folder cannot be read: \(reason)"))
  }
}

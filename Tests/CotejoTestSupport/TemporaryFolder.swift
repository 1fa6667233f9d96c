#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An empty folder for one test, removed with all that is in it.
///
/// It stands in `$TMPDIR`, or where the system keeps temporary files. It reads and writes without the
/// code under test.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    // The X are what mkdtemp replaces.
    let name = "cotejo-test-" + String(repeating: "X", count: 6)
    var template = Array("\(place.isEmpty ? P_tmpdir : place)/\(name)".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, mkdtemp(start) != nil else {
        preconditionFailure("no temporary folder can be made")
      }
      return String(cString: start)
    }
  }

  deinit {
    Self.remove(Array(path.utf8CString))
  }

  /// Removes what stands at a path, which ends with a zero; its bytes need not be UTF-8.
  private static func remove(_ path: [CChar]) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    // A test may have taken away the permissions that this needs.
    chmod(path, 0o700)
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    for name in names(in: path) { remove(path.dropLast() + [slash] + name) }
    rmdir(path)
  }

  /// The names in a folder, zeros at the ends.
  private static func names(in folder: [CChar]) -> [[CChar]] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      let dot = CChar(bitPattern: UInt8(ascii: "."))
      if name != [dot, 0], name != [dot, dot, 0] { names.append(name) }
    }
    return names
  }

  /// The names of what stands in the folder, or in one below it, sorted, hidden files too.
  package func names(in folder: String = "") -> [String] {
    Self.names(in: Array((folder.isEmpty ? path : file(folder)).utf8CString)).map { name in
      String(decoding: name.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }.sorted()
  }

  /// The full path of a file below, whether it is there or not.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder below, with those above it; its full path.
  @discardableResult
  package func folder(_ name: String) -> String {
    var made = path
    for part in name.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o777)
    }
    return made
  }

  /// Removes a file below, or a folder with all that is in it.
  package func remove(_ name: String) { Self.remove(Array(file(name).utf8CString)) }

  /// Makes a link below.
  package func link(_ target: String, _ name: String) {
    symlink(target, file(name))
  }

  /// Writes a file below as it is, whatever its name says, and the folders that it needs; its full
  /// path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) -> String {
    if let slash = name.lastIndex(of: "/") { folder(String(name[..<slash])) }
    guard let stream = fopen(file(name), "w") else {
      preconditionFailure("'\(file(name))' cannot be written")
    }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    return file(name)
  }

  /// Writes the UTF-8 of a text to a file below.
  @discardableResult
  package func write(_ text: String, to name: String) -> String {
    write(Array(text.utf8), to: name)
  }

  /// The bytes of a file below as they are, whatever its name says; none where there is no file.
  package func bytes(_ name: String) -> [UInt8] {
    guard let stream = fopen(file(name), "r") else { return [] }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The text of a file below.
  package func text(_ name: String) -> String {
    String(decoding: bytes(name), as: UTF8.self)
  }
}

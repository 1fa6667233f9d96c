import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder for one test, removed with all that is in it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/cotejo-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/tmp/cotejo"
    }
  }

  deinit {
    // Below a folder whose permissions a test has taken away nothing could be removed.
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    chmod(path, 0o700)
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The names of what stands in the folder, or in one below it, hidden files too.
  func names(in folder: String = "") -> [String] {
    Self.names(in: folder.isEmpty ? path : "\(path)/\(folder)")
  }

  /// Makes a folder below.
  @discardableResult
  func folder(_ name: String) -> String {
    var made = path
    for part in name.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o777)
    }
    return made
  }

  /// Makes a link below.
  func link(_ target: String, _ name: String) {
    symlink(target, "\(path)/\(name)")
  }

  /// Writes a file below, and the folders that it needs.
  func write(_ text: String, to name: String) {
    write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) {
    if let slash = name.lastIndex(of: "/") { folder(String(name[..<slash])) }
    guard let file = fopen("\(path)/\(name)", "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The bytes of a file below.
  func bytes(_ name: String) throws -> [UInt8] {
    try InputFile.bytes(of: "\(path)/\(name)")
  }

  /// The text of a file below.
  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}

internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that a stage runs: the file that was found for a command, and what it is started with.
struct Program: Hashable, Sendable {
  /// The command of a stage, as the plan has it.
  enum Command: Hashable, Sendable {
    /// The program and its arguments, run without a shell.
    case list([String])
    /// A line for `/bin/sh -c`.
    case shell(String)
  }

  /// The shell of POSIX.
  static let shell = "/bin/sh"

  /// What people call it: the first word of the command, or the shell.
  let name: String
  /// The file that is run.
  let path: String
  /// What the program gets as its arguments, its own name first.
  let arguments: [String]
  /// Variables that are set for it beside those of this process, `NAME=value` each.
  let variables: [String]
  /// What its content and that of the files among its arguments comes to, a fingerprint each.
  let fingerprints: [String]

  /// Looks a command up.
  ///
  /// A name without a slash is looked for in the folders of `PATH`, any other path goes from the
  /// working directory.
  ///
  /// - Parameters:
  ///   - command: What is to be run.
  ///   - variables: What is to be set for it, `NAME=value` each.
  /// - Throws: What is wrong: there is no such file, or it is none that can be run.
  init(_ command: Command, variables: [String]) throws(Absence) {
    self.variables = variables
    let words: [Substring]
    switch command {
    case .list(let list):
      guard let name = list.first else { throw Absence(message: "the command is empty") }
      self.name = name
      arguments = list
      path = try Self.path(of: name)
      words = list.dropFirst().map { $0[...] }
    case .shell(let line):
      name = "sh"
      path = try Self.path(of: Self.shell)
      arguments = ["sh", "-c", line]
      // Bytes, as a mark that joins the character before it is no part of that.
      words = line.utf8.split { " \t\r\n;|&<>()\"'".utf8.contains($0) }.map(Substring.init)
    }
    fingerprints = [Self.fingerprint(of: path)] + words.compactMap(Self.fingerprint(ofWord:))
  }

  /// Why there is nothing to run.
  struct Absence: Error, Hashable {
    /// One phrase, without the stage.
    let message: String
  }

  /// The file that a name stands for.
  private static func path(of name: String) throws(Absence) -> String {
    if name.utf8.contains(UInt8(ascii: "/")) {
      if let reason = obstacle(at: name) {
        throw Absence(message: "the program '\(name)' \(reason)")
      }
      return name
    }
    // As the shell has it, an empty entry is the working directory.
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin")
      .utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var refused: String?
    for folder in folders {
      let path = SystemCall.path(of: name, below: folder.isEmpty ? "." : String(Substring(folder)))
      guard let reason = obstacle(at: path) else { return path }
      if SystemCall.isThere(path), !SystemCall.isFolder(path) {
        refused = refused ?? "\(path) \(reason)"
      }
    }
    throw Absence(
      message: "the program '\(name)' is in no folder of PATH"
        + (refused.map { " where it could be run: \($0)" } ?? ""))
  }

  /// Why a file cannot be run; nil if it can.
  private static func obstacle(at path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return "cannot be run: \(SystemCall.message(errno))" }
    guard status.st_mode & S_IFMT == S_IFREG else { return "is no file that could be run" }
    return access(path, X_OK) == 0 ? nil : "cannot be run: \(SystemCall.message(errno))"
  }

  /// The fingerprint of the file that an argument names, be it behind `=`; nil if it names none.
  private static func fingerprint(ofWord word: Substring) -> String? {
    var candidates = [word]
    if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
      candidates.append(word[word.utf8.index(after: equals)...])
    }
    for path in candidates.lazy.map(String.init) where !path.isEmpty {
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        return fingerprint(of: path)
      }
    }
    return nil
  }

  /// The hash of a file; of one that may be run but not be read, its size and time.
  private static func fingerprint(of path: String) -> String {
    if let digest = try? FileDigest(of: path) { return digest.hash.description }
    var status = stat()
    guard stat(path, &status) == 0 else { return "gone" }
    return "\(status.st_size) bytes of \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}

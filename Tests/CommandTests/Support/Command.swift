import Foundation

/// Runs the binary that stands beside the tests.
enum Command {
  /// What a run of the binary left.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The path of the binary; `COTEJO_BINARY` has the tests run another, such as a release.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["COTEJO_BINARY"] { return path }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/cotejo"
  }()

  /// Runs the binary to its end, with some variables of the environment set.
  static func run(
    _ arguments: [String], in folder: String? = nil, setting variables: [String: String] = [:]
  ) throws -> Result {
    let (process, output, errors) = try start(arguments, in: folder, setting: variables)
    return finish(process, output, errors)
  }

  /// Starts the binary; its output goes to files, so that no pipe can fill up and hold it.
  static func start(
    _ arguments: [String], in folder: String? = nil, setting variables: [String: String] = [:]
  ) throws -> (process: Process, output: URL, errors: URL) {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let output = base.appendingPathExtension("out")
    let errors = base.appendingPathExtension("err")
    for url in [output, errors] {
      try Data().write(to: url)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // What tests leave is no business of the user's cache.
    let cache = folder.map { "\($0)-cache" } ?? base.appendingPathExtension("cache").path
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COTEJO_CACHE": cache]) { $1 }.merging(variables) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output, errors)
  }

  /// Waits for the end.
  static func finish(_ process: Process, _ output: URL, _ errors: URL) -> Result {
    process.waitUntilExit()
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: errors)
    }
    func text(_ url: URL) -> String {
      String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self)
    }
    return Result(
      status: process.terminationStatus, output: text(output), errors: text(errors))
  }
}

public import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files that every run writes beside its exports.
public enum RunFile: String, CaseIterable, Sendable {
  /// What went in, what was done, what came out.
  case manifest = "manifest.json"
  /// The beads that were rejected, with stage and reason.
  case rejected = "rejected.jsonl"
  /// The pairs that a check has something to say of; only where a stage checks.
  case findings = "findings.jsonl"
  /// The documents that could not be read or aligned, with the error.
  case quarantine = "quarantine.jsonl"
  /// What programs wrote to standard error; only where a stage runs one.
  case messages = "messages.jsonl"
}

/// Where a run writes, and what its files say of it.
public struct RunContext: Sendable {
  /// The output folder.
  public let folder: String
  /// The language of the originals.
  public let source: LanguageTag
  /// The language of the renderings.
  public let target: LanguageTag
  /// The version of the program.
  public let version: String

  /// Says where a run writes; nothing is made there yet.
  ///
  /// - Parameters:
  ///   - folder: The output folder.
  ///   - source: The language of the originals.
  ///   - target: The language of the renderings.
  ///   - version: The version of the program.
  public init(folder: String, source: LanguageTag, target: LanguageTag, version: String) {
    self.folder = folder
    self.source = source
    self.target = target
    self.version = version
  }

  /// The path of a file below the output folder, as the system takes it.
  public func path(of file: String) -> String {
    folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
  }

  /// Makes the output folder, and those that a file in it needs; gives the file's full path.
  ///
  /// What killed runs left half-written there goes.
  ///
  /// - Throws: `unwritable`, naming the folder that cannot be made.
  func makeFolders(for file: String) throws(PipelineError) -> String {
    let full = path(of: file)
    do {
      if let slash = full.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let folder = String(full[..<slash])
        try OutputFolder.make(folder)
        AbandonedFiles.remove(from: folder)
      }
    } catch {
      throw PipelineError(unwritable: error)
    }
    return full
  }

  /// Whether a file of an earlier run is there.
  func holds(_ file: RunFile) -> Bool { access(path(of: file.rawValue), F_OK) == 0 }

  /// Removes a file of an earlier run.
  ///
  /// - Throws: `unwritable` where it is there and stays.
  func remove(_ file: RunFile) throws(PipelineError) {
    let full = path(of: file.rawValue)
    guard unlink(full) != 0, errno != ENOENT else { return }
    throw PipelineError(
      .unwritable, at: Place(file: full), "cannot be replaced: \(SystemCall.message(errno))")
  }
}

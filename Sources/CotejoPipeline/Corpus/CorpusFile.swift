public import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What `corpus.yml` says of the folder it lies in, so that pipelines need not repeat it.
///
/// What a pipeline says wins. `roles`, `transcripts`, `speakers` and `charset` read as in an input of
/// a pipeline; `licence` and `source` are words for people, which go into the manifest.
public struct CorpusFile: Sendable {
  /// The name of the file, below the corpus folder.
  public static let name = "corpus.yml"

  /// The languages of the originals and of the renderings, where it says so.
  public var languages: Languages?
  /// What may be done with the documents.
  public var licence: String?
  /// Where the documents come from.
  public var source: String?
  /// What an input has besides, unread: the language tags of a pipeline decide how.
  var entries: [ConfigurationNode.Entry] = []

  /// The languages of a corpus.
  public struct Languages: Hashable, Sendable {
    /// That of the originals.
    public var source: LanguageTag
    /// That of the renderings.
    public var target: LanguageTag
  }

  /// The keys that are those of a pipeline's input.
  static let inputKeys = ["roles", "transcripts", "speakers", "charset"]

  /// A corpus file, or what is wrong with it.
  struct Reading {
    var file: CorpusFile?
    var problems: [PipelineError] = []
  }

  /// Reads the file of a folder, if there is one.
  static func read(inFolder folder: String) -> Reading {
    let path = SystemCall.path(of: name, below: folder)
    var status = stat()
    // That a folder is not there is told by whoever lists its documents.
    guard !folder.isEmpty, !folder.utf8.contains(0), lstat(path, &status) == 0 else {
      return Reading()
    }
    func refused(_ message: String) -> Reading {
      Reading(problems: [PipelineError(.configuration, at: Place(file: path), message)])
    }
    // A pipe would keep the reader waiting.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return refused("it is not a regular file")
    }
    do {
      return read(try InputFile.bytes(of: path), file: path)
    } catch {
      return refused(error.message)
    }
  }

  /// Reads a file from its bytes; `path` names it in problems.
  static func read(_ bytes: [UInt8], file path: String) -> Reading {
    var yaml = YAMLReader(
      file: path,
      emptyHint: "leave it away, or say in it what it holds, such as 'licence: CC0-1.0'")
    guard let root = yaml.read(bytes) else { return Reading(problems: yaml.problems) }
    var reader = MappingReader(root, what: name)
    var file = CorpusFile()
    var problems = yaml.problems
    if let entry = reader.entry("languages") {
      var languages = LanguagesReader()
      file.languages = languages.read(entry.value).map { Languages(source: $0, target: $1) }
      problems += languages.problems
    }
    for key in inputKeys {
      if let entry = reader.entry(key) { file.entries.append(entry) }
    }
    file.licence = reader.line("licence")
    file.source = reader.line("source")
    problems += reader.finish()
    return Reading(file: problems.isEmpty ? file : nil, problems: problems)
  }

  /// Adds to an input what the pipeline leaves open.
  ///
  /// - Parameters:
  ///   - input: The input's mapping in the pipeline; anything else stays as it is.
  ///   - languages: Those of the pipeline, which tell the patterns of `roles` apart.
  /// - Returns: The input's mapping, completed.
  func completing(
    _ input: ConfigurationNode, _ languages: (source: LanguageTag, target: LanguageTag)?
  ) -> ConfigurationNode {
    let given: [ConfigurationNode.Entry]
    switch input.value {
    case .mapping(let entries): given = entries
    case .null: given = []
    case .scalar, .sequence: return input
    }
    func value(_ key: String) -> ConfigurationNode? {
      guard let value = given.first(where: { $0.key == key })?.value else { return nil }
      if case .null = value.value { return nil }
      return value
    }
    func isOriginal(_ entry: ConfigurationNode.Entry) -> Bool {
      guard let languages, let tag = try? LanguageTag(entry.key) else { return false }
      return tag == languages.source || tag.description == languages.source.language
    }
    var result = given
    for var entry in entries {
      // A table says all about what belongs together.
      if ["roles", "transcripts"].contains(entry.key), value("manifest") != nil { continue }
      switch entry.key {
      case "roles":
        // Articles have no originals of their own.
        if value("transcripts") != nil, case .mapping(let roles) = entry.value.value {
          entry.value.value = .mapping(roles.filter { !isOriginal($0) })
        }
      case "transcripts":
        if case .mapping(let roles)? = value("roles")?.value, roles.contains(where: isOriginal) {
          continue
        }
      case "speakers":
        if case .mapping(let own)? = value("speakers")?.value,
          case .mapping(let known) = entry.value.value
        {
          result.removeAll { $0.key == "speakers" }
          entry.value.value = .mapping(
            own + known.filter { speaker in !own.contains { $0.key == speaker.key } })
        }
      default: break
      }
      result.removeAll { $0.key == entry.key && value($0.key) == nil }
      if !result.contains(where: { $0.key == entry.key }) { result.append(entry) }
    }
    return ConfigurationNode(value: .mapping(result), place: input.place)
  }
}

extension MappingReader {
  /// The text of a key on one line, as manifests and messages show it; empty text is a fault.
  fileprivate mutating func line(_ key: String) -> String? {
    guard let (text, place) = text(key) else { return nil }
    let line = text.split { $0.isNewline }.joined(separator: " ")
    if line.isEmpty {
      report(place, "'\(key)' is empty")
      return nil
    }
    return line
  }
}

public import CotejoText

/// What the `corpus.yml` of the inputs' folders says in place of the pipeline.
extension PlanReader {
  /// The languages of the pipeline, or else those that the folders of all inputs agree on.
  mutating func languages(
    of reader: inout MappingReader, _ inputs: ConfigurationNode?,
    _ corpora: [(input: String?, folder: String)]
  ) -> (source: LanguageTag, target: LanguageTag)? {
    if let entry = reader.entry("languages") {
      var languages = LanguagesReader()
      defer { problems += languages.problems }
      return languages.read(entry.value)
    }
    var told: [(input: String, languages: CorpusFile.Languages?)] = []
    if case .mapping(let entries)? = inputs?.value {
      // What is wrong with the folders of the command line is told when the inputs are read.
      let before = problems.count
      let folders = folders(corpora, inputs: entries.map(\.key))
      problems.removeSubrange(before...)
      for entry in entries {
        let folder = folders[entry.key] ?? entry.value["corpus"]?.text
        let file = folder.flatMap { CorpusFile.read(inFolder: $0).file }
        told.append((entry.key, file?.languages))
      }
    }
    if let first = told.first?.languages, told.allSatisfy({ $0.languages == first }) {
      return (first.source, first.target)
    }
    let texts = told.compactMap { input, languages in
      languages.map { "\(input): {source: \($0.source), target: \($0.target)}" }
    }
    let rest =
      texts.isEmpty ? "" : "; the folders do not say the same: \(texts.joined(separator: ", "))"
    _ = reader.required("languages", "{source: es, target: en}\(rest)")
    return nil
  }

  /// An input with what the `corpus.yml` of its folder says besides.
  mutating func completed(
    _ entry: ConfigurationNode.Entry, _ languages: (source: LanguageTag, target: LanguageTag)?,
    folder: String?
  ) -> (entry: ConfigurationNode.Entry, file: CorpusFile?) {
    guard let folder = folder ?? entry.value["corpus"]?.text else { return (entry, nil) }
    let reading = CorpusFile.read(inFolder: folder)
    problems += reading.problems
    var entry = entry
    if let file = reading.file { entry.value = file.completing(entry.value, languages) }
    return (entry, reading.file)
  }

  /// Reads a folder by itself, as an input that says nothing else.
  ///
  /// - Parameters:
  ///   - folder: The corpus folder.
  ///   - source: The language of the originals; `nil` for what the folder's `corpus.yml` says, or else
  ///     Spanish.
  ///   - target: The language of the renderings; `nil` for what the folder's `corpus.yml` says, or else
  ///     English.
  /// - Returns: The input with its languages, or at least one problem.
  public static func input(
    corpus folder: String, source: LanguageTag? = nil, target: LanguageTag? = nil
  ) -> FolderReading {
    var reader = PlanReader(file: folder)
    let said = CorpusFile.read(inFolder: folder).file?.languages
    let place = Place(file: folder)
    // A side that is given leaves the other one of the folder's languages to the other side.
    func other(than given: LanguageTag?, _ first: LanguageTag?, _ second: LanguageTag?)
      -> LanguageTag?
    {
      first == given ? second : first
    }
    let left = source ?? other(than: target, said?.source, said?.target) ?? spanish
    let right = target ?? other(than: left, said?.target, said?.source) ?? english
    let node = ConfigurationNode(
      value: .mapping([
        ConfigurationNode.Entry(
          key: "corpus", place: place,
          value: ConfigurationNode(value: .scalar(folder, quoted: true), place: place))
      ]), place: place)
    let given = ConfigurationNode.Entry(key: "documents", place: place, value: node)
    let (entry, file) = reader.completed(given, (left, right), folder: nil)
    var input = reader.input(entry, (left, right), folder: nil)
    input?.licence = file?.licence
    input?.origin = file?.source
    return FolderReading(
      input: reader.problems.isEmpty ? input : nil, source: left, target: right,
      problems: reader.problems)
  }

  private static let spanish = LanguageTag(known: "es")
  private static let english = LanguageTag(known: "en")
}

/// A folder as an input, or what is wrong with its `corpus.yml`.
public struct FolderReading: Sendable {
  /// The input; `nil` exactly where there are problems.
  public var input: PlannedInput?
  /// The language of the originals.
  public var source: LanguageTag
  /// The language of the renderings.
  public var target: LanguageTag
  /// The problems, each with its place.
  public var problems: [PipelineError]
}

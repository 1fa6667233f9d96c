/// The formats of files that hold pairs to be checked.
public enum PairFileFormat: String, CaseIterable, Hashable, Sendable {
  /// Columns with tabs between them: the original, the rendering, and whatever else; nothing quoted.
  case tsv
  /// An object a line: `{"id":"7","source":"…","target":"…"}`, or the record of an alignment, whose
  /// sides are arrays of `{"text":"…"}`.
  case jsonl
  /// Translation Memory eXchange 1.4b.
  case tmx
  /// XLIFF 1.2, 2.0 and 2.1.
  case xliff
  /// Messages of GNU gettext.
  case po

  /// The format that a file's name tells, with or without `.gz`; `nil` if it tells none.
  public init?(path: String) {
    let name = CompressedFile.nameWithoutCompression(path).lowercased()
    let endings: [(String, Self)] = [
      (".tsv", .tsv), (".tab", .tsv), (".txt", .tsv), (".jsonl", .jsonl), (".ndjson", .jsonl),
      (".tmx", .tmx), (".xlf", .xliff), (".xliff", .xliff), (".po", .po), (".pot", .po),
    ]
    guard let format = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
    self = format.1
  }
}

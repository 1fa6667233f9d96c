internal import CotejoText

/// The text files below one folder of a corpus, and what some of them look like inside.
struct SurveyedFolder {
  /// The folder, below the corpus folder; empty for the corpus folder itself.
  let name: String
  /// The files, by their paths below the corpus folder.
  let files: [String]
  /// What some of them look like.
  let sample: DocumentSample

  /// The pattern that takes most of the files: those of one depth and ending.
  let pattern: String

  /// The paths below the folder without their endings, which join pairs.
  let keys: Set<String>

  /// Looks at the files of a folder.
  init?(
    _ name: String, _ files: [String], below corpus: String,
    _ identifier: inout LanguageIdentifier
  ) {
    guard !name.contains("{"), !name.contains("}"), !files.isEmpty else { return nil }
    self.name = name
    self.files = files
    sample = DocumentSample(files, below: corpus, &identifier)
    var shapes: [String: Int] = [:]
    var keys: Set<String> = []
    for file in files {
      let inner = name.isEmpty ? file[...] : file.dropFirst(name.count + 1)
      let dot = inner.lastIndex(of: ".") ?? inner.endIndex
      let depth = inner.split(separator: "/").count - 1
      let folders = (0..<depth).map { $0 == 0 ? "{folder}/" : "{folder\($0 + 1)}/" }.joined()
      shapes[folders + "{stem}" + inner[dot...], default: 0] += 1
      keys.insert(String(inner[..<dot]))
    }
    self.keys = keys
    let shape = shapes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "{stem}.txt"
    pattern = name.isEmpty ? shape : "\(name)/\(shape)"
  }

  /// Whether the files of both have their names in common: half of those of the smaller, at least.
  func shares(with other: SurveyedFolder) -> Bool {
    keys.intersection(other.keys).count * 2 >= min(keys.count, other.keys.count)
  }
}

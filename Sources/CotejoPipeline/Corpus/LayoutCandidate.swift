/// The documents of a corpus as one layout would see them.
struct LayoutCandidate {
  /// A file that the layout takes for a document.
  struct Document {
    var path: String
    var key: String
    var side: LanguageNames.Side
    /// The name that told its language, such as `es-MX`.
    var languageName: String
    var isExact: Bool
  }

  let layout: CorpusLayout
  private(set) var documents: [Document] = []
  /// Names that could stand for the same side, where none is exact.
  private(set) var ambiguous: [String] = []

  /// Whether the layout finds at least one document on either side under a common key.
  private(set) var fits = false

  /// Sorts `files`, paths below the corpus folder, by `layout`: `lines`, `folders` or `suffixes`.
  init(_ layout: CorpusLayout, _ files: [String], _ names: LanguageNames) {
    self.layout = layout
    var found: [Document] = []
    for file in files {
      guard let document = Self.document(file, layout, names) else { continue }
      found.append(document)
    }
    for side in [LanguageNames.Side.source, .target] {
      let ofSide = found.filter { $0.side == side }
      let exact = ofSide.filter(\.isExact)
      if !exact.isEmpty {
        documents += exact
        continue
      }
      let variants = Set(ofSide.map { $0.languageName.lowercased() })
      if variants.count > 1 { ambiguous += variants.sorted() }
      documents += ofSide
    }
    let sources = Set(documents.lazy.filter { $0.side == .source }.map(\.key))
    fits = documents.contains { $0.side == .target && sources.contains($0.key) }
  }

  private static func document(
    _ file: String, _ layout: CorpusLayout, _ names: LanguageNames
  ) -> Document? {
    let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { file[file.utf8.index(after: $0)...] } ?? file[...]
    let folder = slash.map { file[...$0] } ?? ""
    switch layout {
    case .lines:
      guard let (stem, tag) = split(name), let (side, isExact) = names.side(of: tag) else {
        return nil
      }
      return Document(
        path: file, key: "\(folder)\(stem)", side: side, languageName: String(tag),
        isExact: isExact)
    case .suffixes:
      guard let stem = withoutTextExtension(name), let (key, tag) = split(stem),
        let (side, isExact) = names.side(of: tag)
      else { return nil }
      return Document(
        path: file, key: "\(folder)\(key)", side: side, languageName: String(tag),
        isExact: isExact)
    case .folders:
      guard let first = file.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      let tag = file[..<first]
      guard let (side, isExact) = names.side(of: tag),
        var stem = withoutTextExtension(file[file.utf8.index(after: first)...])
      else { return nil }
      // es/a.es.txt and en/a.en.txt say the language twice.
      if let (shorter, inner) = split(stem), names.side(of: inner)?.side == side { stem = shorter }
      return Document(
        path: file, key: String(stem), side: side, languageName: String(tag), isExact: isExact)
    case .roles, .articles, .manifest: return nil
    }
  }

  /// What stands before the last `.` and behind it; both are there.
  private static func split(_ name: Substring) -> (stem: Substring, last: Substring)? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    let last = name[name.utf8.index(after: dot)...]
    guard !last.isEmpty, name[..<dot].utf8.last != UInt8(ascii: "/") else { return nil }
    return (name[..<dot], last)
  }

  /// The name of a plain text file without its extension; `nil` for other files.
  private static func withoutTextExtension(_ name: Substring) -> Substring? {
    guard let (stem, last) = split(name) else { return nil }
    return textExtensions.contains(last.lowercased()) ? stem : nil
  }

  /// The extensions of plain text.
  static let textExtensions: Set<String> = ["txt", "text"]
}

internal import CotejoText

/// Finds languages in the names of folders and files.
struct NamedDocuments {
  /// The files, by their paths below the corpus folder.
  let files: [String]
  /// The languages that a name may stand for, without regions: `md` and `sh` are tags, too.
  let known: Set<String>

  /// A path with the language that its name tells, and a pattern for such paths.
  struct Document {
    var language: LanguageTag
    var pattern: String
    /// The pattern with `*` where the language stands.
    var family: String
  }

  /// The languages that the names of some files tell.
  var languages: [LanguageTag] {
    var found: Set<LanguageTag> = []
    for file in files {
      let parts = file.split(separator: "/")
      guard let name = parts.last else { continue }
      if parts.count > 1, let tag = tag(parts[0]) { found.insert(tag) }
      let pieces = name.split(separator: ".")
      if pieces.count > 1, let tag = tag(pieces[pieces.count - 1]) { found.insert(tag) }
      if pieces.count > 2, Self.isText(name), let tag = tag(pieces[pieces.count - 2]) {
        found.insert(tag)
      }
      if let document = document(file) { found.insert(document.language) }
    }
    return found.sorted()
  }

  /// The pairs of patterns by which documents in both languages can be found that have the rest of
  /// their paths in common, those with most pairs first; only patterns of the shape
  /// `…/es/…/{stem}.txt`, `{stem}_es.txt` or `es-{stem}.txt`.
  func patterns(
    _ source: LanguageTag, _ target: LanguageTag
  ) -> [(source: String, target: String, pairs: Int)] {
    var sides: [String: (source: String?, target: String?)] = [:]
    for file in files {
      guard let document = document(file) else { continue }
      if document.language == source {
        sides[document.family, default: (nil, nil)].source = document.pattern
      }
      if document.language == target {
        sides[document.family, default: (nil, nil)].target = document.pattern
      }
    }
    var found: [(source: String, target: String, pairs: Int)] = []
    for case (let left?, let right?) in sides.values {
      let pairs = pairs(left, right)
      if pairs > 0 { found.append((left, right, pairs)) }
    }
    return found.sorted { ($1.pairs, $0.source) < ($0.pairs, $1.source) }
  }

  private func pairs(_ left: String, _ right: String) -> Int {
    guard case .success(let source) = PathPattern.read(left),
      case .success(let target) = PathPattern.read(right)
    else { return 0 }
    let sources = Set(files.compactMap { source.match($0) })
    return files.count { target.match($0).map(sources.contains) ?? false }
  }

  /// What the name of a text file tells, from its end on: the first part that is a language.
  private func document(_ file: String) -> Document? {
    let parts = file.split(separator: "/")
    guard let name = parts.last, Self.isText(name), !file.contains("{"), !file.contains("}"),
      let dot = name.lastIndex(of: ".")
    else { return nil }
    let (stem, ending) = (name[..<dot], name[dot...])
    // Of folders only their number counts, as `{stem}` does not cross '/'.
    let folders = (0..<parts.count - 1).map { $0 == 0 ? "{folder}" : "{folder\($0 + 1)}" }
    if let (language, before, after) = split(stem) {
      let head = folders.map { $0 + "/" }.joined()
      return Document(
        language: language,
        pattern: "\(head)\(before)\(Self.text(of: language, in: stem))\(after)\(ending)",
        family: "\(head)\(before)*\(after)\(ending)")
    }
    for index in (0..<parts.count - 1).reversed() {
      guard let tag = tag(parts[index]) else { continue }
      func path(_ part: String) -> String {
        (folders[..<index] + [part] + folders[(index + 1)...]).map { $0 + "/" }.joined()
          + "{stem}\(ending)"
      }
      return Document(language: tag, pattern: path(String(parts[index])), family: path("*"))
    }
    return nil
  }

  /// The language at the end or the start of a file's stem, behind or before `_` or `-`.
  private func split(_ stem: Substring) -> (language: LanguageTag, before: String, after: String)? {
    for mark in ["_", "-", "."] {
      let pieces = stem.split(separator: Character(mark), omittingEmptySubsequences: false)
      guard pieces.count > 1 else { continue }
      if let tag = tag(pieces[pieces.count - 1]), !pieces[0].isEmpty {
        return (tag, "{stem}\(mark)", "")
      }
      if let tag = tag(pieces[0]), !pieces[1].isEmpty { return (tag, "", "\(mark){stem}") }
    }
    return nil
  }

  /// The language as the stem writes it.
  private static func text(of language: LanguageTag, in stem: Substring) -> String {
    let size = language.description.utf8.count
    for candidate in [stem.suffix(size), stem.prefix(size)] {
      if (try? LanguageTag(String(candidate))) == language { return String(candidate) }
    }
    return language.description
  }

  /// The language that a name stands for.
  private func tag(_ name: Substring) -> LanguageTag? {
    guard name.utf8.count <= 10, let tag = try? LanguageTag(String(name)),
      known.contains(tag.language)
    else { return nil }
    return tag
  }

  static func isText(_ name: Substring) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return LayoutCandidate.textExtensions.contains(name[dot...].dropFirst().lowercased())
  }
}

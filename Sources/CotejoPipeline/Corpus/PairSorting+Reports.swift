internal import CotejoText

/// What a reading says where pairs cannot be found.
extension PairSorting {
  /// Reports that no layout fits, with what each of them found.
  mutating func explainLayouts() {
    let best = candidates.max { $0.documents.count < $1.documents.count }
    let documents = best?.documents ?? []
    let lookedFor =
      "manifest.tsv, "
      + candidates.map { describe($0.layout) }.joined(separator: ", ")
    explain(
      lookedFor: lookedFor,
      sources: documents.filter { $0.side == .source }.map { ($0.key, $0.path) },
      targets: documents.filter { $0.side == .target }.map { ($0.key, $0.path) })
  }

  /// Reports that there are no pairs: what was looked for, what was found, the nearest miss.
  mutating func explain(
    lookedFor: String, sources: [(key: String, path: String)],
    targets: [(key: String, path: String)]
  ) {
    var lines = ["no pairs of documents in '\(names.source)' and '\(names.target)'"]
    lines.append("looked for: \(lookedFor)")
    if listing.files.isEmpty {
      lines.append("found: no files")
    } else if sources.isEmpty, targets.isEmpty {
      let some = listing.files.prefix(3).joined(separator: ", ")
      let more = listing.files.count > 3 ? ", …" : ""
      lines.append(
        "found: \(listing.files.count) files, none for either language (\(some)\(more))")
    } else {
      func count(_ found: [(key: String, path: String)], _ language: LanguageTag) -> String {
        guard let first = found.first else { return "none for '\(language)'" }
        return "\(found.count) for '\(language)' (such as \(first.path))"
      }
      lines.append("found: \(count(sources, names.source)), \(count(targets, names.target))")
    }
    if let (source, target) = nearest(sources, targets) {
      lines.append("nearest miss: \(source) and \(target)")
    }
    report("", lines.joined(separator: "\n  "))
  }

  /// Reports that a path pattern matches nothing, with files that are there.
  mutating func explain(none what: String, lookedFor pattern: String) {
    let some = listing.files.prefix(3).joined(separator: ", ")
    let found =
      listing.files.isEmpty
      ? "no files" : "\(listing.files.count) files (\(some)\(listing.files.count > 3 ? ", …" : ""))"
    report("", "no \(what)\n  looked for: '\(pattern)'\n  found: \(found)")
  }

  /// The documents whose keys differ least; only some are compared, as every pair costs time.
  private func nearest(
    _ sources: [(key: String, path: String)], _ targets: [(key: String, path: String)]
  ) -> (String, String)? {
    var best: (source: String, target: String, slips: Int)?
    for source in sources.prefix(50) {
      let left = Array(source.key.unicodeScalars.prefix(100))
      for target in targets.prefix(50) {
        let slips = Suggestion.slips(
          between: left, and: Array(target.key.unicodeScalars.prefix(100)))
        if let known = best, known.slips <= slips { continue }
        best = (source.path, target.path, slips)
      }
    }
    return best.map { ($0.source, $0.target) }
  }

  /// A layout, as messages show it.
  func describe(_ layout: CorpusLayout) -> String {
    switch layout {
    case .lines: "stem.\(names.source) + stem.\(names.target) (line by line)"
    case .folders: "\(names.source)/… + \(names.target)/…"
    case .suffixes: "stem.\(names.source).txt + stem.\(names.target).txt"
    case .roles, .articles: "roles"
    case .manifest: "manifest.tsv"
    }
  }

  /// Notes a fault of a file of the corpus, or of the folder.
  mutating func report(_ file: String, _ message: String) {
    let path = file.isEmpty ? corpus.folder : corpus.path(of: file)
    problems.append(PipelineError(.corpus, at: Place(file: path), message))
  }
}

public import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the documents of a corpus folder and which of them belong together.
///
/// Without patterns or a named table the layout is found out: a `manifest.tsv` wins; else exactly
/// one of `stem.es`/`stem.en` (line by line translations), `es/…` and `en/…`, and
/// `stem.es.txt`/`stem.en.txt` must fit. Nothing is opened but folders and the table.
public struct CorpusReader: Sendable {
  let names: LanguageNames
  let roles: PlannedInput.Roles?
  let manifest: String?
  let unpaired: PlannedInput.Unpaired

  /// Makes a reader for a pair of languages.
  ///
  /// - Parameters:
  ///   - source: The language of the originals.
  ///   - target: The language of the renderings.
  ///   - roles: Path patterns, to use in place of a layout.
  ///   - manifest: The path of a table of pairs below the folder, to use in place of a layout.
  ///   - unpaired: What to do with documents that have no partner.
  public init(
    source: LanguageTag, target: LanguageTag, roles: PlannedInput.Roles? = nil,
    manifest: String? = nil, unpaired: PlannedInput.Unpaired = .warn
  ) {
    names = LanguageNames(source: source, target: target)
    self.roles = roles
    self.manifest = manifest
    self.unpaired = unpaired
  }

  /// Reads the folder; every problem at once.
  ///
  /// - Parameters:
  ///   - folder: The corpus folder.
  ///   - output: Where a run writes, and the files that it writes there. If that lies in the corpus
  ///     folder, it is passed over, or the output of one run would be input of the next; that it
  ///     holds anything else is a problem.
  /// - Returns: The corpus, or at least one problem.
  public func read(
    _ folder: String, output: (folder: String, files: [String])? = nil
  ) -> CorpusReading {
    let listing = FolderListing(folder, settingApart: output?.folder)
    guard listing.problems.isEmpty else {
      return CorpusReading(corpus: nil, problems: listing.problems)
    }
    if let output, let other = listing.apart.first(where: { !output.files.contains($0) }) {
      let problem = PipelineError(
        .configuration, at: Place(file: output.folder),
        "the output folder lies in the corpus folder and holds '\(other)', which the run does not "
          + "write; choose another output folder")
      return CorpusReading(corpus: nil, problems: [problem])
    }
    var sorting = PairSorting(folder: folder, names: names, listing: listing)
    if let roles {
      sorting.sort(by: roles)
    } else if let manifest {
      sorting.sort(byTable: manifest)
    } else if listing.files.contains(Self.manifestName) {
      sorting.sort(byTable: Self.manifestName)
    } else {
      sorting.sortByLayout()
    }
    sorting.finish(unpaired)
    let problems = sorting.problems
    return CorpusReading(corpus: problems.isEmpty ? sorting.corpus : nil, problems: problems)
  }

  /// The table of pairs that is looked for where none is named.
  static let manifestName = "manifest.tsv"
}

/// The work of one reading.
private struct PairSorting {
  var corpus: Corpus
  var problems: [PipelineError] = []
  private let names: LanguageNames
  private let listing: FolderListing
  private var taken: Set<String> = []
  /// What each layout found, to explain why nothing did.
  private var candidates: [LayoutCandidate] = []

  init(folder: String, names: LanguageNames, listing: FolderListing) {
    corpus = Corpus(
      folder: folder, layout: .roles, pairs: [], unpaired: [], ignored: listing.ignored)
    self.names = names
    self.listing = listing
  }

  mutating func sort(by roles: PlannedInput.Roles) {
    corpus.layout = .roles
    let shared = roles.source.captures.filter { roles.target.captures.contains($0) }
    func key(_ captures: [String: String]) -> String {
      shared.map { captures[$0] ?? "" }.joined(separator: "/")
    }
    var sources: [(key: String, path: String)] = []
    var targets: [(key: String, path: String)] = []
    for file in listing.files {
      let source = roles.source.match(file)
      let target = roles.target.match(file)
      if source != nil, target != nil {
        report(file, "both path patterns match it: '\(roles.source)' and '\(roles.target)'")
      } else if let source {
        sources.append((shared.isEmpty ? file : key(source), file))
      } else if let target {
        targets.append((shared.isEmpty ? file : key(target), file))
      }
    }
    // Patterns without captures name one file each.
    if shared.isEmpty, let source = sources.first {
      targets = targets.map { (source.key, $0.path) }
    }
    pair(sources, targets, isLineParallel: false)
    if corpus.pairs.isEmpty, problems.isEmpty {
      explain(
        lookedFor: "'\(roles.source)' and '\(roles.target)'", sources: sources, targets: targets)
    }
  }

  mutating func sort(byTable path: String) {
    corpus.layout = .manifest
    let full = corpus.path(of: path)
    taken.insert(path)
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: full)
    } catch {
      problems.append(PipelineError(.corpus, at: Place(file: full), error.message))
      return
    }
    let table = PairTable(bytes, file: full, names: names)
    problems += table.problems
    for row in table.rows {
      let place = Place(file: full, line: row.line)
      for document in [row.source, row.target] where !document.isEmpty {
        check(document, at: place)
        taken.insert(document)
      }
      if row.source.isEmpty || row.target.isEmpty {
        // Blank on purpose, by the rules of the table.
        for document in [row.source, row.target] where !document.isEmpty {
          corpus.ignored.append(
            Corpus.Ignored(path: document, reason: "\(path) gives it no partner"))
        }
        continue
      }
      corpus.pairs.append(
        DocumentPair(
          id: row.id, source: row.source, target: row.target, isLineParallel: false,
          attributes: row.attributes))
    }
    if corpus.pairs.isEmpty, problems.isEmpty {
      problems.append(
        PipelineError(.corpus, at: Place(file: full), "no row of the table names both documents"))
    }
  }

  /// Checks a path that a table names.
  private mutating func check(_ document: String, at place: Place) {
    guard ParameterReader.isInside(document) else {
      problems.append(
        PipelineError(.corpus, at: place, "'\(document)' is not a path below the corpus folder"))
      return
    }
    var status = stat()
    if stat(corpus.path(of: document), &status) != 0 {
      let reason = SystemCall.message(errno)
      problems.append(PipelineError(.corpus, at: place, "'\(document)': \(reason)"))
    }
  }

  mutating func sortByLayout() {
    candidates = [.lines, .folders, .suffixes].map { LayoutCandidate($0, listing.files, names) }
    let fitting = candidates.filter(\.fits)
    guard let candidate = fitting.first else {
      explainLayouts()
      return
    }
    if fitting.count > 1 {
      let list = fitting.map { describe($0.layout) }.joined(separator: " and ")
      report("", "two layouts fit: \(list); say which by 'roles' in the pipeline or a manifest.tsv")
      return
    }
    if !candidate.ambiguous.isEmpty {
      let list = candidate.ambiguous.map { "'\($0)'" }.joined(separator: " and ")
      report("", "\(list) both stand for one language; say which by its full tag")
      return
    }
    corpus.layout = candidate.layout
    let documents = candidate.documents
    pair(
      documents.filter { $0.side == .source }.map { ($0.key, $0.path) },
      documents.filter { $0.side == .target }.map { ($0.key, $0.path) },
      isLineParallel: candidate.layout == .lines)
  }

  /// Joins documents of the same key.
  private mutating func pair(
    _ sources: [(key: String, path: String)], _ targets: [(key: String, path: String)],
    isLineParallel: Bool
  ) {
    let bySource = index(sources, names.source)
    let byTarget = index(targets, names.target)
    for (key, source) in bySource {
      taken.insert(source)
      if let target = byTarget[key] {
        corpus.pairs.append(
          DocumentPair(id: key, source: source, target: target, isLineParallel: isLineParallel))
      } else {
        corpus.unpaired.append(Corpus.Unpaired(path: source, language: names.source, key: key))
      }
    }
    for (key, target) in byTarget {
      taken.insert(target)
      if bySource[key] == nil {
        corpus.unpaired.append(Corpus.Unpaired(path: target, language: names.target, key: key))
      }
    }
  }

  private mutating func index(
    _ documents: [(key: String, path: String)], _ language: LanguageTag
  ) -> [String: String] {
    var byKey: [String: String] = [:]
    for (key, path) in documents {
      if let first = byKey[key] {
        report(
          path, "duplicate key '\(key)' for '\(language)': \(corpus.path(of: first)) has it already"
        )
      } else {
        byKey[key] = path
      }
    }
    return byKey
  }

  /// Puts everything in byte order and settles what is left over.
  mutating func finish(_ unpaired: PlannedInput.Unpaired) {
    corpus.pairs.sort {
      $0.source == $1.source
        ? FolderListing.bytesPrecede($0.target, $1.target)
        : FolderListing.bytesPrecede($0.source, $1.source)
    }
    corpus.unpaired.sort { FolderListing.bytesPrecede($0.path, $1.path) }
    for file in listing.files where !taken.contains(file) {
      corpus.ignored.append(Corpus.Ignored(path: file, reason: Self.reason(file)))
    }
    corpus.ignored.sort { FolderListing.bytesPrecede($0.path, $1.path) }
    if unpaired == .error, problems.isEmpty {
      for document in corpus.unpaired {
        let other = document.language == names.source ? names.target : names.source
        report(document.path, "no document in '\(other)' belongs to it (key '\(document.key)')")
      }
    }
  }

  private static func reason(_ file: String) -> String {
    let last = file.split(separator: ".").last?.lowercased() ?? ""
    return ["tmx", "xlf", "xliff", "po", "tsv", "jsonl"].contains(last)
      ? "bilingual files are not read" : "not a document of the layout"
  }

  // MARK: - Saying why

  private mutating func explainLayouts() {
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

  private mutating func explain(
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

  private func describe(_ layout: CorpusLayout) -> String {
    switch layout {
    case .lines: "stem.\(names.source) + stem.\(names.target) (line by line)"
    case .folders: "\(names.source)/… + \(names.target)/…"
    case .suffixes: "stem.\(names.source).txt + stem.\(names.target).txt"
    case .roles: "roles"
    case .manifest: "manifest.tsv"
    }
  }

  private mutating func report(_ file: String, _ message: String) {
    let path = file.isEmpty ? corpus.folder : corpus.path(of: file)
    problems.append(PipelineError(.corpus, at: Place(file: path), message))
  }
}

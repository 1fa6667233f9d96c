internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Sorts the files of a corpus folder into pairs: the work of one reading.
struct PairSorting {
  var corpus: Corpus
  var problems: [PipelineError] = []
  let names: LanguageNames
  let listing: FolderListing
  private var taken: Set<String> = []
  /// What each layout found, to explain why nothing did.
  private(set) var candidates: [LayoutCandidate] = []

  init(folder: String, names: LanguageNames, listing: FolderListing) {
    corpus = Corpus(
      folder: folder, layout: .roles, pairs: [], unpaired: [],
      ignored: listing.ignored.map { Corpus.Ignored(path: $0.path, reason: $0.reason) })
    self.names = names
    self.listing = listing
  }

  mutating func sort(by sourceRole: PathPattern, _ targetRole: PathPattern) {
    corpus.layout = .roles
    let shared = sourceRole.captures.filter { targetRole.captures.contains($0) }
    func key(_ captures: [String: String]) -> String {
      shared.map { captures[$0] ?? "" }.joined(separator: "/")
    }
    var sources: [(key: String, path: String)] = []
    var targets: [(key: String, path: String)] = []
    for file in listing.files {
      let source = sourceRole.match(file)
      let target = targetRole.match(file)
      if source != nil, target != nil {
        report(file, "both path patterns match it: '\(sourceRole)' and '\(targetRole)'")
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
        lookedFor: "'\(sourceRole)' and '\(targetRole)'", sources: sources, targets: targets)
    }
  }

  /// Finds articles and the transcripts that they quote from: any article any transcript.
  mutating func sort(articles role: PathPattern, _ transcripts: TranscriptSelection?) {
    corpus.layout = .articles
    var found: [String] = []
    for file in listing.files {
      let article = role.match(file)
      let isTranscript = transcripts?.contains(file) ?? false
      if article != nil, isTranscript, let transcripts {
        report(file, "both path patterns match it: '\(role)' and '\(transcripts)'")
      } else if let article {
        taken.insert(file)
        let key = role.captures.compactMap { article[$0] }.joined(separator: "/")
        corpus.pairs.append(
          DocumentPair(
            id: key.isEmpty ? file : key, source: nil, target: file, isLineParallel: false))
      } else if isTranscript {
        taken.insert(file)
        found.append(file)
      }
    }
    // What stands in a transcript that is reached twice was not said twice.
    let distinct = DistinctFiles(found, below: corpus.folder)
    corpus.transcripts = distinct.paths
    corpus.ignored += distinct.repeated.map {
      Corpus.Ignored(path: $0.path, reason: "it is the same file as '\($0.first)'")
    }
    guard problems.isEmpty else { return }
    if corpus.pairs.isEmpty { explain(none: "articles", lookedFor: role.description) }
    if let transcripts, corpus.transcripts.isEmpty {
      explain(none: "transcripts", lookedFor: transcripts.description)
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
        : FolderListing.bytesPrecede($0.representative, $1.representative)
    }
    corpus.transcripts.sort(by: FolderListing.bytesPrecede)
    corpus.unpaired.sort { FolderListing.bytesPrecede($0.path, $1.path) }
    for file in listing.files where !taken.contains(file) {
      if Self.isNotice(file) { corpus.notices.append(file) }
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

  /// Whether a file tells people about the corpus; such files lie in the corpus folder itself.
  static func isNotice(_ file: String) -> Bool {
    let stem = file.lowercased().prefix { $0 != "." && $0 != "/" }
    let names = ["license", "licence", "copying", "copyright", "notice", "readme", "authors"]
    return !file.contains("/") && names.contains(String(stem))
  }

  private static func reason(_ file: String) -> String {
    if file == CorpusFile.name { return "tells of the corpus" }
    if isNotice(file) { return "tells of the corpus, and is named in the manifest" }
    let last = file.split(separator: ".").last?.lowercased() ?? ""
    return ["tmx", "xlf", "xliff", "po", "tsv", "jsonl"].contains(last)
      ? "bilingual files are not read" : "not a document of the layout"
  }
}

public import CotejoText

/// Looks at a folder of documents that nothing is known of: which languages, which layouts.
///
/// Names of folders and files are believed first; where they tell no layout, some documents are
/// opened and their language identified.
public struct CorpusSurvey: Sendable {
  /// The folder.
  public let folder: String
  /// The ways in which its documents can belong together; one is an answer, more are a question.
  public private(set) var proposals: [CorpusProposal] = []
  /// How many files there are by the ending of their names, the most first; `""` for none.
  public let endings: [(name: String, count: Int)]

  private let listing: FolderListing
  private let source: LanguageTag?
  private let target: LanguageTag?
  private var identifier: LanguageIdentifier
  private var folders: [SurveyedFolder] = []

  /// More folders than these are years or authors, not languages, and are not opened.
  private static let mostFolders = 12

  /// Looks at a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - source: The language of the originals, where it is known.
  ///   - target: The language of the renderings, where it is known.
  ///   - model: What tells languages; the shipped one if `nil`.
  /// - Throws: `corpus`, if the folder cannot be read; `configuration`, without the data that tells
  ///   languages.
  public init(
    _ folder: String, source: LanguageTag? = nil, target: LanguageTag? = nil,
    model: LanguageModel? = nil
  ) throws(PipelineError) {
    self.folder = folder
    self.source = source
    self.target = target
    listing = FolderListing(folder)
    if let problem = listing.problems.first {
      throw PipelineError(.corpus, at: Place(file: problem.place), problem.message)
    }
    do {
      let model = if let model { model } else { try LanguageModel.shipped() }
      identifier = LanguageIdentifier(model: model)
    } catch {
      throw PipelineError(.configuration, at: Place(file: error.place), error.message)
    }
    var counts: [String: Int] = [:]
    for file in listing.files where file != CorpusFile.name {
      counts[Self.ending(of: file), default: 0] += 1
    }
    endings = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    find()
  }

  /// What a name ends in, with what it ended in before it was compressed: `.tsv.gz`.
  private static func ending(of file: String) -> String {
    let pieces = (file.split(separator: "/").last ?? "").split(separator: ".")
    guard pieces.count > 1, let last = pieces.last else { return "" }
    let isPacked = pieces.count > 2 && packed.contains(last.lowercased())
    return "." + pieces.suffix(isPacked ? 2 : 1).joined(separator: ".")
  }

  private static let packed: Set<String> = ["gz", "xz", "zst", "bz2"]

  // MARK: - Finding

  private mutating func find() {
    if listing.files.contains(CorpusReader.manifestName) {
      findTable()
      return
    }
    var known = Set(identifier.model.languages.map(\.language))
    for given in [source, target] { if let given { known.insert(given.language) } }
    let named = NamedDocuments(files: listing.files, known: known.union(["no", "nn", "ja", "zh"]))
    let pairs = orders(named.languages)
    for (source, target) in pairs {
      let names = LanguageNames(source: source, target: target)
      for layout in [CorpusLayout.lines, .folders, .suffixes]
      where LayoutCandidate(layout, listing.files, names).fits {
        propose(CorpusProposal(layout: layout, source: source, target: target, evidence: .names))
      }
    }
    if proposals.isEmpty {
      for (source, target) in pairs {
        guard let best = named.patterns(source, target).first else { continue }
        propose(
          CorpusProposal(
            layout: .roles, source: source, target: target, evidence: .names,
            sourcePattern: best.source, targetPattern: best.target))
      }
    }
    findByText()
  }

  /// The table's languages are the headings that are tags.
  private mutating func findTable() {
    let path = SystemCall.path(of: CorpusReader.manifestName, below: folder)
    guard let bytes = try? InputFile.bytes(of: path) else { return }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let head = body.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let known = Set(identifier.model.languages.map(\.language))
    let tags = head.split(separator: UInt8(ascii: "\t")).compactMap { cell in
      try? LanguageTag(String(decoding: cell, as: UTF8.self))
    }.filter { known.contains($0.language) || $0 == source || $0 == target }
    for (source, target) in orders(tags) {
      propose(
        CorpusProposal(layout: .manifest, source: source, target: target, evidence: .table))
    }
  }

  /// Goes by what the documents say: two folders with files of the same names in two languages, or
  /// one of articles beside one of what they quote from.
  private mutating func findByText() {
    var groups: [String: [String]] = [:]
    for file in listing.files where NamedDocuments.isText(file[...]) {
      let slash = file.firstIndex(of: "/")
      groups[slash.map { String(file[..<$0]) } ?? "", default: []].append(file)
    }
    guard groups.count <= Self.mostFolders else { return }
    for (name, files) in groups.sorted(by: { $0.key < $1.key }) {
      let notices = name.isEmpty ? files.filter { !PairSorting.isNotice($0) } : files
      if let found = SurveyedFolder(name, notices, below: folder, &identifier) {
        folders.append(found)
      }
    }
    let languages =
      proposals.isEmpty
      ? orders(Set(folders.compactMap(\.sample.language)).sorted())
      : proposals.map { ($0.source, $0.target) }
    var seen: Set<[LanguageTag]> = []
    for (source, target) in languages where seen.insert([source, target]).inserted {
      let before = proposals.count
      pairFolders(source, target)
      findArticles(source, target)
      // Which side quotes the other can be seen where nobody said so.
      if proposals.count == before, before == 0, self.source == nil, self.target == nil {
        findArticles(target, source)
      }
    }
  }

  private mutating func pairFolders(_ source: LanguageTag, _ target: LanguageTag) {
    guard proposals.isEmpty else { return }
    for left in folders where left.sample.language?.language == source.language {
      for right in folders where right.sample.language?.language == target.language {
        guard left.name != right.name, left.shares(with: right) else { continue }
        propose(
          CorpusProposal(
            layout: .roles, source: source, target: target, evidence: .text,
            sourcePattern: left.pattern, targetPattern: right.pattern))
      }
    }
  }

  private mutating func findArticles(_ source: LanguageTag, _ target: LanguageTag) {
    for left in folders where left.sample.language?.language == source.language {
      for right in folders where right.sample.language?.language == target.language {
        guard left.name != right.name, !left.shares(with: right),
          right.sample.quoting * 2 >= right.sample.looked,
          // What has an original of its own is no article.
          !folders.contains(where: { $0.name != right.name && $0.shares(with: right) })
        else { continue }
        propose(
          CorpusProposal(
            layout: .articles, source: source, target: target, evidence: .text,
            targetPattern: right.pattern,
            transcripts: left.name.isEmpty ? left.pattern : left.name))
      }
    }
  }

  private mutating func propose(_ proposal: CorpusProposal) {
    if !proposals.contains(where: { $0.isSame(as: proposal) }) { proposals.append(proposal) }
  }

  /// Which languages can be those of the originals and the renderings: what is given stands; Spanish
  /// is taken for an original and English for a rendering, where names cannot tell.
  private func orders(_ languages: [LanguageTag]) -> [(source: LanguageTag, target: LanguageTag)] {
    if let source, let target { return [(source, target)] }
    if let source {
      return languages.filter { $0.language != source.language }.map { (source, $0) }
    }
    if let target {
      return languages.filter { $0.language != target.language }.map { ($0, target) }
    }
    func rank(_ tag: LanguageTag) -> Int { tag.language == "es" ? 0 : tag.language == "en" ? 2 : 1 }
    var pairs: [(source: LanguageTag, target: LanguageTag)] = []
    for (index, left) in languages.enumerated() {
      for right in languages[(index + 1)...] where right.language != left.language {
        pairs.append(rank(left) <= rank(right) ? (left, right) : (right, left))
      }
    }
    return pairs
  }

  // MARK: - Saying

  /// How many files of which kind there are, such as `24 .txt, 2 .md`.
  public var inventory: String {
    endings.isEmpty
      ? "no files"
      : endings.prefix(8).map { "\($0.count) \($0.name.isEmpty ? "without ending" : $0.name)" }
        .joined(separator: ", ") + (endings.count > 8 ? ", …" : "")
  }

  /// Why there is no answer: what was seen, and what would fit.
  public var explanation: PipelineError {
    var lines = ["no layout that is known fits this folder", "found: \(inventory)"]
    for folder in folders {
      let name = folder.name.isEmpty ? "the folder itself" : "\(folder.name)/"
      lines.append("\(name): \(folder.files.count) texts; \(folder.sample.summary)")
    }
    if let file = endings.first(where: { ending in
      Self.packed.contains { ending.name.lowercased().hasSuffix(".\($0)") }
    }) {
      lines.append("\(file.name): documents that are compressed are not read; unpack them")
    }
    let bilingual = [".tmx", ".xlf", ".xliff", ".po", ".tsv", ".jsonl"]
    if let file = endings.first(where: { bilingual.contains($0.name.lowercased()) }) {
      lines.append("\(file.name): pairs that are in a file already go to 'cotejo check'")
    }
    let (left, right) = (source?.description ?? "es", target?.description ?? "en")
    lines.append(
      "would fit: \(left)/… + \(right)/… with files of the same names (.txt), stem.\(left).txt + "
        + "stem.\(right).txt, stem_\(left).txt + stem_\(right).txt, stem.\(left) + stem.\(right) "
        + "(line by line), a manifest.tsv with the columns id, \(left), \(right), a folder of articles "
        + "beside one of transcripts; anything else by 'roles' in a pipeline")
    return PipelineError(
      .corpus, at: Place(file: folder), lines.joined(separator: "\n  "))
  }

  /// More than one answer, all named.
  public func question(_ proposals: [CorpusProposal]) -> PipelineError {
    var lines = ["\(proposals.count) layouts fit; say which by --layout, or by --from and --to"]
    // What most have come for stands first.
    func isUsual(_ proposal: CorpusProposal) -> Bool {
      proposal.source.language == "es" && proposal.target.language == "en"
    }
    for proposal in proposals.filter(isUsual) + proposals.filter({ !isUsual($0) }) {
      lines.append(
        "--layout \(proposal.layout.rawValue) --from \(proposal.source) --to \(proposal.target): "
          + proposal.description)
    }
    return PipelineError(.corpus, at: Place(file: folder), lines.joined(separator: "\n  "))
  }

  /// Reads the folder by a proposal, and looks into some of its documents.
  ///
  /// - Throws: The first problem of the corpus, such as two documents of one name.
  public mutating func settle(
    on proposal: CorpusProposal
  ) throws(PipelineError) -> SettledCorpus {
    guard let reader = proposal.reader else {
      throw PipelineError(
        .corpus, at: Place(file: folder), "no pattern can name \(proposal.description)")
    }
    let reading = reader.read(folder)
    guard let corpus = reading.corpus else {
      throw reading.problems.first ?? explanation
    }
    let sources =
      proposal.layout == .articles ? corpus.transcripts : corpus.pairs.compactMap(\.source)
    return SettledCorpus(
      proposal: proposal, corpus: corpus,
      source: DocumentSample(sources, below: folder, &identifier),
      target: DocumentSample(corpus.pairs.map(\.target), below: folder, &identifier),
      hasOtherLayout: proposals.count > 1)
  }
}

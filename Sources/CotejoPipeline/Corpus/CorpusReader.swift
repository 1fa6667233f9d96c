public import CotejoText

/// Finds the documents of a corpus folder and which of them belong together.
///
/// Without patterns or a named table the layout is found out: a `manifest.tsv` wins; else exactly
/// one of `stem.es`/`stem.en` (line by line translations), `es/…` and `en/…`, and
/// `stem.es.txt`/`stem.en.txt` must fit. Nothing is opened but folders and the table.
public struct CorpusReader: Sendable {
  let names: LanguageNames
  let roles: PlannedInput.Roles?
  let manifest: String?
  let transcripts: TranscriptSelection?
  let unpaired: PlannedInput.Unpaired

  /// Makes a reader for a pair of languages.
  ///
  /// - Parameters:
  ///   - source: The language of the originals.
  ///   - target: The language of the renderings.
  ///   - roles: Path patterns, to use in place of a layout.
  ///   - manifest: The path of a table of pairs below the folder, to use in place of a layout.
  ///   - transcripts: The transcripts that articles quote from, where `roles` names articles alone.
  ///   - unpaired: What to do with documents that have no partner.
  public init(
    source: LanguageTag, target: LanguageTag, roles: PlannedInput.Roles? = nil,
    manifest: String? = nil, transcripts: TranscriptSelection? = nil,
    unpaired: PlannedInput.Unpaired = .warn
  ) {
    names = LanguageNames(source: source, target: target)
    self.roles = roles
    self.manifest = manifest
    self.transcripts = transcripts
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
      let problems = listing.problems.map {
        PipelineError(.corpus, at: Place(file: $0.place), $0.message)
      }
      return CorpusReading(corpus: nil, problems: problems)
    }
    if let output, let other = listing.apart.first(where: { !output.files.contains($0) }) {
      let problem = PipelineError(
        .configuration, at: Place(file: output.folder),
        "the output folder lies in the corpus folder and holds '\(other)', which the run does not "
          + "write; choose another output folder")
      return CorpusReading(corpus: nil, problems: [problem])
    }
    var sorting = PairSorting(folder: folder, names: names, listing: listing)
    if let roles, let source = roles.source {
      sorting.sort(by: source, roles.target)
    } else if let roles {
      sorting.sort(articles: roles.target, transcripts)
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

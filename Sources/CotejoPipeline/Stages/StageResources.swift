internal import CotejoAlignment
internal import CotejoLexicon
public import CotejoText

/// What the stages of a run share: language data, lexica, and what barriers leave behind.
public struct StageResources: Sendable {
  /// The language of the originals.
  public let source: LanguageTag
  /// The language of the renderings.
  public let target: LanguageTag
  let sourcePack: LanguagePack?
  let targetPack: LanguagePack?
  /// The lexica that the plan names, by the value of `lexicon:`.
  private var lexica: [String: Lexicon] = [:]
  /// What a `learn` stage has learnt.
  var learned: Lexicon?
  /// The lexica that were opened and the hashes of their files, for fingerprints and the manifest.
  private var files: [(choice: String, hash: SHA256.Digest)] = []

  /// Opens what the stages of a plan name.
  ///
  /// - Throws: `configuration`, at the stage, for a lexicon that is missing or damaged; `stage` for
  ///   language data that cannot be read.
  init(_ plan: Plan, _ stages: [PlannedStage]) throws(PipelineError) {
    source = plan.source
    target = plan.target
    do {
      sourcePack = try LanguagePack.find(plan.source)
      targetPack = try LanguagePack.find(plan.target)
    } catch {
      throw PipelineError(.stage, at: Place(file: error.place), error.message)
    }
    for planned in stages {
      guard let choice = (planned.stage as? any LexiconStage)?.lexiconChoice,
        lexica[choice] == nil,
        let (lexicon, path) = try LexiconChoice.open(
          choice, source: source, target: target, at: planned.place)
      else { continue }
      lexica[choice] = lexicon
      files.append((choice, try FileDigest(of: path).hash))
    }
  }

  /// The lexica that a stage goes by: what was learnt, and what its `lexicon:` says.
  func lexicons(_ choice: String) -> [Lexicon] {
    [learned, lexica[choice]].compactMap { $0 }
  }

  /// The lexica in use, for the manifest.
  var records: [JSONValue] {
    files.map {
      .object([
        ("lexicon", .string($0.choice)), ("sha256", .string($0.hash.description)),
      ])
    }
  }

  /// The hash of a lexicon's file, or that there is none, for fingerprints.
  func fingerprint(ofLexicon choice: String) -> String {
    files.first { $0.choice == choice }.map { $0.hash.description } ?? "none"
  }

  /// An aligner that goes by those lexica.
  func aligner(_ choice: String) -> SentenceAligner {
    SentenceAligner(lexicons: lexicons(choice))
  }
}

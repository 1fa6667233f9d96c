internal import CotejoAlignment
internal import CotejoFidelity
internal import CotejoLexicon
internal import CotejoQuotation
public import CotejoText

/// What the stages of a run share: language data, lexicons, transcripts, and what barriers leave
/// behind.
public struct StageResources: Sendable {
  /// The language of the originals.
  public let source: LanguageTag
  /// The language of the renderings.
  public let target: LanguageTag
  let sourcePack: LanguagePack?
  let targetPack: LanguagePack?
  /// The lexicons that the plan names, by the value of `lexicon:`.
  private var named: [String: Lexicon] = [:]
  /// The SRX files that stages name, by their paths.
  private var srx: [String: SRXRules] = [:]
  /// The checker of renderings, without lexicons, where a stage checks.
  private var checker: FidelityChecker?
  /// What tells languages apart, where a stage verifies them.
  private(set) var languageModel: LanguageModel?
  /// What a `learn` stage has learnt.
  var learnt: Lexicon?
  /// The transcripts of the inputs, in the order of the plan, once they are opened.
  private(set) var transcripts: [InputTranscripts] = []

  /// Opens what the stages of a plan name.
  ///
  /// - Throws: `configuration`, at the stage, for a lexicon that is missing or damaged, and at file
  ///   and line for language data that cannot be used.
  init(_ plan: Plan, _ stages: [PlannedStage]) throws(PipelineError) {
    source = plan.source
    target = plan.target
    do {
      sourcePack = try LanguagePack.find(plan.source)
      targetPack = try LanguagePack.find(plan.target)
    } catch {
      throw PipelineError(.configuration, at: Place(file: error.place), error.message)
    }
    for planned in stages {
      guard let stage = planned.stage as? any LexiconStage, named[stage.lexiconChoice] == nil
      else { continue }
      named[stage.lexiconChoice] = try stage.openLexicon(
        source: source, target: target, at: planned.place)
    }
    for planned in stages {
      guard let path = (planned.stage as? SegmentStage)?.srxPath, srx[path] == nil else { continue }
      srx[path] = try Self.srxRules(at: path, for: [source, target], of: planned.place)
    }
    if stages.contains(where: { ($0.stage as? FilterStage)?.verifiesLanguages ?? false }) {
      do {
        languageModel = try LanguageModel.shipped()
      } catch {
        throw PipelineError(.configuration, at: Place(file: error.place), error.message)
      }
    }
    guard stages.contains(where: { $0.stage is CheckStage }) else { return }
    do {
      checker = try FidelityChecker(source: source, target: target, lexicons: [])
    } catch {
      throw PipelineError(.configuration, at: Place(file: error.place), error.message)
    }
  }

  /// Opens the transcripts of inputs, where a stage traces quotations.
  ///
  /// - Parameters:
  ///   - inputs: The inputs of the plan.
  ///   - stages: The stages that are done.
  ///   - index: Where indices of transcripts are kept.
  ///   - jobs: How many files are read at a time.
  /// - Throws: `corpus` for an input whose transcripts can none of them be read; `stage`.
  mutating func openTranscripts(
    of inputs: [RunInput], for stages: [PlannedStage], index: IndexLocation, jobs: Int
  ) async throws(PipelineError) {
    let choices = Set(stages.compactMap { ($0.stage as? TraceStage)?.lexiconChoice })
    for input in inputs {
      transcripts.append(
        choices.isEmpty
          ? InputTranscripts(speakers: input.plan.speakers)
          : try await InputTranscripts(
            of: input, prefix: input.prefix(among: inputs), lexicons: choices, self, index: index,
            jobs: jobs))
      // What was not read for that is not missing.
      if Task.isCancelled {
        throw PipelineError(.interrupted, at: Place(file: "run"), "stopped before it was complete")
      }
    }
  }

  /// The transcripts of the input of a number.
  func transcripts(of input: Int) -> InputTranscripts {
    transcripts.indices.contains(input) ? transcripts[input] : InputTranscripts(speakers: [])
  }

  /// Reads an SRX file that must have rules for some languages.
  private static func srxRules(
    at path: String, for languages: [LanguageTag], of stage: Place
  ) throws(PipelineError) -> SRXRules {
    do {
      let rules = try SRXRules(path: path)
      for language in languages { _ = try rules.rules(for: language) }
      return rules
    } catch {
      throw PipelineError(
        .configuration, at: stage, "the rules \(error.place): \(error.message)")
    }
  }

  /// The rules that `srx:` names, if it names any.
  func srxRules(_ path: String?) -> SRXRules? { path.flatMap { srx[$0] } }

  /// The lexicon that `lexicon:` names.
  func lexicon(_ choice: String) -> Lexicon? { named[choice] }

  /// The lexicons that a stage goes by: what its `lexicon:` says, then what was learnt to fill it up.
  func lexicons(_ choice: String) -> [Lexicon] {
    [named[choice], learnt].compactMap { $0 }
  }

  /// The lexicons of the run, for the manifest.
  var records: [JSONValue] {
    var all = named.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if let learnt { all.append((LearnStage.name, learnt)) }
    return all.map { name, lexicon in
      .object([
        ("lexicon", .string(name)), ("checksum", .string(fingerprint(of: lexicon))),
        (
          "description",
          .object(lexicon.description.map { ($0.key, .string($0.value)) })
        ),
      ])
    }
  }

  /// The checksum of the model of languages.
  var languageModelFingerprint: String {
    languageModel.map { Self.digits($0.checksum) } ?? "none"
  }

  /// The checksum of a lexicon as 16 hexadecimal digits.
  func fingerprint(of lexicon: Lexicon) -> String { Self.digits(lexicon.checksum) }

  private static func digits(_ checksum: UInt64) -> String {
    let digits = String(checksum, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A hash of language data, with their language.
  func fingerprint(of pack: LanguagePack?) -> String {
    guard let pack else { return "none" }
    var hash = SHA256()
    for (name, bytes) in pack.files {
      hash.update("\(name) \(bytes.count):".utf8Span.span)
      hash.update(bytes.span)
    }
    return "\(pack.language) \(hash.finish())"
  }

  /// A checker of renderings that goes by the lexicons of `lexicons(_:)`.
  func checker(_ choice: String) -> FidelityChecker {
    guard var checker else {
      preconditionFailure("a stage asks for a checker that was not opened for it")
    }
    checker.lexicons = lexicons(choice)
    return checker
  }

  /// An aligner that goes by those lexicons.
  func aligner(_ choice: String) -> SentenceAligner {
    SentenceAligner(lexicons: lexicons(choice))
  }
}

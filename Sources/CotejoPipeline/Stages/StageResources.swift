internal import CotejoAlignment
internal import CotejoFidelity
internal import CotejoLexicon
internal import CotejoQuotation
public import CotejoText

/// What the stages of a run share: language data, lexicons, transcripts, and what barriers leave
/// behind.
public struct StageResources: Sendable {
  /// What is opened once a run, behind one reference: resources are handed on for every pair.
  private struct Opened {
    let source: LanguageTag
    let target: LanguageTag
    var sourcePack: LanguagePack?
    var targetPack: LanguagePack?
    /// The lexicons that the plan names, by the value of `lexicon:`.
    var named: [String: Lexicon] = [:]
    /// The SRX files that stages name, by their paths.
    var srx: [String: SRXRules] = [:]
    /// The checker of renderings, without lexicons, where a stage checks.
    var checker: FidelityChecker?
    /// What tells languages apart, where a stage verifies them or checks renderings.
    var languageModel: LanguageModel?
    /// The programs that stages run, looked up before any work.
    var programs: [ExecStage.ProgramKey: Program] = [:]
    /// What a `learn` stage has learnt.
    var learnt: Lexicon?
    /// The transcripts of the inputs, in the order of the plan, once they are opened.
    var transcripts: [InputTranscripts] = []
  }

  private final class Box: Sendable {
    let opened: Opened

    init(_ opened: Opened) { self.opened = opened }
  }

  private var box: Box
  private var opened: Opened {
    get { box.opened }
    set { box = Box(newValue) }
  }

  /// The language of the originals.
  public var source: LanguageTag { box.opened.source }
  /// The language of the renderings.
  public var target: LanguageTag { box.opened.target }
  var sourcePack: LanguagePack? { box.opened.sourcePack }
  var targetPack: LanguagePack? { box.opened.targetPack }
  var languageModel: LanguageModel? { box.opened.languageModel }
  var transcripts: [InputTranscripts] { box.opened.transcripts }
  /// What a `learn` stage has learnt.
  var learnt: Lexicon? {
    get { box.opened.learnt }
    set { opened.learnt = newValue }
  }

  /// Opens what stages of a plan name, but for transcripts; a run does so by itself, and others need it
  /// who drive stages without one.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - stages: Those of its stages that are done.
  /// - Throws: `configuration`, at the stage, for a lexicon that is missing or damaged and for a
  ///   program that cannot be run, and at file and line for language data that cannot be used.
  public init(_ plan: Plan, _ stages: [PlannedStage]) throws(PipelineError) {
    var opened = Opened(source: plan.source, target: plan.target)
    do {
      opened.sourcePack = try LanguagePack.find(plan.source)
      opened.targetPack = try LanguagePack.find(plan.target)
    } catch {
      throw PipelineError(.configuration, at: Place(file: error.place), error.message)
    }
    for planned in stages {
      guard let stage = planned.stage as? any LexiconStage,
        opened.named[stage.lexiconChoice] == nil
      else { continue }
      opened.named[stage.lexiconChoice] = try stage.openLexicon(
        source: plan.source, target: plan.target, at: planned.place)
    }
    for planned in stages {
      guard let stage = planned.stage as? ExecStage, opened.programs[stage.key] == nil else {
        continue
      }
      opened.programs[stage.key] = try stage.findProgram(planned.id, at: planned.place)
    }
    for planned in stages {
      guard let path = (planned.stage as? SegmentStage)?.srxPath, opened.srx[path] == nil
      else { continue }
      opened.srx[path] = try Self.srxRules(
        at: path, for: [plan.source, plan.target], of: planned.place)
    }
    let checks = stages.contains { $0.stage is CheckStage }
    if checks || stages.contains(where: { ($0.stage as? FilterStage)?.verifiesLanguages ?? false })
    {
      do {
        opened.languageModel = try LanguageModel.shipped()
      } catch {
        throw PipelineError(.configuration, at: Place(file: error.place), error.message)
      }
    }
    if checks {
      do {
        opened.checker = try FidelityChecker(
          source: plan.source, target: plan.target, lexicons: [],
          languageModel: opened.languageModel)
      } catch {
        throw PipelineError(.configuration, at: Place(file: error.place), error.message)
      }
    }
    box = Box(opened)
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
      opened.transcripts.append(
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

  /// The program that a stage runs; nil where no stage of the run was to run it.
  func program(of key: ExecStage.ProgramKey) -> Program? { box.opened.programs[key] }

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
  func srxRules(_ path: String?) -> SRXRules? { path.flatMap { box.opened.srx[$0] } }

  /// The lexicon that `lexicon:` names.
  func lexicon(_ choice: String) -> Lexicon? { box.opened.named[choice] }

  /// The lexicons that a stage goes by: what its `lexicon:` says, then what was learnt to fill it up.
  func lexicons(_ choice: String) -> [Lexicon] {
    [box.opened.named[choice], box.opened.learnt].compactMap { $0 }
  }

  /// The lexicons that the plan names, in the order of their names.
  var namedLexicons: [(name: String, lexicon: Lexicon)] {
    box.opened.named.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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
    guard var checker = box.opened.checker else {
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

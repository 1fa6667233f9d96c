import ArgumentParser
import Cotejo

/// The arguments that say which plan is meant, for `run` and `plan`.
struct PlanOptions: ParsableArguments {
  @Argument(help: "The pipeline file.")
  var pipeline: String

  @Option(
    help: ArgumentHelp(
      "The folder of the documents in place of the pipeline's; with several inputs, which of them.",
      valueName: "[input=]folder"))
  var corpus: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A value in place of one in the pipeline: a param's name, STAGE.PARAMETER, or STAGE.matrix.NAME, \
      '=' and the value; for a matrix also a list such as [0.8,0.9].
      """,
      valueName: "key=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("The id of the last stage to do.", valueName: "stage"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "The folder to write to (default: out/ and the pipeline's name).", valueName: "folder"))
  var output: String?

  /// How what is wrong with the configuration is told.
  enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(
    help: ArgumentHelp(
      "What is wrong with the pipeline or its folders, on standard error: text, or json, an object a "
        + "line with file, line, column, severity, message.", valueName: "format"))
  var diagnostics = DiagnosticsFormat.text

  /// The arguments that say which run it is, apart from the folder that it writes to.
  var arguments: [String] {
    [pipeline] + corpus.flatMap { ["--corpus", $0] } + set.flatMap { ["--set", $0] }
      + (until.map { ["--until", $0] } ?? [])
  }

  /// Reads the plan.
  func plan() throws(Failure) -> Plan {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: pipeline)
    } catch {
      throw failure([
        PipelineError(
          .configuration, at: Place(file: error.place), "the pipeline \(error.message)")
      ])
    }
    var settings: [Setting] = []
    for text in set {
      do {
        settings.append(try Setting(text))
      } catch {
        throw failure([error])
      }
    }
    let reading = PlanReader.read(
      bytes, file: pipeline, settings: settings, corpora: corpus.map(Self.folder))
    guard let plan = reading.plan else { throw failure(reading.problems) }
    do {
      _ = try plan.stages(until: until)
    } catch {
      throw failure([error])
    }
    return plan
  }

  private func failure(_ problems: [PipelineError]) -> Failure {
    var failure = Failure(problems)
    if diagnostics == .json { failure.lines = problems.map(\.jsonLine) }
    return failure
  }

  /// `INPUT=DIR`, or `DIR` where what stands before `=` could be no name of an input.
  private static func folder(_ text: String) -> (input: String?, folder: String) {
    guard let equals = text.firstIndex(of: "="), !text[..<equals].contains("/"),
      equals != text.startIndex
    else { return (nil, text) }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  /// Finds the documents of a plan.
  func inputs(of plan: Plan) throws(Failure) -> [RunInput] {
    var inputs: [RunInput] = []
    var problems: [PipelineError] = []
    for input in plan.inputs {
      let reading = CorpusReader(
        source: plan.source, target: plan.target, roles: input.roles, manifest: input.manifest,
        transcripts: input.transcripts, unpaired: input.unpaired
      ).read(input.corpus, output: (folder(for: plan), plan.outputFiles))
      problems += reading.problems
      if let corpus = reading.corpus { inputs.append(RunInput(plan: input, corpus: corpus)) }
    }
    guard problems.isEmpty else { throw failure(problems) }
    return inputs
  }

  /// The folder that a run writes to.
  func folder(for plan: Plan) -> String {
    output ?? "out/\(plan.name)"
  }
}

import ArgumentParser
import Cotejo

/// `cotejo init`: configuration for a folder of documents that has none.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a pipeline and a corpus.yml for a folder of documents, from what is in it.",
    discussion: """
      The layout is found out as 'cotejo pair' does, and further: languages at the end of file names \
      (a_es.txt), folders of any name with files of the same names, and a folder of articles beside \
      one of transcripts. Languages are told by the names of folders and files, or else by the text of \
      some documents. What was found is said in words; 'cotejo run' takes the pipeline as it is. \
      Nothing is overwritten without '--force'. Exit codes: 0 fine; 2 usage, or a file is there \
      already; 3 no layout or more than one fits, which is told; 4 a file cannot be written.
      """
  )

  /// The layouts that a folder can be found to have.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case manifest
    case lines
    case folders
    case suffixes
    case roles
    case articles
  }

  @Argument(help: "The folder of the documents.")
  var corpus: String

  @Option(help: "The language of the originals (default: found out).")
  var from: String?

  @Option(help: "The language of the renderings (default: found out).")
  var to: String?

  @Option(help: "The layout, where several fit.")
  var layout: Layout?

  @Option(
    help: ArgumentHelp(
      "The pipeline file to write (default: the folder's name and .yml, here).", valueName: "file"))
  var output: String?

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false

  func validate() throws {
    if output?.split(separator: "/").last == Substring(CorpusFile.name) {
      throw ValidationError("'\(CorpusFile.name)' is what a folder's own file is called.")
    }
  }

  func run() throws {
    let (source, target) = (
      try from.map { try LanguageTag($0) }, try to.map { try LanguageTag($0) }
    )
    var survey = try CorpusSurvey(corpus, source: source, target: target)
    let proposals = survey.proposals.filter {
      layout == nil || $0.layout.rawValue == layout?.rawValue
    }
    guard let proposal = proposals.first else { throw survey.explanation }
    guard proposals.count == 1 else { throw survey.question(proposals) }
    let settled = try survey.settle(on: proposal)
    let draft = ConfigurationDraft(settled)
    let pipeline = output ?? draft.fileName
    let described = settled.corpus.path(of: CorpusFile.name)
    let schema = Self.schemaName
    let hasSchema = SystemCall.isThere(Self.folder(of: pipeline) + schema)
    let files = [
      (path: described, text: draft.corpusFile),
      (path: pipeline, text: draft.pipeline(file: pipeline, schema: hasSchema ? schema : nil)),
    ]
    if !dryRun, !force {
      let known = files.filter { SystemCall.isThere($0.path) }.map {
        "\($0.path): error: it is there already; --force overwrites it"
      }
      guard known.isEmpty else { throw Failure(.usage, known) }
    }
    Diagnostics.print(settled.warnings.map { "\(corpus): warning: \($0)" })
    var output = Output()
    if dryRun {
      // With what was found before it, the output could not be taken for the files.
      Diagnostics.print([survey.inventory] + settled.findings)
      for file in files { try output.write("# \(file.path)\n\(file.text)\n") }
    } else {
      for (path, text) in files {
        var file = try OutputFile(path: path)
        file.write(text)
        try file.commit()
      }
      let lines =
        [survey.inventory] + settled.findings
        + ["written: \(described), \(pipeline)", "next: cotejo run \(pipeline)"]
      for line in lines { try output.write(line + "\n") }
    }
    try output.flush()
  }

  /// What the schema is called where pipelines lie beside it.
  private static let schemaName = "pipeline.schema.json"

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

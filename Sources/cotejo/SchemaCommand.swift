import ArgumentParser
import Cotejo

/// `cotejo schema`: what editors go by to complete and check pipeline files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of pipeline files, for editors that complete and check them.",
    discussion: """
      The schema has every stage with its parameters, their meanings, bounds and defaults. Editors \
      that ask yaml-language-server (VS Code, Neovim, Emacs, Helix …) find it by the first line of a \
      file:

        # yaml-language-server: $schema=pipeline.schema.json

      'cotejo schema corpus' prints the schema of a folder's corpus.yml.
      """
  )

  /// The files that have a schema.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case pipeline
    case corpus
  }

  @Argument(help: "Of which files: pipeline or corpus.")
  var kind = Kind.pipeline

  func run() throws {
    let bytes =
      switch kind {
      case .pipeline: PipelineSchema.json()
      case .corpus: CorpusFileSchema.json()
      }
    var output = Output()
    try output.write(String(decoding: bytes, as: UTF8.self))
    try output.flush()
  }
}

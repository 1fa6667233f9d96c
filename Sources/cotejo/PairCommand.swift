import ArgumentParser
import Cotejo

/// `cotejo pair`: which documents of a folder belong together.
struct PairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pair",
    abstract: "Show which documents of a folder belong together, and which have no partner.",
    discussion: """
      Looks for manifest.tsv, stem.es + stem.en (line by line), es/… + en/…, stem.es.txt + \
      stem.en.txt, or by what a corpus.yml in the folder says: languages, roles, transcripts. Nothing \
      is written; files are not opened but for these and a manifest.tsv, and with \
      '--verify', which warns on standard error of documents of 20 words or more that are clearly in \
      another language than theirs. The text format has a line a pair, \
      'id<TAB>original<TAB>rendering', then a line for each document without a partner and each file \
      that is ignored; a tab or line end in a name is written '\\t' or '\\n'.
      """
  )

  /// How the pairs are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Argument(help: "The folder of the documents.")
  var corpus: String

  @Option(help: "The language of the originals (default: what corpus.yml says, or es).")
  var from: String?

  @Option(help: "The language of the renderings (default: what corpus.yml says, or en).")
  var to: String?

  @Option(help: "text or jsonl.")
  var format = Format.text

  @Flag(help: "Warn of documents that are not in their language.")
  var verify = false

  func run() throws {
    let folder = PlanReader.input(
      corpus: corpus, source: try from.map { try LanguageTag($0) },
      target: try to.map { try LanguageTag($0) })
    guard let input = folder.input else { throw Failure(folder.problems) }
    let (source, target) = (folder.source, folder.target)
    let reader = CorpusReader(
      source: source, target: target, roles: input.roles, transcripts: input.transcripts)
    let reading = reader.read(corpus)
    guard let corpus = reading.corpus else { throw Failure(reading.problems) }
    var output = Output()
    for line in format == .text ? Self.text(corpus) : CorpusListing.jsonLines(corpus) {
      try output.write(line + "\n")
    }
    try output.flush()
    if verify {
      var verification = try LanguageVerification()
      Diagnostics.print(verification.warnings(corpus, source: source, target: target))
    }
    Diagnostics.print([
      "\(corpus.pairs.count) pairs (layout \(corpus.layout.rawValue)), "
        + "\(corpus.unpaired.count) documents without a partner, "
        + "\(corpus.ignored.count) files ignored"
    ])
  }

  private static func text(_ corpus: Corpus) -> [String] {
    corpus.pairs.map { row([$0.id, $0.source ?? "", $0.target]) }
      + corpus.transcripts.map { row(["transcript", $0]) }
      + corpus.unpaired.map { row(["no partner (\($0.language))", $0.path]) }
      + corpus.ignored.map { row(["ignored: \($0.reason)", $0.path]) }
  }

  /// Columns with tabs between them; names may hold tabs and line ends, which are escaped.
  private static func row(_ columns: [String]) -> String {
    var row: [UInt8] = []
    for (index, column) in columns.enumerated() {
      if index > 0 { row.append(UInt8(ascii: "\t")) }
      row.append(name: column)
    }
    return String(decoding: row, as: UTF8.self)
  }
}

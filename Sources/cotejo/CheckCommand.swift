import ArgumentParser
import Cotejo

/// `cotejo check`: whether renderings are faithful to their originals.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether renderings are faithful, what is wrong with them, and where."
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Option(help: "The language of the originals, such as 'es' or 'es-MX'.")
  var from: String

  @Option(help: "The language of the renderings.")
  var to: String

  @Option(help: "What to write: text for people, or jsonl with byte offsets into each pair.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "A folder with language data in place of those that come with the program.",
      valueName: "folder"))
  var languageData: String?

  @Flag(help: "In jsonl, add what every check found, likely or not, as calibrations are fitted to.")
  var evidence = false

  @OptionGroup var lexicon: LexiconOption

  @Argument(help: "The pairs: a .jsonl or .tsv file; '-' is standard input with columns.")
  var pairs = "-"

  func run() throws {
    let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
    let checker = try FidelityChecker(
      source: languages.source, target: languages.target,
      lexicons: try lexicon.open(source: languages.source, target: languages.target),
      languageData: languageData)
    var reader = try IdentifiedPairReader(path: pairs)
    var output = Output()
    var records: [UInt8] = []
    var isAltered = false
    var isAtEnd = false
    while !isAtEnd {
      var batch: [(id: String, pair: RenderedPair)] = []
      while batch.count < 1024 {
        guard let next = try reader.next() else {
          isAtEnd = true
          break
        }
        batch.append(next)
      }
      let reports = try checker.reports(of: batch.map(\.pair))
      records.removeAll(keepingCapacity: true)
      for (item, report) in zip(batch, reports) {
        FidelityRecord.append(report, id: item.id, withEvidence: evidence, to: &records)
        if report.verdict == .altered { isAltered = true }
      }
      try output.write(records[...])
    }
    try output.flush()
    if isAltered { throw ExitCode(ExitStatus.findings.rawValue) }
  }
}

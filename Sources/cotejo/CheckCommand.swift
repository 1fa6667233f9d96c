import ArgumentParser
import Cotejo

/// `cotejo check`: whether renderings are faithful to their originals.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether renderings are faithful, what is wrong with them, and where.",
    discussion: """
      Pairs are read from columns (.tsv: original, rendering), JSON Lines (.jsonl: "id", "source" and \
      "target" as texts, or the records of 'cotejo align'), TMX 1.4b (.tmx), XLIFF 1.2 and 2 (.xlf), \
      and gettext (.po), each with or without .gz. TMX and XLIFF texts are chosen by language. What is \
      no pair is reported with its line, and the rest is checked.

      Text shows the pairs with findings, and all with --all, the words underlined by ^^^^ (by ~~~~ \
      for notes and what is waived); pairs with nothing but unlikely suspicions are left out. JSON Lines has all pairs, with byte offsets into each side. SARIF 2.1.0 is for what \
      shows findings beside the lines of the file.

      The newsroom profile tells everything from a probability of 0.5 on, and less likely things as \
      notes (what names no place in either text, from 0.8 on); the corpus profile has no notes, and \
      tells what is missing or added from 0.8 on.

      Words that stand untranslated are told by the lexicon, or, where none has them, by their looks, as \
      the model of 'cotejo identify' has them; so is a rendering that is as a whole in another language. \
      That needs no lexicon, in any two languages that the model tells.

      With --encoder, a sentence encoder is asked about what is doubtful and can be undone: if \
      original and rendering are more alike without the suspected word, name, number or addition, \
      that speaks for the fault. Nothing else is sent. An encoder that fails ends the run (exit code 4).

      A file of waivers has a line 'ID<TAB>TYPE<TAB>REASON' for each finding that passes, or an object \
      with "id" or "fingerprint", "type" and "reason"; fingerprints are in SARIF, and do not change \
      when a pair moves. Lines that begin with # are comments.

      Exit codes: 0 if no rendering is altered, 1 if one is (or a waiver is stale and \
      --strict-waivers is given), 2 for wrong usage, 3 if something could not be read, 4 if the encoder failed.
      """
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
    case sarif
  }

  /// What is told.
  enum Profile: String, CaseIterable, ExpressibleByArgument {
    case newsroom
    case corpus
  }

  @Option(help: "The language of the originals, such as 'es' or 'es-MX'.")
  var from: String

  @Option(help: "The language of the renderings.")
  var to: String

  @Option(help: "What to write: text for people, jsonl with byte offsets into each pair, or sarif.")
  var format = Format.text

  @Option(help: "The format of the pairs, where the name of the file does not tell.")
  var inputFormat: PairFileFormat?

  @Option(help: "What is told: newsroom, everything; corpus, only what is rather certain.")
  var profile = Profile.newsroom

  @Option(
    help: ArgumentHelp(
      "From this probability on a suspicion is a finding, whatever the profile says.",
      valueName: "0...1"))
  var minimumProbability: Double?

  @Option(help: ArgumentHelp("Findings that pass, with reasons.", valueName: "file"))
  var waivers: String?

  @Flag(help: "End with 1 if a waiver lets nothing pass.")
  var strictWaivers = false

  @Flag(help: "In text, show all pairs.")
  var all = false

  @Option(help: "Colours in text: auto (on a terminal), always, never.")
  var color = TerminalStyle.Color.auto

  @Option(
    help: ArgumentHelp(
      "A folder with language data in place of those that come with the program.",
      valueName: "folder"))
  var languageData: String?

  @Flag(help: "In jsonl, add what every check found, likely or not, as calibrations are fitted to.")
  var evidence = false

  @OptionGroup var lexicon: LexiconOption
  @OptionGroup var encoder: EncoderOption
  @OptionGroup var jobs: JobsOption

  @Argument(help: "The pairs; '-' is standard input, columns unless --input-format says otherwise.")
  var pairs = "-"

  func validate() throws {
    if let minimumProbability, !(0...1).contains(minimumProbability) {
      throw ValidationError("'--minimum-probability' must be a number from 0 to 1.")
    }
    if evidence, format != .jsonl {
      throw ValidationError("'--evidence' needs '--format jsonl'.")
    }
    if strictWaivers, waivers == nil {
      throw ValidationError("'--strict-waivers' needs '--waivers'.")
    }
  }

  func run() async throws {
    let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
    let waivers = try readWaivers()
    let checker = try FidelityChecker(
      source: languages.source, target: languages.target,
      lexicons: try lexicon.open(source: languages.source, target: languages.target),
      languageData: languageData, options: options)
    let layout: CheckBatches.Layout =
      switch format {
      case .text:
        .text(
          CheckText(
            path: pairs, source: languages.source, target: languages.target,
            style: .standardOutput(color)), all: all)
      case .jsonl: .records(withEvidence: evidence)
      case .sarif:
        .sarif(
          FidelitySARIF(
            path: pairs, version: Cotejo.configuration.version, hasWaivers: self.waivers != nil))
      }
    let batches = CheckBatches(
      checker: checker, encoder: try encoder.open(), waivers: waivers, layout: layout,
      jobs: jobs.count)
    let counts = try await batches.run(
      IdentifiedPairReader(
        path: pairs, format: inputFormat, source: languages.source, target: languages.target))
    try finish(counts, waivers)
  }

  private var options: FidelityOptions {
    var options: FidelityOptions =
      switch profile {
      case .newsroom: .newsroom
      case .corpus: .corpus
      }
    if let minimumProbability {
      options.minimumProbability = minimumProbability
      options.minimumProbabilities = [:]
      options.minimumProbabilityWithoutPlace = minimumProbability
    }
    return options
  }

  /// Reads the waivers; all lines that are none are told at once.
  private func readWaivers() throws -> FidelityWaivers {
    guard let path = waivers else { return FidelityWaivers() }
    let (waivers, faults) = try FidelityWaivers.read(path: path)
    guard faults.isEmpty else { throw Failure(.usage, faults.flatMap { Failure($0)?.lines ?? [] }) }
    return waivers
  }

  /// Says what was not checked, and which waivers are stale; ends with the exit code.
  private func finish(_ counts: CheckCounts, _ waivers: FidelityWaivers) throws {
    if let unchecked = counts.unchecked {
      let place = pairs == "-" ? "standard input" : pairs
      Diagnostics.print(["\(place): \(counts.faults.isEmpty ? "note" : "error"): \(unchecked)"])
    }
    // What was not read might have needed the waiver.
    guard counts.faults.isEmpty else { throw ExitCode(ExitStatus.unreadableInput.rawValue) }
    let stale = waivers.waivers.enumerated().filter { !counts.usedWaivers.contains($0.offset) }
    Diagnostics.print(
      stale.map { _, waiver in
        let name = waiver.id ?? waiver.fingerprint ?? ""
        return "\(self.waivers ?? ""):\(waiver.line): \(strictWaivers ? "error" : "warning"): "
          + "the waiver is stale: '\(name)' has no finding '\(waiver.type.rawValue)'"
      })
    if counts.altered > 0 || (strictWaivers && !stale.isEmpty) {
      throw ExitCode(ExitStatus.findings.rawValue)
    }
  }
}

import ArgumentParser
import Cotejo
import CotejoEncoder

/// `cotejo align`: the sentences of one or many document pairs, joined in beads.
struct AlignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Find which sentences of a text render which sentences of another.",
    discussion: """
      One pair goes to standard output. With --pairs, each line of a list names two files with a TAB \
      between them, and the alignment of line 1 goes to DIR/000001.FORMAT, and so on; a pair that \
      cannot be read is reported and the others go on (exit code 3). An encoder that fails ends the \
      run (exit code 4); the vectors it gave before are kept.

      --words links the words inside each bead: in JSON Lines by their bytes, as 'links'. The format \
      pharaoh is the links alone, 'i-j' pairs, a line for each line of the tsv: i is the number of \
      the word in the first column, from 0, j that in the second. Words are those of ICU's word rules \
      for the language, numbers too; marks are not counted.
      """
  )

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case tsv
    case jsonl
    case tmx
    case beads
    case ladder
    case pharaoh
  }

  @Option(help: "The language of the originals, such as 'es' or 'es-MX'.")
  var from: String

  @Option(help: "The language of the renderings.")
  var to: String

  @Flag(help: "Each line of the texts is a sentence already.")
  var sentences = false

  @Option(
    help: """
      What to write: tsv, jsonl, tmx, beads (sentence numbers), ladder (hunalign's) or pharaoh (word \
      links).
      """)
  var format = Format.tsv

  @Flag(help: "Link the words inside each bead; with the format jsonl (pharaoh does it anyway).")
  var words = false

  @Option(help: ArgumentHelp("Align every pair of files that this list names.", valueName: "list"))
  var pairs: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the pairs' files go.", valueName: "folder"))
  var output: String?

  @Flag(help: "Learn a lexicon from all pairs first, on top of the one there is.")
  var learn = false

  @OptionGroup var jobs: JobsOption
  @OptionGroup var lexicon: LexiconOption
  @OptionGroup var encoder: EncoderOption
  @OptionGroup var srx: SRXOption
  @OptionGroup var source: TextSource

  @Argument(
    help: ArgumentHelp("The original and its rendering; '-' is standard input.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    guard !words || format == .jsonl || format == .pharaoh else {
      throw ValidationError("'--words' goes with '--format jsonl' or '--format pharaoh'.")
    }
    guard srx.path == nil || !sentences else {
      throw ValidationError("'--srx' cuts texts; with '--sentences' each line is one already.")
    }
    if pairs != nil {
      guard files.isEmpty else { throw ValidationError("Give files or '--pairs', not both.") }
      guard output != nil else { throw ValidationError("'--pairs' needs '--output'.") }
    } else {
      guard files.count == 2 else {
        throw ValidationError("Give two files, the original and its rendering.")
      }
      guard files != ["-", "-"] else { throw ValidationError("Only one side can be '-'.") }
    }
  }

  func run() async throws {
    let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
    let lexicons = try lexicon.open(source: languages.source, target: languages.target)
    let encoder = try encoder.open()
    let task = try AlignmentTask(
      source: languages.source, target: languages.target, text: source, byLine: sentences,
      srx: try srx.rules(for: languages.source, languages.target), format: format, words: words)
    if let pairs, let output {
      Interruption.install()
      Interruption.release()
      let batch = AlignmentBatch(
        task: task, pairs: try AlignmentBatch.pairs(in: pairs), output: output,
        jobs: jobs.count)
      try await batch.run(lexicons: lexicons, encoder: encoder, learn: learn)
    } else {
      let pair = AlignmentTask.Pair(source: files[0], target: files[1])
      let reading = try task.read(pair)
      let texts = ComparedTexts(reading.words.source, reading.words.target, lexicons: lexicons)
      Diagnostics.print(task.warnings(texts, reading, pair))
      let vectors = try await encoder?.vectors(of: reading)
      var known = lexicons
      var beads = SentenceAligner(lexicons: known, jobs: jobs.count).align(texts, vectors: vectors)
      if learn {
        for _ in 0..<CorpusLearner(beside: lexicons).passes {
          var learner = CorpusLearner(beside: lexicons)
          learner.add(learner.observe(beads, texts))
          guard
            let learnt = try learner.learn(
              source: task.source, target: task.target, jobs: jobs.count)
          else { break }
          known = lexicons + [learnt]
          beads = SentenceAligner(lexicons: known, jobs: jobs.count).align(texts, vectors: vectors)
        }
      }
      try task.write(beads, of: reading, pair, lexicons: known, to: "-")
    }
  }
}

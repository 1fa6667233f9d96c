import ArgumentParser
import Cotejo

/// `cotejo evaluate`: scores results against gold.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score results, of this or another program, against gold.",
    subcommands: [Align.self]
  )

  struct Align: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Score alignments: precision, recall and F1 of their beads.",
      discussion: """
        Gold and alignments are lists of sentence numbers ('[0, 1]:[0]' a line, with or without \
        ':score' behind; vecalign's form), numeric ladders (hunalign's) or JSON Lines of 'cotejo \
        align'; each file's format is told by its content. Give one alignment for each gold, in the \
        same order:

          cotejo evaluate align --gold GOLD FILE
          cotejo evaluate align FILE… --gold GOLD…
          cotejo evaluate align FOLDER --gold FOLDER

        If all names stand behind '--gold', the first half is gold. Files of two folders belong \
        together by their names without the ending, which is one of \
        \(EvaluationPairs.endings.map { ".\($0)" }.joined(separator: ", ")) (and .gz).

        Strict: a bead is right if the gold has the same bead. Lax: it is also right if a gold bead \
        holds one of its source sentences together with one of its target sentences. Precision is \
        over the beads of the alignment, recall over those of the gold. In the row 'all', as in \
        vecalign's score.py, insertions (0-n) and deletions (n-0) count for precision only; in their \
        own rows they have a recall. All documents are counted together.

        JSON Lines tell sentences by their bytes. Against sentence numbers, a sentence's number is \
        its place among all that the file names.
        """
    )

    /// What is written.
    enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
      case text
      case jsonl
    }

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("The gold: files, or a folder.", valueName: "path"))
    var gold: [String]

    @Option(
      help: ArgumentHelp(
        "The format of the gold: beads, ladder or jsonl; by its content if not given.",
        valueName: "format"))
    var goldFormat: AlignmentFormat?

    @Option(
      help: ArgumentHelp(
        "The format of the alignments; by their content if not given.", valueName: "format"))
    var fileFormat: AlignmentFormat?

    @Flag(
      help: """
        Show whether the scores of the beads are the probabilities that they are strictly right: \
        ten bins, and the expected calibration error. Not for ladders.
        """)
    var reliability = false

    @Flag(help: "Show the figures of each document, too.")
    var each = false

    @Option(help: "What to write: text for people, or jsonl.")
    var format = OutputFormat.text

    @Argument(help: ArgumentHelp("The alignments: files, or a folder.", valueName: "path"))
    var files: [String] = []

    func run() throws {
      let pairs = try EvaluationPairs(gold: gold, files: files).pairs
      var score = AlignmentScore()
      var documents: [(pair: EvaluationPairs.Pair, score: AlignmentScore)] = []
      var failures: [Failure] = []
      for pair in pairs {
        do {
          let read = try JudgedAlignment(
            gold: .init(path: pair.gold, format: goldFormat),
            found: .init(path: pair.file, format: fileFormat), needsProbabilities: reliability)
          Diagnostics.print(read.warnings.map(\.description))
          score.add(gold: read.gold, found: read.found)
          guard each else { continue }
          var own = AlignmentScore()
          own.add(gold: read.gold, found: read.found)
          documents.append((pair, own))
        } catch {
          if let failure = Failure(error) { failures.append(failure) }
        }
      }
      // Figures without some of the documents would be taken for figures of all.
      guard failures.isEmpty else {
        throw Failure(.unreadableInput, failures.flatMap(\.lines))
      }
      var output = Output()
      switch format {
      case .text:
        for line in EvaluationText.lines(score, documents, reliability: reliability) {
          try output.write(line + "\n")
        }
      case .jsonl:
        var records: [UInt8] = []
        for (pair, score) in documents {
          EvaluationRecord.append(score, gold: pair.gold, file: pair.file, to: &records)
        }
        EvaluationRecord.append(score, to: &records)
        if reliability { EvaluationRecord.append(score.reliability, to: &records) }
        try output.write(records[...])
      }
      try output.flush()
    }
  }
}

import ArgumentParser
import Cotejo

/// `cotejo lexicon`: trains lexicons from parallel text and looks words up.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Train a lexicon from parallel text; look a word up.",
    subcommands: [Train.self, Show.self]
  )

  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train a lexicon from sentence pairs.",
      discussion: """
        Each file holds one pair a line: TSV with the original in the first column and the rendering \
        in the second, or JSON Lines as 'cotejo run' writes them; .gz is read as it is. Lines that \
        cannot be read are reported and left out. The same input gives the same bytes, for any \
        number of jobs.

        A dictionary says beforehand what words may mean: 'source<TAB>target' a line, and a weight \
        in a third column if some translations of a word are likelier than others. Its words are \
        known even where the text does not have them.
        """
    )

    @Option(help: "The language of the originals, such as 'es'.")
    var from: String

    @Option(help: "The language of the renderings.")
    var to: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The lexicon to write.", valueName: "file"))
    var output: String

    @Option(
      help: ArgumentHelp(
        "A line for the header, such as 'licence: CC0'; may be given again.", valueName: "line"))
    var note: [String] = []

    @Option(help: ArgumentHelp("A dictionary; may be given again.", valueName: "file"))
    var dictionary: [String] = []

    @Option(
      help: ArgumentHelp(
        "How often a word has to be seen for the text to weigh as much as the dictionaries.",
        valueName: "number"))
    var dictionaryLinks = 3.0

    @Option(help: "How often a word must be seen to be kept, if no dictionary has it.")
    var leastMentions = 1

    @Option(help: "Passes of training.")
    var passes = 5

    @Option(help: "Translations that a word keeps.")
    var translations = 12

    @OptionGroup var jobs: JobsOption

    @Argument(help: ArgumentHelp("Parallel text.", valueName: "file"))
    var files: [String]

    func validate() throws {
      let numbers = [
        ("--passes", passes, 50), ("--translations", translations, 1000),
        ("--least-mentions", leastMentions, 1_000_000),
      ]
      for (name, value, most) in numbers where !(1...most).contains(value) {
        throw ValidationError("'\(name)' must be a whole number from 1 to \(most).")
      }
      guard (0.001...1000).contains(dictionaryLinks) else {
        throw ValidationError("'--dictionary-links' must be a number from 0.001 to 1000.")
      }
      for note in note where !note.contains(": ") {
        throw ValidationError("'\(note)' is not of the form 'key: value'.")
      }
    }

    func run() throws {
      Interruption.install()
      Interruption.release()
      let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
      var bitext = Bitext()
      var read = 0
      for file in files {
        var collector = try PairCollector(languages.source, languages.target)
        read += try collector.collect(file, into: &bitext)
      }
      var trainer = LexiconTrainer()
      trainer.iterations = passes
      trainer.mostTranslations = translations
      trainer.leastMentions = leastMentions
      trainer.jobs = jobs.count
      trainer.dictionaryLinks = Float(dictionaryLinks)
      var words = BilingualDictionary()
      for file in dictionary {
        var collector = try PairCollector(languages.source, languages.target)
        try collector.collect(file, into: &words)
      }
      let notes = note.map { line in
        let parts = line.split(separator: ": ", maxSplits: 1)
        return (key: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
      }
      let lexicon = try trainer.train(
        on: bitext, dictionary: words, source: languages.source, target: languages.target,
        description: notes)
      try lexicon.write(to: output)
      Diagnostics.print([
        "\(output): \(lexicon.count(.source)) \(languages.source) and \(lexicon.count(.target)) "
          + "\(languages.target) words from \(bitext.count) of \(read) pairs"
      ])
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look words up, or show a lexicon's header.",
      discussion: """
        For each word: how often it was seen, and its translations with their probabilities, a line \
        each; without words, the header. Exit code 1 if a word is not in the lexicon.
        """
    )

    @Option(help: "The language of the words.")
    var from: String

    @Option(help: "The language of their translations.")
    var to: String

    @OptionGroup var lexicon: LexiconOption

    @Flag(help: "Show every word of the lexicon, in the order of its numbers.")
    var all = false

    @Argument(help: "The words; letter case does not matter.")
    var words: [String] = []

    func validate() throws {
      if all, !words.isEmpty { throw ValidationError("Name words or '--all', not both.") }
    }

    func run() throws {
      let languages = (source: try LanguageTag(from), target: try LanguageTag(to))
      guard
        let lexicon = try lexicon.open(source: languages.source, target: languages.target).first
      else {
        throw Failure(
          .usage, ["cotejo: error: no lexicon ships for '\(from)' and '\(to)'; name one"])
      }
      // The one that ships is opened by its header alone.
      try lexicon.verify()
      var output = Output()
      var missing: [String] = []
      for word in words {
        guard let number = try lexicon.find(word) else {
          missing.append(word)
          continue
        }
        try Self.show(number, as: word, lexicon, &output)
      }
      if all {
        for number in 0..<Int32(lexicon.count(.source)) {
          try Self.show(number, as: lexicon.word(number, .source), lexicon, &output)
        }
      } else if words.isEmpty {
        for (key, value) in lexicon.description { try output.write("\(key): \(value)\n") }
        try output.write("source words: \(lexicon.count(.source))\n")
        try output.write("target words: \(lexicon.count(.target))\n")
      }
      try output.flush()
      guard missing.isEmpty else {
        throw Failure(.findings, missing.map { "'\($0)' is not in the lexicon" })
      }
    }

    private static func show(
      _ number: Int32, as word: String, _ lexicon: Lexicon, _ output: inout Output
    ) throws {
      try output.write("\(word)\t\(lexicon.mentions(number, .source))\n")
      for translation in lexicon.translations(of: number, .source) {
        let probability = (translation.probability * 1000).rounded() / 1000
        try output.write("\t\(lexicon.word(translation.word, .target))\t\(probability)\n")
      }
    }
  }
}

/// Takes the pairs of a file into a bitext or a dictionary, a batch at a time.
private struct PairCollector: ~Copyable {
  private var source: IndexedText.Builder
  private var target: IndexedText.Builder
  /// Pairs that are numbered together, so that words are looked up once a batch.
  private static let batch = 10_000

  init(_ source: LanguageTag, _ target: LanguageTag) throws(TextError) {
    let left = try IndexedText.Builder(language: source)
    let right = try IndexedText.Builder(language: target)
    self.source = left
    self.target = right
  }

  /// Reads a file to its end; says what could not be read; gives the number of pairs.
  mutating func collect(_ file: String, into bitext: inout Bitext) throws -> Int {
    var reader = try ParallelTextReader(path: file)
    var left: [UInt8] = []
    var right: [UInt8] = []
    var pairs = 0
    while try reader.read(source: &left, target: &right) {
      try source.append(left)
      try target.append(right)
      pairs += 1
      if pairs % Self.batch == 0 { hand(to: &bitext) }
    }
    hand(to: &bitext)
    Self.warn(of: reader.report, file)
    return pairs
  }

  /// Reads the entries of a dictionary; says what could not be read.
  mutating func collect(_ file: String, into dictionary: inout BilingualDictionary) throws {
    var reader = try DictionaryReader(path: file)
    var left: [UInt8] = []
    var right: [UInt8] = []
    var weights: [Float] = []
    while let weight = try reader.read(source: &left, target: &right) {
      try source.append(left)
      try target.append(right)
      weights.append(weight)
    }
    let (sources, targets) = (source.finish(), target.finish())
    dictionary.add(weights, from: sources, targets)
    Self.warn(of: reader.report, file)
  }

  private static func warn(of report: ParallelTextReport, _ file: String) {
    Diagnostics.print(report.faults.map { "\(file):\($0.line): warning: \($0.message)" })
    if report.faultCount > report.faults.count {
      Diagnostics.print(["\(file): warning: \(report.faultCount) lines could not be read"])
    }
  }

  private mutating func hand(to bitext: inout Bitext) {
    let (left, right) = (source.finish(), target.finish())
    bitext.add(
      (0..<left.count).map { (source: $0..<$0 + 1, target: $0..<$0 + 1) }, from: left, right)
  }
}

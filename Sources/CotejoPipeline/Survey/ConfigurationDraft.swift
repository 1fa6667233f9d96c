internal import CotejoFormats
internal import CotejoText

/// The files that `cotejo init` writes for a corpus: its `corpus.yml`, and a pipeline.
public struct ConfigurationDraft: Sendable {
  let settled: SettledCorpus
  /// The name of the pipeline.
  public let name: String

  /// Drafts configuration for a corpus; the pipeline is named after its folder.
  public init(_ settled: SettledCorpus) {
    self.settled = settled
    let given = settled.corpus.folder
    let isRelative = [".", ".."].contains(given.split(separator: "/").last ?? "")
    let path = isRelative ? SystemCall.realPath(given) : given
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let letters = String.UnicodeScalarView(
      last.unicodeScalars.map { PlanReader.isName(String($0)) || $0 == "-" || $0 == "." ? $0 : "-" }
    )
    let text = String(letters)
    name = PlanReader.isName(text) ? text : "pipeline"
  }

  /// What the pipeline's file is best called; never as a folder's own file is.
  public var fileName: String {
    "\(name).yml" == CorpusFile.name ? "pipeline.yml" : "\(name).yml"
  }

  private var proposal: CorpusProposal { settled.proposal }

  private var languages: String {
    "{source: \(proposal.source), target: \(proposal.target)}"
  }

  /// The patterns that a pipeline or the folder's file must have, indented.
  private func patterns(indent: String) -> [String] {
    guard let target = proposal.targetPattern else { return [] }
    var roles: [(String, String)] = []
    if let source = proposal.sourcePattern { roles.append(("\(proposal.source)", source)) }
    roles.append(("\(proposal.target)", target))
    let list = roles.map { "\($0): \(Self.quoted($1))" }.joined(separator: ", ")
    var lines = ["\(indent)roles: {\(list)}"]
    if let transcripts = proposal.transcripts {
      lines.append("\(indent)transcripts: \(Self.scalar(transcripts))")
    }
    return lines
  }

  /// The text of `corpus.yml`.
  public var corpusFile: String {
    var lines = [
      "# What pipelines need not repeat of this folder. What a pipeline says wins.",
      "# Drafted by 'cotejo init', which found: \(settled.counts).",
      "",
      "languages: \(languages)    # of the originals, of the renderings",
    ]
    if proposal.needsPatterns, !settled.hasOtherLayout {
      lines.append("")
      lines.append(
        proposal.layout == .articles
          ? "# The articles, and what any of them may quote from: a folder or a pattern."
          : "# The path patterns of both sides: what {captures} of one name stand for joins a pair."
      )
      lines += patterns(indent: "")
    } else if !proposal.needsPatterns {
      lines.append("# The layout is found out: \(proposal.description). Otherwise, say 'roles'.")
    }
    lines += [
      "",
      settled.charset == "utf-8"
        ? "# charset: utf-8                      # the documents are; or detect, or windows-1252 …"
        : "charset: detect                        # UTF-8 where it is that, else what is most likely",
      "",
      "# Named in manifest.json, with LICENSE and README of this folder.",
      "# licence: CC-BY-4.0",
      "# source: where the documents come from",
    ]
    if proposal.layout == .articles {
      lines += [
        "",
        "# Who is quoted and spoke another language than '\(proposal.source)'; the rest is found out.",
        "# speakers: {Harold Whitcombe: \(proposal.target)}",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text of the pipeline.
  ///
  /// - Parameters:
  ///   - file: What the file will be called, for the commands in its head.
  ///   - schema: The path of the schema from there, where there is one.
  /// - Returns: YAML that the reader of pipelines takes as it is.
  public func pipeline(file: String, schema: String?) -> String {
    var lines: [String] = []
    if let schema { lines.append("# yaml-language-server: $schema=\(schema)") }
    lines += [
      "# Drafted by 'cotejo init' for \(proposal.description): \(settled.counts).",
      "#",
      "#   cotejo plan \(file)    what a run would do, and with what",
      "#   cotejo run \(file)     does it, and writes to out/\(name)",
      "#",
      "# All parameters of all stages: cotejo plan --help",
    ]
    if schema == nil {
      lines.append("# For editors that complete and check: cotejo schema --help")
    }
    lines += [
      "",
      "cotejo: 1                                  # the version of this file's schema",
      "name: \(Self.scalar(name))",
      "languages: \(languages)        # of the originals, of the renderings",
      "",
      "inputs:",
      "  documents:",
      "    # Relative to the folder where the command is given. Its corpus.yml says what is not said here.",
      "    corpus: \(Self.scalar(settled.corpus.folder.replacing("${", with: "$${")))",
    ]
    if proposal.needsPatterns, settled.hasOtherLayout { lines += patterns(indent: "    ") }
    if proposal.layout != .articles {
      lines.append(
        "    unpaired: warn                         # a document without a partner: error, warn or skip"
      )
    }
    lines += ["", proposal.layout == .articles ? Self.quotations : Self.bitext]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let bitext = """
    stages:
      # Unicode NFC, one kind of space, nothing invisible, what programs broke mended.
      - uses: normalize

      # Paragraphs and sentences.
      - uses: segment

      # A lexicon from these very documents, on top of the one that is shipped for the languages.
      - uses: learn

      # Which sentences render which, with a score of 0 to 1.
      - uses: align

      # What is no use as a translation pair. What goes is in rejected.jsonl, with the reason.
      - uses: filter
        with:
          minimumScore: 0.3                    # 0 keeps every bead, 1 none
          lengthRatio: 4                       # the longer side has at most 4 times the characters
          minimumLetters: 0.3                  # rules, bullets, rows of figures
          identical: drop                      # left untranslated

      # The first of those that say the same stays.
      - uses: deduplicate

      - uses: export
        with: {to: pairs.tsv}                  # original, rendering, score, places
      - uses: export
        with: {to: pairs.tmx}                  # TMX 1.4b, for translation memories
      - uses: export
        with: {to: pairs.jsonl}                # lossless: byte offsets into both originals

    # A run whose figures lie outside ends with exit code 1.
    # checks:
    #   - {metric: align.coverage.source, minimum: 0.9}
    """

  private static let quotations = """
    stages:
      # Unicode NFC, one kind of space, nothing invisible. Transcripts are always read so.
      - uses: normalize

      # Paragraphs and sentences of the articles.
      - uses: segment

      # What stands in quotation marks and is speech, who says so, and reported speech.
      - uses: quotes

      # The words of the transcripts that each quotation renders. What is not found is in
      # rejected.jsonl, with the reason.
      - uses: trace
        with:
          minimumConfidence: 0.4               # from which probability on words count as found
          indirect: false                      # true: reported speech, too

      # Whether each quotation says what its source words say. What does not is in findings.jsonl.
      - uses: check

      - uses: export
        with: {to: quotes.tsv}                 # original, rendering, score, places
      - uses: export
        with: {to: quotes.jsonl}               # lossless: byte offsets, findings

    # A run whose figures lie outside ends with exit code 1.
    # checks:
    #   - {metric: trace.share, minimum: 0.5}  # of the quotations that are not from elsewhere
    """

  /// Text as YAML takes it for text.
  static func scalar(_ text: String) -> String {
    let bytes = text.utf8
    let isPlain =
      !bytes.isEmpty && bytes.allSatisfy(Self.isPlain) && bytes.contains(where: isLetter)
      && bytes.first != UInt8(ascii: "-") && bytes.first != UInt8(ascii: ".")
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    // YAML's text in double quotes takes what JSON's does.
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "._-/".utf8.contains(byte) || byte >= 0x80
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}

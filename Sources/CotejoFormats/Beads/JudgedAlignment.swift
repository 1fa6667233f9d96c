public import CotejoAlignment

/// An alignment and its gold, read for judging.
///
/// Either may be in any ``AlignmentFormat``. Beads and ladders number the sentences; JSON Lines tell
/// their bytes, and a sentence's number is then how many come before it in its document. If both are
/// JSON Lines, sentences are the same where their bytes are; several documents may stand in one file
/// and are told by their names, which do not matter if each file holds but one. If only one is, it
/// must name every sentence, as `cotejo align` does, and be of one document.
public struct JudgedAlignment: Sendable {
  /// The beads of the gold.
  public let gold: [JudgedBead]
  /// The beads of the alignment.
  public let found: [JudgedBead]
  /// What is odd about either, as it is judged.
  public let warnings: [AlignmentWarning]

  /// A file to read.
  public struct Input: Hashable, Sendable {
    /// Its path; `-` is standard input, a name that ends in `.gz` is decompressed.
    public var path: String
    /// Its format; `nil` to tell it by the content.
    public var format: AlignmentFormat?

    /// Names a file.
    public init(path: String, format: AlignmentFormat? = nil) {
      self.path = path
      self.format = format
    }
  }

  /// Reads two files.
  ///
  /// - Parameters:
  ///   - gold: the gold.
  ///   - found: the alignment to judge.
  ///   - needsProbabilities: whether a bead of the alignment without a score from 0 to 1 is an error.
  /// - Throws: what opening files throws; `unknownFormat`; `malformed`, with file and line.
  public init(
    gold: Input, found: Input, needsProbabilities: Bool = false
  ) throws(FormatError) {
    try self.init(
      gold: CompressedFile.bytes(of: gold.path), as: gold,
      found: CompressedFile.bytes(of: found.path), as: found,
      needsProbabilities: needsProbabilities)
  }

  /// Takes the bytes of two files.
  ///
  /// - Throws: `unknownFormat`; `malformed`, with file and line.
  public init(
    gold goldBytes: [UInt8], as gold: Input, found foundBytes: [UInt8], as found: Input,
    needsProbabilities: Bool = false
  ) throws(FormatError) {
    let goldContent = try Content(goldBytes, gold)
    let foundContent = try Content(foundBytes, found)
    if needsProbabilities { try foundContent.checkProbabilities(found.path) }
    let (goldRecords, foundRecords): ([BeadRecord], [BeadRecord])
    var warnings: [AlignmentWarning] = []
    switch (goldContent, foundContent) {
    case (.placed(let goldBeads), .placed(let foundBeads)):
      let areNamed =
        SentenceNumbering.areOfSeveralDocuments(goldBeads)
        || SentenceNumbering.areOfSeveralDocuments(foundBeads)
      let both = [goldBeads, foundBeads].map { areNamed ? $0 : $0.map(\.withoutNames) }
      let numbering = SentenceNumbering(both[0] + both[1])
      warnings += numbering.warnings(place: found.path, comparedWith: gold.path)
      goldRecords = numbering.records(of: both[0])
      foundRecords = numbering.records(of: both[1])
    default:
      goldRecords = try goldContent.records(gold.path, &warnings)
      foundRecords = try foundContent.records(found.path, &warnings)
    }
    warnings += AlignmentWarning.warnings(of: goldRecords, place: gold.path)
    warnings += AlignmentWarning.warnings(of: foundRecords, place: found.path)
    warnings += AlignmentWarning.warnings(
      gold: goldRecords, gold.path, found: foundRecords, found.path)
    self.gold = goldRecords.map(Self.bead)
    self.found = foundRecords.map(Self.bead)
    self.warnings = warnings
  }

  private static func bead(_ record: BeadRecord) -> JudgedBead {
    JudgedBead(source: record.source, target: record.target, score: record.score)
  }

  /// What a file holds.
  private enum Content {
    case numbered([BeadRecord], AlignmentFormat)
    case placed([PlacedBead])

    init(_ bytes: [UInt8], _ input: Input) throws(FormatError) {
      let format: AlignmentFormat
      if let given = input.format {
        format = given
      } else {
        format = try AlignmentFormat.detect(bytes, place: input.path)
      }
      switch format {
      case .beads:
        self = .numbered(try BeadsFormat.records(in: bytes, place: input.path), format)
      case .ladder:
        self = .numbered(try LadderFormat.records(in: bytes, place: input.path), format)
      case .jsonl: self = .placed(try PlacedBead.read(bytes, place: input.path))
      }
    }

    /// The beads by number, where the other file numbers its sentences too.
    func records(
      _ place: String, _ warnings: inout [AlignmentWarning]
    ) throws(FormatError) -> [BeadRecord] {
      switch self {
      case .numbered(let records, _): return records
      case .placed(let beads):
        guard !SentenceNumbering.areOfSeveralDocuments(beads) else {
          // Which sentence is number 0 would be a guess.
          throw FormatError(
            .malformed, place: place,
            message: "holds beads of several documents, and the other file numbers sentences")
        }
        let numbering = SentenceNumbering(beads)
        warnings += numbering.warnings(place: place)
        return numbering.records(of: beads)
      }
    }

    func checkProbabilities(_ place: String) throws(FormatError) {
      let scores: [(score: Double?, line: Int)]
      switch self {
      case .numbered(_, .ladder):
        throw FormatError(
          .malformed, place: place,
          message: "the confidences of a ladder are no probabilities; beads or JSON Lines can be "
            + "judged for reliability")
      case .numbered(let records, _): scores = records.map { ($0.score, $0.line) }
      case .placed(let beads): scores = beads.map { ($0.score, $0.line) }
      }
      for (score, line) in scores {
        guard let score else {
          throw FormatError(
            .malformed, place: place, line: line, message: "the bead has no score")
        }
        guard (0...1).contains(score) else {
          throw FormatError(
            .malformed, place: place, line: line,
            message: "the score \(score) is no probability from 0 to 1")
        }
      }
    }
  }
}

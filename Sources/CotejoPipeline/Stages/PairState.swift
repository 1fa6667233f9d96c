public import CotejoAlignment
public import CotejoFormats
public import CotejoQuotation
public import CotejoText

/// A pair of documents, or an article, on its way through the stages.
///
/// Nothing is taken out on the way: a bead that a stage rejects stays, with the stage and the
/// reason, so that every sentence can be told where it went.
///
/// A bead joins what renders what: sentences of both sides that an aligner joined, or a quotation and
/// the words that it was traced to. A pair has beads of one kind.
public struct PairState: Sendable {
  /// The place of the pair in the corpus, from 0.
  public let number: Int
  /// The number of its input in the plan, from 0.
  public let input: Int
  /// The documents; their paths are those of the output.
  public let pair: DocumentPair
  /// The original as it was read: its bytes, its charset, what was repaired; nil for an article,
  /// whose originals are the transcripts of its input.
  public var sourceDocument: Document?
  /// The rendering, or article, as it was read.
  public var targetDocument: Document
  /// The original as the stages have made it, with its sentences once it is segmented; empty for an
  /// article.
  public var source: SegmentedText
  /// The rendering as the stages have made it, with its sentences once it is segmented.
  public var target: SegmentedText
  /// The quotations of the rendering, once they were looked for.
  public var quoted: QuotedText?
  /// The beads of an aligner, in reading order, once the pair is aligned.
  public private(set) var beads: [Bead] = []
  /// The quotations with their traces, once they were traced: each is a bead.
  public private(set) var traced: TracedQuotations?
  /// What became of each bead; `nil` while it goes on.
  public private(set) var rejections: [Rejection?] = []
  /// What a check of each bead came to; `nil` for one that was not checked.
  public private(set) var checks: [TranslationUnit.Check?] = []
  /// What the exports write for each bead that had not been rejected when they were rendered.
  public internal(set) var units: [TranslationUnit?] = []
  /// How many beads go on.
  public private(set) var remaining = 0
  /// What programs that stages ran had to say, in the order of the stages.
  public private(set) var messages: [Message] = []

  /// Why a bead goes no further.
  public struct Rejection: Hashable, Sendable {
    /// The id of the stage.
    public var stage: String
    /// The rule of the stage, one of a few names.
    public var reason: String
    /// What the rule found in this bead, for people.
    public var detail: String
  }

  /// What a program that a stage ran wrote to standard error.
  public struct Message: Hashable, Sendable {
    /// The id of the stage.
    public var stage: String
    /// What it wrote, with its line ends.
    public var text: String
  }

  /// Puts a pair of texts on its way.
  public init(
    number: Int, input: Int = 0, pair: DocumentPair, source: Document, target: Document
  ) {
    self.init(
      number: number, input: input, article: pair, originals: source.language, target: target)
    sourceDocument = source
    self.source.text = source.text
  }

  /// Puts an article on its way, whose originals are in the language `originals`.
  public init(
    number: Int, input: Int = 0, article: DocumentPair, originals: LanguageTag, target: Document
  ) {
    self.number = number
    self.input = input
    pair = article
    targetDocument = target
    source = SegmentedText(
      language: originals, text: TextView(unchanged: []), sentences: [])
    self.target = SegmentedText(language: target.language, text: target.text, sentences: [])
  }

  /// Joins the sentences of both sides.
  public mutating func join(_ beads: [Bead]) {
    self.beads = beads
    traced = nil
    begin(count: beads.count)
  }

  /// Joins quotations with what they were traced to.
  public mutating func join(_ traced: TracedQuotations) {
    beads = []
    self.traced = traced
    begin(count: traced.traces.count)
  }

  private mutating func begin(count: Int) {
    rejections = Array(repeating: nil, count: count)
    checks = Array(repeating: nil, count: count)
    remaining = count
  }

  /// Notes what a check of a bead came to.
  public mutating func note(_ check: TranslationUnit.Check, of bead: Int) {
    checks[bead] = check
    dropUnits()
  }

  /// Gives beads other scores, from 0 to 1.
  ///
  /// Whether a quotation counts as found stays as its tracer had it.
  public mutating func score(_ scores: [Int: Double]) {
    for (bead, score) in scores {
      precondition(0...1 ~= score, "a score is no probability")
      if traced != nil {
        traced?.traces[bead].confidence = score
      } else {
        beads[bead].score = Float(score)
      }
    }
    if !scores.isEmpty { dropUnits() }
  }

  /// Keeps what a program of a stage wrote to standard error, if it wrote anything.
  public mutating func note(_ text: String, by stage: String) {
    if !text.isEmpty { messages.append(Message(stage: stage, text: text)) }
  }

  /// What was rendered for an earlier export is not true any more.
  private mutating func dropUnits() {
    if !units.isEmpty { units = [] }
  }

  /// Puts what checks came to in the place of what was noted before, one for each bead.
  mutating func restore(_ checks: [TranslationUnit.Check?]) {
    precondition(checks.count == rejections.count, "there are not as many checks as beads")
    self.checks = checks
    dropUnits()
  }

  /// Takes a bead out of what goes on; a bead is rejected at most once.
  public mutating func reject(_ bead: Int, by stage: String, _ reason: String, _ detail: String) {
    precondition(rejections[bead] == nil, "a bead is rejected twice")
    rejections[bead] = Rejection(stage: stage, reason: reason, detail: detail)
    remaining -= 1
  }

  /// How much of a material there is: 1 pair, the sentences of both sides, the quotations, the beads
  /// that go on.
  public func amount(of material: Material) -> Int {
    switch material {
    case .documents: 1
    case .sentences: source.sentences.count + target.sentences.count
    case .quotations: quoted?.quotations.count ?? 0
    case .beads: remaining
    }
  }

  /// Whether every sentence of both sides stands in exactly one bead, in order.
  public var isPartitioned: Bool {
    var source: Int32 = 0
    var target: Int32 = 0
    for bead in beads {
      guard bead.source.lowerBound == source, bead.target.lowerBound == target,
        !(bead.source.isEmpty && bead.target.isEmpty)
      else { return false }
      source = bead.source.upperBound
      target = bead.target.upperBound
    }
    return Int(source) == self.source.sentences.count && Int(target) == self.target.sentences.count
  }
}

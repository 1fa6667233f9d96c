public import CotejoAlignment
public import CotejoFormats
public import CotejoText

/// A pair of documents on its way through the stages.
///
/// Nothing is taken out on the way: a bead that a stage rejects stays, with the stage and the
/// reason, so that every sentence can be told where it went.
public struct PairState: Sendable {
  /// The place of the pair in the corpus, from 0.
  public let number: Int
  /// The documents; their paths are those of the output.
  public let pair: DocumentPair
  /// The original as it was read: its bytes, its charset, what was repaired.
  public var sourceDocument: Document
  /// The rendering as it was read.
  public var targetDocument: Document
  /// The original as the stages have made it, with its sentences once it is segmented.
  public var source: SegmentedText
  /// The rendering as the stages have made it, with its sentences once it is segmented.
  public var target: SegmentedText
  /// The beads, in reading order, once the pair is aligned.
  public private(set) var beads: [Bead] = []
  /// What became of each bead; `nil` while it goes on.
  public private(set) var rejections: [Rejection?] = []
  /// What the exports write for each bead that had not been rejected when they were rendered.
  public internal(set) var units: [TranslationUnit?] = []
  /// How many beads go on.
  public private(set) var remaining = 0

  /// Why a bead goes no further.
  public struct Rejection: Hashable, Sendable {
    /// The id of the stage.
    public var stage: String
    /// The rule of the stage, one of a few names.
    public var reason: String
    /// What the rule found in this bead, for people.
    public var detail: String
  }

  /// Puts a pair of texts on its way.
  public init(number: Int, pair: DocumentPair, source: Document, target: Document) {
    self.number = number
    self.pair = pair
    sourceDocument = source
    targetDocument = target
    self.source = SegmentedText(language: source.language, text: source.text, sentences: [])
    self.target = SegmentedText(language: target.language, text: target.text, sentences: [])
  }

  /// Joins the sentences of both sides.
  public mutating func join(_ beads: [Bead]) {
    self.beads = beads
    rejections = Array(repeating: nil, count: beads.count)
    remaining = beads.count
  }

  /// Takes a bead out of what goes on; a bead is rejected at most once.
  public mutating func reject(_ bead: Int, by stage: String, _ reason: String, _ detail: String) {
    precondition(rejections[bead] == nil, "a bead is rejected twice")
    rejections[bead] = Rejection(stage: stage, reason: reason, detail: detail)
    remaining -= 1
  }

  /// How much of a material there is: 1 pair, the sentences of both sides, the beads that go on.
  public func amount(of material: Material) -> Int {
    switch material {
    case .documents: 1
    case .sentences: source.sentences.count + target.sentences.count
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

  /// Renders the beads that go on for output, if that was not done.
  public mutating func renderUnits() {
    guard units.isEmpty else { return }
    units.reserveCapacity(beads.count)
    for index in beads.indices {
      units.append(rejections[index] == nil ? unit(of: index) : nil)
    }
  }

  /// A bead as it leaves the house.
  public func unit(of bead: Int) -> TranslationUnit {
    TranslationUnit(
      beads[bead], source: source, in: pair.source, target: target, in: pair.target)
  }
}

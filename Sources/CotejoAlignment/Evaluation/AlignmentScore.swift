/// How well alignments agree with gold: precision, recall and F1 over beads.
///
/// The definitions are those of vecalign's `score.py` (Thompson and Koehn, "Vecalign: Improved
/// Sentence Alignment in Linear Time and Space", EMNLP 2019), which sentence aligners are compared by:
///
/// - *Strict*: a bead is right if the same bead stands in the gold.
/// - *Lax*: it is also right if a gold bead holds one of its source sentences together with one of its
///   target sentences.
/// - Precision is the share of the alignment's beads that are right, recall the share of the gold's
///   that are found. Beads of one side, insertions and deletions, count for precision (a right one is
///   one that stands in the gold) and not for recall.
/// - Documents are counted together (micro-average). Equal beads of a document count once, empty ones
///   not at all.
///
/// ```swift
/// var score = AlignmentScore()
/// score.add(gold: gold, found: aligner.align(source, target).map { JudgedBead($0) })
/// print(score.strict().f1 ?? 0, score.lax(of: .twoToOne).recall ?? 0)
/// ```
public struct AlignmentScore: Hashable, Sendable {
  /// Beads of one kind.
  public struct Counts: Hashable, Sendable {
    /// Beads of the gold.
    public var gold = 0
    /// Beads of the gold that stand in the alignment.
    public var goldStrict = 0
    /// Beads of the gold that stand in the alignment or overlap a bead there on both sides.
    public var goldLax = 0
    /// Beads of the alignment.
    public var found = 0
    /// Beads of the alignment that stand in the gold.
    public var foundStrict = 0
    /// Beads of the alignment that stand in the gold or overlap a bead there on both sides.
    public var foundLax = 0

    /// Starts at nothing.
    public init() {}
  }

  /// Shares from 0 to 1, `nil` where there is nothing to take a share of.
  public struct Rates: Hashable, Sendable {
    /// Of the beads of the alignment, those that are right.
    public var precision: Double?
    /// Of the beads of the gold, those that are found.
    public var recall: Double?

    /// Takes two shares.
    public init(precision: Double?, recall: Double?) {
      self.precision = precision
      self.recall = recall
    }

    /// The harmonic mean of both; 0 if one is, `nil` if one is missing and the other is not 0.
    public var f1: Double? {
      if precision == 0 || recall == 0 { return 0 }
      guard let precision, let recall else { return nil }
      return 2 * precision * recall / (precision + recall)
    }
  }

  /// How many documents were added.
  public private(set) var documents = 0
  /// How far the scores of the beads can be believed, as probabilities that the bead is strictly
  /// right; beads without a score from 0 to 1 are left out.
  public private(set) var reliability = ReliabilityTable()
  private var counts: [BeadType: Counts] = [:]

  /// Starts at nothing.
  public init() {}

  /// Compares the alignment of a document with its gold.
  ///
  /// - Complexity: O(*n*) for *n* sentences and beads where each sentence stands in few beads.
  public mutating func add(gold: [JudgedBead], found: [JudgedBead]) {
    documents += 1
    var gold = BeadMatcher(gold)
    var found = BeadMatcher(found)
    for (bead, verdict) in zip(found.beads, gold.verdicts(of: found.beads)) {
      let type = BeadType(bead)
      counts[type, default: Counts()].found += 1
      if verdict == .strict { counts[type, default: Counts()].foundStrict += 1 }
      if verdict != .wrong { counts[type, default: Counts()].foundLax += 1 }
      if let score = bead.score { reliability.add(score: score, isRight: verdict == .strict) }
    }
    for (bead, verdict) in zip(gold.beads, found.verdicts(of: gold.beads)) {
      let type = BeadType(bead)
      counts[type, default: Counts()].gold += 1
      if verdict == .strict { counts[type, default: Counts()].goldStrict += 1 }
      if verdict != .wrong { counts[type, default: Counts()].goldLax += 1 }
    }
  }

  /// The beads of a kind, or of all.
  public func counts(of type: BeadType? = nil) -> Counts {
    if let type { return counts[type] ?? Counts() }
    return counts.values.reduce(into: Counts()) { sum, counts in
      sum.gold += counts.gold
      sum.goldStrict += counts.goldStrict
      sum.goldLax += counts.goldLax
      sum.found += counts.found
      sum.foundStrict += counts.foundStrict
      sum.foundLax += counts.foundLax
    }
  }

  /// The rates by identical beads, of a kind or of all.
  ///
  /// The precision of a kind is over the beads of the alignment that are of it, the recall over those
  /// of the gold. Insertions and deletions have a recall of their own that is not in the total.
  public func strict(of type: BeadType? = nil) -> Rates {
    rates(of: type, found: \.foundStrict, gold: \.goldStrict)
  }

  /// The rates by beads that overlap on both sides, of a kind or of all; the kind is that of the bead
  /// that is judged, the other may be of any.
  public func lax(of type: BeadType? = nil) -> Rates {
    rates(of: type, found: \.foundLax, gold: \.goldLax)
  }

  private func rates(
    of type: BeadType?, found: KeyPath<Counts, Int>, gold: KeyPath<Counts, Int>
  ) -> Rates {
    let judged = counts(of: type)
    let recalled = (type.map { [$0] } ?? BeadType.allCases.filter(\.isPaired)).map {
      counts(of: $0)
    }
    return Rates(
      precision: Self.share(judged[keyPath: found], judged.found),
      recall: Self.share(
        recalled.reduce(0) { $0 + $1[keyPath: gold] }, recalled.reduce(0) { $0 + $1.gold }))
  }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

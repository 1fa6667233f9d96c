internal import CotejoAlignment

/// A bead as a file tells it: any sentences of one side and any of the other.
///
/// Alignments made by hand hold beads that a `Bead` cannot: of sentences that do
/// not follow each other, or in another order than that of the text.
public struct BeadRecord: Hashable, Sendable {
  /// The 0-based numbers of the sentences of the original, as written.
  public var source: [Int32]
  /// The 0-based numbers of the sentences of the rendering, as written.
  public var target: [Int32]
  /// The score as written, on whatever scale; `nil` if there is none.
  public var score: Double?
  /// The 1-based line that it stands in.
  public var line: Int

  /// Makes a record.
  public init(source: [Int32], target: [Int32], score: Double?, line: Int) {
    self.source = source
    self.target = target
    self.score = score
    self.line = line
  }
}

extension BeadRecord {
  /// The records as beads of runs of sentences.
  ///
  /// An empty side stands where the side of the bead before ended. A missing score is 1: who writes
  /// none is sure.
  /// - Throws: `malformed`, with the line, for sentences that do not follow each other.
  static func beads(of records: [BeadRecord], place: String) throws(FormatError) -> [Bead] {
    var beads: [Bead] = []
    beads.reserveCapacity(records.count)
    var source: Int32 = 0
    var target: Int32 = 0
    for record in records {
      let sourceRun = try run(record.source, after: source, place: place, line: record.line)
      let targetRun = try run(record.target, after: target, place: place, line: record.line)
      beads.append(
        Bead(source: sourceRun, target: targetRun, score: Float(record.score ?? 1)))
      source = sourceRun.upperBound
      target = targetRun.upperBound
    }
    return beads
  }

  private static func run(
    _ numbers: [Int32], after position: Int32, place: String, line: Int
  ) throws(FormatError) -> Range<Int32> {
    guard let first = numbers.first, let last = numbers.last else { return position..<position }
    let follow = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 == 1 }
    guard follow, last < .max else {
      throw FormatError(
        .malformed, place: place, line: line,
        message: "the sentences of a side do not follow each other")
    }
    return first..<last + 1
  }
}

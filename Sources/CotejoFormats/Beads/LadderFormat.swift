public import CotejoAlignment

/// An alignment as the rungs between two texts, hunalign's ladder.
///
/// ```
/// 0	0	0.93
/// 2	1	0.41
/// 3	1	0.00
/// ```
///
/// Each line is a place where both texts may be cut: the number of sentences before it in the
/// original, that in the rendering, and the score of the bead that begins there. The last rung
/// closes the ladder, holds the number of sentences of both texts and begins no bead.
public enum LadderFormat {
  /// The text of an alignment.
  ///
  /// - Throws: `unrepresentable` for beads that skip or cross sentences, which a ladder has no rungs
  ///   for, and for a score that is not a number.
  public static func bytes(of beads: [Bead]) throws(FormatError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(beads.count * 20)
    var source: Int32 = 0
    var target: Int32 = 0
    for (index, bead) in beads.enumerated() {
      let follows =
        (bead.source.isEmpty || bead.source.lowerBound == source)
        && (bead.target.isEmpty || bead.target.lowerBound == target)
      guard follows, bead.score.isFinite else {
        let fault = follows ? "has the score '\(bead.score)'" : "does not follow the bead before it"
        throw FormatError(
          .unrepresentable, message: "bead \(index) \(fault); a ladder cannot hold it")
      }
      append(source, target, Double(bead.score), to: &text)
      source += Int32(bead.source.count)
      target += Int32(bead.target.count)
    }
    append(source, target, 0, to: &text)
    return text
  }

  /// Writes an alignment to a file, which takes its name when it is complete; `-` is standard
  /// output, a name that ends in `.gz` is compressed.
  ///
  /// - Throws: `unwritable`, naming the file; `unrepresentable`, as ``bytes(of:)``.
  public static func write(_ beads: [Bead], to path: String) throws(FormatError) {
    try CompressedOutputFile.write(bytes(of: beads), to: path)
  }

  /// Reads an alignment: the beads between the rungs, in order.
  ///
  /// Columns may be parted by tabs or spaces, the score may be missing and then reads as 1, blank
  /// lines are passed over. hunalign's confidence is kept, whatever its scale.
  /// - Parameters:
  ///   - bytes: The text.
  ///   - place: The file that it comes from, for errors.
  /// - Returns: The beads, one fewer than there are rungs.
  /// - Throws: `malformed`, with the line, for a line that is no rung and for one that goes back.
  public static func beads(in bytes: [UInt8], place: String) throws(FormatError) -> [Bead] {
    var beads: [Bead] = []
    try forEachBead(in: bytes, place: place) { bead, score, _ in
      var bead = bead
      bead.score = Float(score ?? 1)
      beads.append(bead)
    }
    return beads
  }

  /// Reads an alignment as records, each with the line of the rung that it begins at.
  ///
  /// - Throws: `malformed`, as ``beads(in:place:)``; a bead of more than 100,000 sentences a side
  ///   counts as that, too.
  public static func records(
    in bytes: [UInt8], place: String
  ) throws(FormatError) -> [BeadRecord] {
    var records: [BeadRecord] = []
    try forEachBead(in: bytes, place: place) { (bead, score, line) throws(FormatError) in
      // Two short lines can name more sentences than fit in memory.
      guard max(bead.source.count, bead.target.count) <= mostInARecord else {
        throw FormatError(
          .malformed, place: place, line: line,
          message: "the next rung lies more than \(mostInARecord) sentences ahead")
      }
      records.append(
        BeadRecord(
          source: Array(bead.source), target: Array(bead.target), score: score, line: line))
    }
    return records
  }

  private static let mostInARecord = 100_000

  /// Calls `body` with each bead, its score as written and the line of the rung that it begins at.
  private static func forEachBead(
    in bytes: [UInt8], place: String,
    _ body: (Bead, Double?, Int) throws(FormatError) -> Void
  ) throws(FormatError) {
    var rung: (source: Int32, target: Int32, score: Double?, line: Int)?
    try LineScanner.forEachLine(of: bytes) { (scanner, line) throws(FormatError) in
      guard let source = scanner.number(), let target = scanner.number() else {
        throw malformed(place, line)
      }
      var score: Double?
      if !scanner.skipSpaces() {
        score = scanner.decimal()
        guard score != nil, scanner.skipSpaces() else { throw malformed(place, line) }
      }
      if let rung {
        guard source >= rung.source, target >= rung.target else {
          throw FormatError(
            .malformed, place: place, line: line, message: "the rung lies before the one above it")
        }
        let bead = Bead(source: rung.source..<source, target: rung.target..<target, score: 1)
        try body(bead, rung.score, rung.line)
      }
      rung = (source, target, score, line)
    }
  }

  private static func append(
    _ source: Int32, _ target: Int32, _ score: Double, to text: inout [UInt8]
  ) {
    text.append(decimal: Int(source))
    text.append(UInt8(ascii: "\t"))
    text.append(decimal: Int(target))
    text.append(UInt8(ascii: "\t"))
    text.append(score: score)
    text.append(UInt8(ascii: "\n"))
  }

  private static func malformed(_ place: String, _ line: Int) -> FormatError {
    FormatError(
      .malformed, place: place, line: line,
      message: "not a rung: two sentence numbers and a score, with tabs between them")
  }
}

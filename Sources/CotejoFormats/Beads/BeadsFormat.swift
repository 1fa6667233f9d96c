public import CotejoAlignment

/// An alignment as lists of sentence numbers, one bead a line.
///
/// ```
/// [0, 1]:[0]:0.93
/// [2]:[]:0.41
/// ```
///
/// Numbers are 0-based, source first; the score has two to four decimals and a point in every
/// locale. vecalign writes and reads the same form (with a cost in place of the score).
public enum BeadsFormat {
  /// The text of an alignment.
  ///
  /// - Throws: `unrepresentable` for a score that is not a number.
  public static func bytes(of beads: [Bead]) throws(FormatError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(beads.count * 24)
    for bead in beads {
      guard bead.score.isFinite else {
        throw FormatError(
          .unrepresentable, message: "a bead has the score '\(bead.score)', not a number")
      }
      append(bead.source, to: &text)
      text.append(UInt8(ascii: ":"))
      append(bead.target, to: &text)
      text.append(UInt8(ascii: ":"))
      text.append(score: Double(bead.score))
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Writes an alignment to a file, which takes its name when it is complete; `-` is standard
  /// output, a name that ends in `.gz` is compressed.
  ///
  /// - Throws: `unwritable`, naming the file; `unrepresentable`, as ``bytes(of:)``.
  public static func write(_ beads: [Bead], to path: String) throws(FormatError) {
    try CompressedOutputFile.write(bytes(of: beads), to: path)
  }

  /// Reads an alignment as it stands, beads of scattered sentences included.
  ///
  /// Spaces may stand anywhere between the parts, the score may be missing, blank lines are passed
  /// over.
  /// - Parameters:
  ///   - bytes: The text.
  ///   - place: The file that it comes from, for errors.
  /// - Returns: The beads, in the order of the lines.
  /// - Throws: `malformed`, with the line, for anything else.
  public static func records(
    in bytes: [UInt8], place: String
  ) throws(FormatError) -> [BeadRecord] {
    var records: [BeadRecord] = []
    try LineScanner.forEachLine(of: bytes) { (scanner, line) throws(FormatError) in
      guard let source = list(&scanner), scanner.take(UInt8(ascii: ":")),
        let target = list(&scanner)
      else { throw malformed(place, line) }
      var score: Double?
      if scanner.take(UInt8(ascii: ":")) {
        score = scanner.decimal()
        guard score != nil else { throw malformed(place, line) }
      }
      guard scanner.skipSpaces() else { throw malformed(place, line) }
      records.append(BeadRecord(source: source, target: target, score: score, line: line))
    }
    return records
  }

  /// Reads an alignment of runs of sentences.
  ///
  /// An empty side stands where that side of the bead before ended; a missing score reads as 1; the
  /// score of another program is kept, whatever its scale.
  /// - Throws: `malformed`, with the line, as ``records(in:place:)`` and for sentences of a side
  ///   that do not follow each other.
  public static func beads(in bytes: [UInt8], place: String) throws(FormatError) -> [Bead] {
    try BeadRecord.beads(of: records(in: bytes, place: place), place: place)
  }

  private static func append(_ sentences: Range<Int32>, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "["))
    for sentence in sentences {
      if sentence > sentences.lowerBound { text.append(", ") }
      text.append(decimal: Int(sentence))
    }
    text.append(UInt8(ascii: "]"))
  }

  private static func list(_ scanner: inout LineScanner) -> [Int32]? {
    guard scanner.take(UInt8(ascii: "[")) else { return nil }
    if scanner.take(UInt8(ascii: "]")) { return [] }
    var numbers: [Int32] = []
    repeat {
      guard let number = scanner.number() else { return nil }
      numbers.append(number)
    } while scanner.take(UInt8(ascii: ","))
    return scanner.take(UInt8(ascii: "]")) ? numbers : nil
  }

  private static func malformed(_ place: String, _ line: Int) -> FormatError {
    FormatError(
      .malformed, place: place, line: line, message: "not a bead such as '[0, 1]:[0]:0.93'")
  }
}

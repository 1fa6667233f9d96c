/// A format that alignments are read in, to be judged.
public enum AlignmentFormat: String, CaseIterable, Hashable, Sendable {
  /// Sentence numbers, vecalign's; see ``BeadsFormat``.
  case beads
  /// hunalign's numeric ladder; see ``LadderFormat``.
  case ladder
  /// Records with the place of each sentence; see ``PlacedBead``.
  case jsonl

  /// Tells the format by the first byte of text: `[`, a digit or `{`.
  ///
  /// A text of blanks alone is an alignment without beads in any format; it is taken for `beads`.
  /// - Throws: `unknownFormat`, with the line, for any other text.
  public static func detect(_ bytes: [UInt8], place: String) throws(FormatError) -> Self {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while index < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[index]) {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
    guard index < bytes.count else { return .beads }
    switch bytes[index] {
    case UInt8(ascii: "["): return .beads
    case UInt8(ascii: "{"): return .jsonl
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .ladder
    default:
      throw FormatError(
        .unknownFormat, place: place, line: line,
        message: "not an alignment: neither beads such as '[0, 1]:[0]', nor a numeric ladder, nor "
          + "JSON Lines")
    }
  }
}

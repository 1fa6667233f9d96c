/// Writes JSON Lines: one record a line, the one lossless format.
///
/// ```
/// {"source":[{"document":"es/a.txt","start":0,"end":12,"text":"Buenos días."}],
///  "target":[{"document":"en/a.txt","start":0,"end":13,"text":"Good morning."}],
///  "type":"1-1","score":0.93}
/// ```
///
/// (on one line). Where word links were asked for, there is a member more, with the bytes of a word of
/// the original and of one of the rendering:
///
/// ```
/// "links":[[{"start":0,"end":6,"text":"Buenos"},{"start":0,"end":4,"text":"Good"}],…]
/// ```
///
/// Where the rendering was checked, there is `check`; see ``TranslationUnit/Check``.
///
/// `start` and `end` are byte offsets into the original file, the score has two to
/// four decimals. Characters that some reader takes for a line end are escaped; the slash is not.
public struct JSONLinesWriter: ~Copyable, TranslationUnitWriter, Sendable {
  /// What became of the units so far.
  public private(set) var counts = TranslationUnitCounts()

  private let path: String
  private var file: CompressedOutputFile
  private var record: [UInt8] = []

  /// Opens a file to write; one whose name ends in `.gz` is compressed, `-` is standard output.
  ///
  /// - Throws: `unwritable`, naming the file.
  public init(path: String) throws(FormatError) {
    self.path = path
    file = try CompressedOutputFile(path: path)
  }

  /// Appends a unit.
  ///
  /// - Throws: `unwritable`; `unrepresentable` for a score that is not a number, which leaves the
  ///   unit out.
  public mutating func write(_ unit: TranslationUnit) throws(FormatError) {
    try unit.checkScore(place: path)
    record.removeAll(keepingCapacity: true)
    Self.append(unit, to: &record)
    try file.write(record)
    counts.written += 1
  }

  /// Appends the record of a unit, with its line end; its score must be a number.
  package static func append(_ unit: TranslationUnit, to record: inout [UInt8]) {
    record.append("{")
    append(membersOf: unit, to: &record)
    if let links = unit.links { append(links, to: &record) }
    if let check = unit.check { append(check, to: &record) }
    record.append("}\n")
  }

  /// Appends the members that every record of a unit has, parted by commas: both sides, type, score.
  package static func append(membersOf unit: TranslationUnit, to record: inout [UInt8]) {
    record.append("\"source\":[")
    append(unit.source, to: &record)
    record.append("],\"target\":[")
    append(unit.target, to: &record)
    record.append("],\"type\":\"")
    record.append(unit.type)
    record.append("\",\"score\":")
    record.append(score: unit.score)
  }

  /// Completes the file, on the disk, but does not put it in place; no more can be written then.
  ///
  /// - Throws: `unwritable`, naming the file.
  public mutating func complete() throws(FormatError) {
    try file.prepare()
  }

  /// Completes the file and puts it in place.
  ///
  /// - Throws: `unwritable`, naming the file.
  public consuming func finish() throws(FormatError) {
    try file.commit()
  }

  private static func append(_ side: [TranslationUnit.Segment], to record: inout [UInt8]) {
    for (index, segment) in side.enumerated() {
      record.append(index == 0 ? "{\"document\":" : ",{\"document\":")
      JSONText.append(segment.document, to: &record)
      record.append(",")
      append(placeOf: segment, to: &record)
      record.append("}")
    }
  }

  private static func append(_ links: [TranslationUnit.Link], to record: inout [UInt8]) {
    record.append(",\"links\":[")
    for (index, link) in links.enumerated() {
      record.append(index == 0 ? "[{" : ",[{")
      append(placeOf: link.source, to: &record)
      record.append("},{")
      append(placeOf: link.target, to: &record)
      record.append("}]")
    }
    record.append("]")
  }

  static func append(
    placeOf segment: TranslationUnit.Segment, to record: inout [UInt8]
  ) {
    record.append("\"start\":")
    record.append(decimal: segment.start)
    record.append(",\"end\":")
    record.append(decimal: segment.end)
    record.append(",\"text\":")
    JSONText.append(segment.text, to: &record)
  }
}

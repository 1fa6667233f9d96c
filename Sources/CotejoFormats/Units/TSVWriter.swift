/// Writes tab-separated values: one unit a line, no header, the texts first.
///
/// The columns are those that readers of parallel text expect, source and target, and behind them
/// what traces the pair to its documents:
///
/// ```
/// source text, target text, score, type, source document, source bytes, target document, target bytes
/// ```
///
/// - Texts: the sentences of a side in a row, with a space between them (none between Chinese or
///   Japanese ones). Runs of white space, controls and line separators are folded to one space, so
///   a row is one line and its columns are eight whoever reads it. Nothing is quoted or escaped. A
///   side without sentences is an empty column.
/// - Score: two to four decimals.
/// - Bytes: `start-end` of each sentence in the original file, with `,` between them.
/// - Documents: one name, or if the sentences of the side come from several, one for each with `;`
///   between them. A backslash is written `\\`, `;` as `\;`, tab, LF and CR as `\t`, `\n` and `\r`
///   and other controls and separators as `\u0085`.
public struct TSVWriter: ~Copyable, TranslationUnitWriter, Sendable {
  /// What became of the units so far.
  public private(set) var counts = TranslationUnitCounts()

  private let path: String
  private var file: CompressedOutputFile
  private var row: [UInt8] = []

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
    row.removeAll(keepingCapacity: true)
    Self.append(unit, to: &row)
    try file.write(row)
    counts.written += 1
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

  private static func append(_ unit: TranslationUnit, to row: inout [UInt8]) {
    row.append(folded: unit.source)
    row.append(UInt8(ascii: "\t"))
    row.append(folded: unit.target)
    row.append(UInt8(ascii: "\t"))
    row.append(score: unit.score)
    row.append(UInt8(ascii: "\t"))
    row.append(unit.type)
    for side in [unit.source, unit.target] {
      row.append(UInt8(ascii: "\t"))
      Self.append(documentsOf: side, to: &row)
      row.append(UInt8(ascii: "\t"))
      Self.append(rangesOf: side, to: &row)
    }
    row.append(UInt8(ascii: "\n"))
  }

  private static func append(
    documentsOf side: [TranslationUnit.Segment], to row: inout [UInt8]
  ) {
    guard let first = side.first else { return }
    row.append(name: first.document, separator: ";")
    guard side.contains(where: { $0.document != first.document }) else { return }
    for segment in side.dropFirst() {
      row.append(UInt8(ascii: ";"))
      row.append(name: segment.document, separator: ";")
    }
  }

  private static func append(rangesOf side: [TranslationUnit.Segment], to row: inout [UInt8]) {
    for (index, segment) in side.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ",")) }
      row.append(decimal: segment.start)
      row.append(UInt8(ascii: "-"))
      row.append(decimal: segment.end)
    }
  }
}

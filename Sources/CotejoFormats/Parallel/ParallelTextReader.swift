/// Reads pairs of text that render each other, one after another, without holding the file.
///
/// Read are tab-separated values (the first two columns, no header, nothing quoted), JSON Lines as
/// ``JSONLinesWriter`` makes them, and Moses pairs; a file whose name ends in `.gz` is decompressed.
/// Lines end as ``LineReader`` says. A line that is no pair, for want of a column or of valid UTF-8,
/// is passed over and told in ``report``.
///
/// ```swift
/// var reader = try ParallelTextReader(path: "pairs.tsv.gz")
/// var source: [UInt8] = []
/// var target: [UInt8] = []
/// while try reader.read(source: &source, target: &target) { learn(source, target) }
/// ```
public struct ParallelTextReader: ~Copyable {
  /// What was found so far.
  public private(set) var report = ParallelTextReport()

  private enum Layout {
    case columns
    case records
    case files
  }

  private let layout: Layout
  private let place: String
  private let targetPlace: String
  private var lines: LineReader
  /// The lines of the rendering; unused unless the pair is in two files.
  private var targetLines: LineReader?
  private var line: [UInt8] = []

  /// Opens a file that holds both sides, taken by its name: `.tsv`, `.txt` or `.tab` for columns,
  /// `.jsonl` for records, each with or without `.gz`; `-` is standard input with columns.
  ///
  /// - Throws: `unreadable`; `unknownFormat` for any other name.
  public init(path: String) throws(FormatError) {
    let name = CompressedFile.nameWithoutCompression(path).lowercased()
    let layout: Layout? =
      name.hasSuffix(".jsonl")
      ? .records
      : [".tsv", ".tab", ".txt"].contains(where: name.hasSuffix) || path == "-" ? .columns : nil
    guard let layout else {
      throw FormatError(
        .unknownFormat, place: path,
        message: "the name of a file of pairs ends in .tsv or .jsonl, with or without .gz")
    }
    let lines = try LineReader(path: path)
    self.layout = layout
    place = path == "-" ? "standard input" : path
    targetPlace = place
    self.lines = lines
    targetLines = nil
  }

  /// Opens two line-parallel files.
  ///
  /// - Throws: `unreadable`, naming the file.
  public init(source: String, target: String) throws(FormatError) {
    let lines = try LineReader(path: source)
    let targetLines = try LineReader(path: target)
    layout = .files
    place = source
    targetPlace = target
    self.lines = lines
    self.targetLines = consume targetLines
  }

  /// Puts the next pair in place of what `source` and `target` hold: valid UTF-8, neither of them
  /// blank; `false` at the end.
  ///
  /// - Throws: `unreadable`, `damaged` or `tooLarge`, as ``LineReader/read(into:)``; `malformed` at
  ///   the end of two files that have different numbers of lines, with both numbers: some of the
  ///   pairs before cannot be pairs. Nothing can be read after that.
  public mutating func read(
    source: inout [UInt8], target: inout [UInt8]
  ) throws(FormatError) -> Bool {
    while try readLines(&source, &target) {
      let failure: String?
      switch layout {
      case .columns: failure = Self.columns(of: line, source: &source, target: &target)
      case .records: failure = Self.record(in: line, source: &source, target: &target)
      case .files: failure = nil
      }
      if let failure {
        report.note(failure, place: place, line: lines.lineNumber)
      } else if let failure = Self.encodingFault(of: source) {
        report.note(failure, place: place, line: lines.lineNumber)
      } else if let failure = Self.encodingFault(of: target) {
        report.note(failure, place: targetPlace, line: lines.lineNumber)
      } else if Self.isBlank(source) || Self.isBlank(target) {
        report.countOneSided()
      } else {
        report.countPair()
        return true
      }
    }
    source.removeAll()
    target.removeAll()
    return false
  }

  /// Reads the next line, of a pair of files both.
  private mutating func readLines(
    _ source: inout [UInt8], _ target: inout [UInt8]
  ) throws(FormatError) -> Bool {
    guard layout == .files else { return try lines.read(into: &line) }
    let hasSource = try lines.read(into: &source)
    let hasTarget = try targetLines?.read(into: &target) ?? false
    guard hasSource != hasTarget else { return hasSource }
    while try lines.read(into: &source) {}
    while try targetLines?.read(into: &target) ?? false {}
    throw FormatError(
      .malformed, place: place,
      message: "has \(lines.lineNumber) lines, but \(targetPlace) has "
        + "\(targetLines?.lineNumber ?? 0): they are not line-parallel")
  }

  private static func columns(
    of line: [UInt8], source: inout [UInt8], target: inout [UInt8]
  ) -> String? {
    guard let tab = line.firstIndex(of: 0x09) else { return "there is no tab" }
    let rest = line[(tab + 1)...]
    let end = rest.firstIndex(of: 0x09) ?? line.count
    source.removeAll(keepingCapacity: true)
    target.removeAll(keepingCapacity: true)
    source.append(contentsOf: line[..<tab])
    target.append(contentsOf: line[(tab + 1)..<end])
    return nil
  }

  private static func record(
    in line: [UInt8], source: inout [UInt8], target: inout [UInt8]
  ) -> String? {
    if let fault = encodingFault(of: line) { return fault }
    do {
      try TranslationUnitRecord.read(line, source: &source, target: &target)
      return nil
    } catch {
      return "\(error.message), at byte \(error.offset) of the line"
    }
  }

  private static func encodingFault(of text: [UInt8]) -> String? {
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return "it is not valid UTF-8, at byte \(error.byteOffsets.lowerBound) of the text"
    }
  }

  private static func isBlank(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 <= 0x20 }
  }
}

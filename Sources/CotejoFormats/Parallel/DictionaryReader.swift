/// Reads the entries of a bilingual dictionary, one after another, without holding the file.
///
/// An entry a line: `source<TAB>target`, and a weight in a third column, a number above 0, if it is
/// not 1; further columns are not read. Blank lines and lines that begin with `#` are passed over. A
/// file whose name ends in `.gz` is decompressed. Lines end as ``LineReader`` says. A line that is no
/// entry is passed over and told in ``report``.
///
/// ```swift
/// var reader = try DictionaryReader(path: "words.tsv")
/// var source: [UInt8] = []
/// var target: [UInt8] = []
/// while let weight = try reader.read(source: &source, target: &target) { add(source, target, weight) }
/// ```
public struct DictionaryReader: ~Copyable {
  /// What was found so far.
  public private(set) var report = ParallelTextReport()

  private let place: String
  private var lines: LineReader
  private var line: [UInt8] = []

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `unreadable`.
  public init(path: String) throws(FormatError) {
    lines = try LineReader(path: path)
    place = path == "-" ? "standard input" : path
  }

  /// Puts the next entry in place of what `source` and `target` hold: valid UTF-8, neither of them
  /// blank.
  ///
  /// - Returns: The entry's weight, above 0; nil at the end.
  /// - Throws: `unreadable`, `damaged` or `tooLarge`, as ``LineReader/read(into:)``.
  public mutating func read(
    source: inout [UInt8], target: inout [UInt8]
  ) throws(FormatError) -> Float? {
    while try lines.read(into: &line) {
      if line.first == UInt8(ascii: "#") || Self.isBlank(line[...]) { continue }
      if let weight = entry(source: &source, target: &target) { return weight }
    }
    source.removeAll()
    target.removeAll()
    return nil
  }

  /// Takes the line apart; notes why it is no entry.
  private mutating func entry(source: inout [UInt8], target: inout [UInt8]) -> Float? {
    guard String(validating: line, as: UTF8.self) != nil else {
      return fault("it is not valid UTF-8")
    }
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard columns.count > 1 else { return fault("there is no tab") }
    guard !Self.isBlank(columns[0]), !Self.isBlank(columns[1]) else {
      report.countOneSided()
      return nil
    }
    var weight: Float = 1
    if columns.count > 2, !Self.isBlank(columns[2]) {
      let number = String(decoding: columns[2], as: UTF8.self)
      guard let value = Float(number), value > 0, value.isFinite else {
        return fault("'\(number)' is no weight: a number above 0")
      }
      weight = value
    }
    source.removeAll(keepingCapacity: true)
    target.removeAll(keepingCapacity: true)
    source.append(contentsOf: columns[0])
    target.append(contentsOf: columns[1])
    report.countPair()
    return weight
  }

  private mutating func fault(_ message: String) -> Float? {
    report.note(message, place: place, line: lines.lineNumber)
    return nil
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 <= 0x20 }
  }
}

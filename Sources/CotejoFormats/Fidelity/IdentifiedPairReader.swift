public import CotejoFidelity
internal import CotejoText

/// Reads pairs to be checked, with their names, one after another, without holding the file.
///
/// JSON Lines (`{"id":"7","source":"…","target":"…"}` a line; other members are passed over, a line
/// without `id` goes by its number) and tab-separated values (the first two columns).
public struct IdentifiedPairReader: ~Copyable {
  private var lines: LineReader
  private var line: [UInt8] = []
  private let isRecords: Bool
  private let place: String

  /// Opens a file, taken by its name: `.jsonl`, else columns; `-` is standard input with columns.
  ///
  /// - Throws: `unreadable`.
  public init(path: String) throws(FormatError) {
    isRecords = CompressedFile.nameWithoutCompression(path).lowercased().hasSuffix(".jsonl")
    place = path == "-" ? "standard input" : path
    lines = try LineReader(path: path)
  }

  /// The next pair with its name; `nil` at the end.
  ///
  /// - Throws: `malformed`, with the line, for a line that is no pair; what reading throws.
  public mutating func next() throws(FormatError) -> (id: String, pair: RenderedPair)? {
    while try lines.read(into: &line) {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      do {
        return try isRecords ? record() : columns()
      } catch {
        throw FormatError(
          .malformed, place: place, line: lines.lineNumber,
          message: "\(error.message) (byte \(error.offset) of the line)")
      }
    }
    return nil
  }

  private func columns() throws(JSONScanner.Fault) -> (id: String, pair: RenderedPair) {
    let columns = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
    guard columns.count > 1 else { throw JSONScanner(line).fault("there is no tab") }
    return (
      String(lines.lineNumber),
      RenderedPair(source: Array(columns[0]), target: Array(columns[1]))
    )
  }

  private func record() throws(JSONScanner.Fault) -> (id: String, pair: RenderedPair) {
    var scanner = JSONScanner(line)
    guard String(validating: line, as: UTF8.self) != nil else {
      throw scanner.fault("the line is not valid UTF-8")
    }
    var id: String?
    var source: [UInt8]?
    var target: [UInt8]?
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      var text: [UInt8] = []
      if key.elementsEqual("id".utf8) {
        try scanner.string(into: &text)
        id = String(decoding: text, as: UTF8.self)
      } else if key.elementsEqual("source".utf8) {
        try scanner.string(into: &text)
        source = text
      } else if key.elementsEqual("target".utf8) {
        try scanner.string(into: &text)
        target = text
      } else {
        try scanner.skipValue()
      }
    }
    try scanner.end()
    guard let source, let target else { throw scanner.fault("'source' or 'target' is missing") }
    return (id ?? String(lines.lineNumber), RenderedPair(source: source, target: target))
  }
}

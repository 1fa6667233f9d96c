internal import CotejoFidelity
internal import CotejoText

/// Pairs in the first two of columns with tabs between them; each goes by the number of its line.
final class ColumnPairs: PairSource {
  private var lines: LineReader
  private var line: [UInt8] = []
  private let place: String
  /// Standard input has no bytes that anybody could look up.
  private let hasOffsets: Bool

  init(path: String) throws(FormatError) {
    lines = try LineReader(path: path)
    place = path == "-" ? "standard input" : path
    hasOffsets = path != "-"
  }

  func next() throws(FormatError) -> PairEntry? {
    repeat {
      guard try lines.read(into: &line) else { return nil }
    } while line.allSatisfy { $0 == 0x20 || $0 == 0x0D }
    guard let tab = line.firstIndex(of: 0x09) else {
      return fault(.malformed, "there is no tab between an original and its rendering")
    }
    do {
      _ = try UTF8Span(validating: line.span)
    } catch {
      return fault(
        .invalidEncoding,
        "the line is not valid UTF-8 (byte \(error.byteOffsets.lowerBound) of the line)")
    }
    let end = line[(tab + 1)...].firstIndex(of: 0x09) ?? line.count
    let offsets = IdentifiedPair.Offsets(
      source: lines.lineOffset, target: lines.lineOffset + tab + 1)
    return .pair(
      IdentifiedPair(
        id: String(lines.lineNumber),
        pair: RenderedPair(source: Array(line[..<tab]), target: Array(line[(tab + 1)..<end])),
        line: lines.lineNumber, offsets: hasOffsets ? offsets : nil))
  }

  private func fault(_ code: FormatError.Code, _ message: String) -> PairEntry {
    .fault(FormatError(code, place: place, line: lines.lineNumber, message: message))
  }
}

/// Pairs as objects, one a line; one without `id` goes by the number of its line.
final class RecordPairs: PairSource {
  private var lines: LineReader
  private var line: [UInt8] = []
  private let place: String

  init(path: String) throws(FormatError) {
    lines = try LineReader(path: path)
    place = path == "-" ? "standard input" : path
  }

  func next() throws(FormatError) -> PairEntry? {
    repeat {
      guard try lines.read(into: &line) else { return nil }
    } while line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let number = lines.lineNumber
    do {
      return try JSONLines.record(in: line, place: place, number: number) {
        (scanner) throws(JSONScanner.Fault) in
        try Self.pair(&scanner, line: number)
      }
    } catch {
      return .fault(error)
    }
  }

  private static func pair(
    _ scanner: inout JSONScanner, line: Int
  ) throws(JSONScanner.Fault) -> PairEntry {
    var id: String?
    var source: [UInt8]?
    var target: [UInt8]?
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      if key.elementsEqual("id".utf8) {
        id = try name(&scanner)
      } else if key.elementsEqual("source".utf8) {
        guard source == nil else { throw scanner.fault("a side stands there twice") }
        source = try side(&scanner)
      } else if key.elementsEqual("target".utf8) {
        guard target == nil else { throw scanner.fault("a side stands there twice") }
        target = try side(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
    guard let source, let target else { throw scanner.fault("'source' or 'target' is missing") }
    return .pair(
      IdentifiedPair(
        id: id ?? String(line), pair: RenderedPair(source: source, target: target), line: line))
  }

  /// A name: a string, or a number as it would be printed.
  private static func name(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> String? {
    if scanner.take(word: "null") { return nil }
    guard scanner.peek() != UInt8(ascii: "\"") else {
      var text: [UInt8] = []
      try scanner.string(into: &text)
      return String(decoding: text, as: UTF8.self)
    }
    let number = try scanner.number()
    return Int(exactly: number).map(String.init) ?? String(number)
  }

  /// A text, or the sentences of an alignment joined; `nil` for `null`.
  private static func side(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [UInt8]? {
    if scanner.take(word: "null") { return nil }
    var text: [UInt8] = []
    if scanner.peek() == UInt8(ascii: "[") {
      try TranslationUnitRecord.side(&scanner, into: &text)
    } else {
      try scanner.string(into: &text)
    }
    return text
  }
}

internal import CotejoFormats
internal import CotejoText

/// What the manifest of an earlier run says, for telling why something must be done again.
struct EarlierRun {
  /// What it says of a stage.
  struct Stage {
    var version = 0
    var fingerprint = ""
    /// The values of its parameters, as the manifest writes them.
    var parameters: [String: [UInt8]] = [:]
  }

  /// What it says of a pair.
  struct Pair {
    /// The hashes of both files as hexadecimal digits; nil for what was not read.
    var source: [UInt8]?
    var target: [UInt8]?
    var isQuarantined = false
  }

  /// The stages by their ids.
  private(set) var stages: [String: Stage] = [:]
  /// The pairs by their ids.
  private(set) var pairs: [String: Pair] = [:]

  /// Reads the manifest in an output folder; nil where there is none, or none that can be read.
  init?(in context: RunContext) {
    guard let bytes = try? InputFile.bytes(of: context.path(of: RunFile.manifest.rawValue)),
      (try? UTF8Span(validating: bytes.span)) != nil
    else { return nil }
    var scanner = JSONScanner(bytes)
    do throws(JSONScanner.Fault) {
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        switch String(decoding: key, as: UTF8.self) {
        case "stages":
          try scanner.array { (scanner) throws(JSONScanner.Fault) in try readStage(&scanner) }
        case "documents":
          try scanner.array { (scanner) throws(JSONScanner.Fault) in try readPair(&scanner) }
        default: try scanner.skipValue()
        }
      }
    } catch {
      return nil
    }
  }

  private mutating func readStage(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var id: [UInt8] = []
    var stage = Stage()
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      switch String(decoding: key, as: UTF8.self) {
      case "id": try scanner.string(into: &id)
      case "version": stage.version = Int(try scanner.wholeNumber())
      case "fingerprint":
        var digits: [UInt8] = []
        try scanner.string(into: &digits)
        stage.fingerprint = String(decoding: digits, as: UTF8.self)
      case "parameters":
        try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
          stage.parameters[String(decoding: name, as: UTF8.self)] = Self.oneLine(
            try scanner.rawValue())
        }
      default: try scanner.skipValue()
      }
    }
    stages[String(decoding: id, as: UTF8.self)] = stage
  }

  /// A value without the line ends and the blanks that make a long list readable.
  private static func oneLine(_ value: [UInt8]) -> [UInt8] {
    var isText = false
    var isEscaped = false
    return value.filter { byte in
      defer { isEscaped = isText && byte == UInt8(ascii: "\\") && !isEscaped }
      if byte == UInt8(ascii: "\""), !isEscaped { isText.toggle() }
      return isText || byte > 0x20
    }
  }

  private mutating func readPair(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var id: [UInt8] = []
    var status: [UInt8] = []
    var pair = Pair()
    func hash(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [UInt8]? {
      var hash: [UInt8]?
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        guard key.elementsEqual("sha256".utf8) else { return try scanner.skipValue() }
        var digits: [UInt8] = []
        try scanner.string(into: &digits)
        hash = digits
      }
      return hash
    }
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      switch String(decoding: key, as: UTF8.self) {
      case "pair": try scanner.string(into: &id)
      case "status": try scanner.string(into: &status)
      case "source": pair.source = try hash(&scanner)
      case "target": pair.target = try hash(&scanner)
      default: try scanner.skipValue()
      }
    }
    pair.isQuarantined = !status.elementsEqual("done".utf8)
    pairs[String(decoding: id, as: UTF8.self)] = pair
  }
}

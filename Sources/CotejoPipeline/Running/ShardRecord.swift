internal import CotejoFormats
internal import CotejoText

/// What a shard of a run leaves beside its results: `shard.json`, written last.
public struct ShardRecord: Sendable {
  /// The file, below the output folder of the shard.
  public static let file = "shard.json"
  /// The folder of its results, below the output folder of the shard.
  static let results = "results"

  /// The output folder of the shard.
  public var folder: String
  /// Which part of the run it is.
  public var shard: Shard
  /// The version of the program.
  public var version: String
  /// What the plan and all that its stages go by come to, as hexadecimal digits.
  public var plan: String
  /// How many pairs the run has.
  public var pairs: Int
  /// The arguments of `run` that say which run it is, without those of the shard and its folder.
  public var arguments: [String]

  /// Makes a record.
  init(
    folder: String, shard: Shard, version: String, plan: String, pairs: Int, arguments: [String]
  ) {
    self.folder = folder
    self.shard = shard
    self.version = version
    self.plan = plan
    self.pairs = pairs
    self.arguments = arguments
  }

  /// Reads the record in the output folder of a shard.
  ///
  /// - Throws: `corpus`, naming the file, where there is none or none that can be read.
  public init(in folder: String) throws(PipelineError) {
    let path = SystemCall.path(of: Self.file, below: folder)
    func failure(_ message: String) -> PipelineError {
      PipelineError(.corpus, at: Place(file: path), message)
    }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path)
    } catch {
      throw failure("\(error.message); is the shard complete?")
    }
    guard (try? UTF8Span(validating: bytes.span)) != nil else { throw failure("is not UTF-8") }
    var texts: [String: String] = [:]
    var arguments: [String] = []
    var pairs = -1
    var scanner = JSONScanner(bytes)
    do throws(JSONScanner.Fault) {
      func text(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> String {
        var text: [UInt8] = []
        try scanner.string(into: &text)
        return String(decoding: text, as: UTF8.self)
      }
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        let key = String(decoding: key, as: UTF8.self)
        switch key {
        case "arguments":
          try scanner.array { (scanner) throws(JSONScanner.Fault) in
            arguments.append(try text(&scanner))
          }
        case "pairs": pairs = Int(try scanner.wholeNumber())
        case "shard", "cotejo", "plan": texts[key] = try text(&scanner)
        default: try scanner.skipValue()
        }
      }
      try scanner.end()
    } catch {
      throw failure("byte \(error.offset): \(error.message)")
    }
    guard let shard = texts["shard"].flatMap(Shard.init), let version = texts["cotejo"],
      let plan = texts["plan"], pairs >= 0, !arguments.isEmpty
    else { throw failure("is no record of a shard") }
    self.init(
      folder: folder, shard: shard, version: version, plan: plan, pairs: pairs,
      arguments: arguments)
  }

  /// Writes the record.
  ///
  /// - Throws: `unwritable`.
  func write() throws(PipelineError) {
    let value = JSONValue.object([
      ("cotejo", .string(version)), ("shard", .string(shard.description)), ("plan", .string(plan)),
      ("pairs", .integer(pairs)), ("arguments", .array(arguments.map { .string($0) })),
    ])
    do {
      var file = try OutputFile(path: SystemCall.path(of: Self.file, below: folder))
      file.write(value.pretty().span)
      try file.commit()
    } catch {
      throw PipelineError(unwritable: error)
    }
  }

  /// Checks that records are those of all shards of one run, each once.
  ///
  /// - Throws: `corpus`, naming a shard that is missing, there twice, or of another run.
  public static func check(_ records: [ShardRecord]) throws(PipelineError) {
    guard let first = records.first else {
      throw PipelineError(.corpus, at: Place(file: "shards"), "there are none to merge")
    }
    var folders: [Int: String] = [:]
    for record in records {
      func refuse(_ message: String) -> PipelineError {
        PipelineError(.corpus, at: Place(file: record.folder), message)
      }
      guard record.shard.count == first.shard.count else {
        throw refuse(
          "is shard \(record.shard), and '\(first.folder)' is shard \(first.shard): they are not of "
            + "one run")
      }
      guard record.version == first.version else {
        throw refuse(
          "is of version \(record.version) of the program, and '\(first.folder)' of "
            + first.version)
      }
      guard record.plan == first.plan, record.pairs == first.pairs,
        record.arguments == first.arguments
      else {
        throw refuse(
          "is of another run than '\(first.folder)': pipeline, arguments, documents or lexicons "
            + "differ")
      }
      if let other = folders.updateValue(record.folder, forKey: record.shard.number) {
        throw refuse("is shard \(record.shard), and so is '\(other)'")
      }
    }
    let missing = (1...first.shard.count).filter { folders[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.map { "\($0)/\(first.shard.count)" }.joined(separator: ", ")
      throw PipelineError(
        .corpus, at: Place(file: "shards"),
        "\(missing.count == 1 ? "shard" : "shards") \(names) \(missing.count == 1 ? "is" : "are") "
          + "missing")
    }
  }
}

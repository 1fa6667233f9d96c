import Foundation
import Testing

/// What `cotejo trace` reads: articles, lists, transcripts and their index.
struct TraceFilesTests {
  /// The members of a record of `cotejo trace` that the tests look at.
  private struct Record: Decodable {
    struct Place: Decodable {
      var document: String?
      var start: Int
      var end: Int
      var text: String
      var speaker: String?
    }

    var quote: Place
    var found: Bool
    var origin: String
    var sources: [Place]
    var alternatives: [[Place]]
  }

  private static let transcript = """
    \u{FEFF}Fecha: 2031-03-04\r
    \r
    MARCELA IBARRA: Señores, las campanas viejas se van a vender en la plaza.\r
    \r
    PREGUNTA: ¿Cuándo?\r

    """
  private static let article =
    "\u{FEFF}Café.\r\n“The old bells will be sold in the square,” Marcela Ibarra said.\r\n"

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Self.transcript, to: "t.txt")
    try workspace.write(Self.article, to: "a.txt")
    return workspace
  }

  private func records(_ result: Command.Result) throws -> [Record] {
    try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
  }

  /// The bytes of a place, as the file has them.
  private func slice(_ place: Record.Place, _ data: Data) -> String {
    String(decoding: data[place.start..<place.end], as: UTF8.self)
  }

  @Test func `offsets are those of the files, marks and line ends counted`() throws {
    let workspace = try workspace()
    let result = try workspace.run(
      "trace", "--from", "es", "--to", "en", "--transcript", "t.txt", "--format", "jsonl", "a.txt")
    #expect(result.status == 0 && result.errors.isEmpty)
    let record = try #require(try records(result).first)
    #expect(record.found && record.origin == "transcripts")
    #expect(slice(record.quote, try workspace.data("a.txt")) == record.quote.text)
    #expect(record.sources.map(\.text) == ["las campanas viejas se van a vender en la plaza"])
    #expect(record.sources[0].speaker == "Marcela Ibarra" && record.sources[0].document == "t.txt")
    #expect(slice(record.sources[0], try workspace.data("t.txt")) == record.sources[0].text)
  }

  @Test func `a list says which quotations, in its order, by bytes of the file`() throws {
    let workspace = try workspace()
    let data = Data(Self.article.utf8)
    let bells = try #require(data.range(of: Data("old bells".utf8)))
    let square = try #require(data.range(of: Data("in the square".utf8)))
    try workspace.write(
      """
      {"start":\(square.lowerBound),"end":\(square.upperBound)}
      {"start":\(bells.lowerBound),"end":\(bells.upperBound),"text":"?"}
      {"start":7,"end":8}
      {"start":0,"end":0}

      """, to: "q.jsonl")
    let result = try workspace.run(
      "trace", "--from", "es", "--to", "en", "--transcript", "t.txt", "--quotes", "q.jsonl",
      "--format", "jsonl", "a.txt")
    #expect(result.status == 0, "\(result.errors)")
    let records = try records(result)
    #expect(records.map(\.quote.text) == ["in the square", "old bells", "é", ""])
    #expect(
      records[0].quote.start == square.lowerBound && records[0].quote.end == square.upperBound)
    // Half a character counts whole.
    #expect(records[2].quote.start == 6 && records[2].quote.end == 8)
    #expect(!records[3].found)
  }

  @Test(arguments: ["{\"start\":1}", "{\"start\":1,\"end\":9999}", "nonsense"])
  func `a bad line of the list is an error with its place`(_ line: String) throws {
    let workspace = try workspace()
    try workspace.write("{\"start\":1,\"end\":2}\n\(line)\n", to: "q.jsonl")
    let result = try workspace.run(
      "trace", "--from", "es", "--to", "en", "--transcript", "t.txt", "--quotes", "q.jsonl",
      "--format", "jsonl", "a.txt")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("q.jsonl:2: error: "))
  }

  @Test func `an index is made once, reused, and made anew when it is damaged`() throws {
    let workspace = try workspace()
    try workspace.write(Self.transcript, to: "talks/2031/t.txt")
    for number in 0..<12 {
      try workspace.write("ANA RUIZ: Palabra\(number) sola.\n", to: "talks/\(number).txt")
    }
    func run() throws -> Command.Result {
      try workspace.run(
        "trace", "--from", "es", "--to", "en", "--transcript", "talks", "--index", "talks.index",
        "--format", "jsonl", "a.txt")
    }
    // Files that were written just now are looked at again, and the index with them.
    for name in workspace.files(in: "talks") {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
        ofItemAtPath: "\(workspace.path)/talks/\(name)")
    }
    Thread.sleep(forTimeInterval: 2.1)
    let first = try run()
    #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
    let record = try #require(try records(first).first)
    #expect(record.found && record.sources.map(\.document) == ["talks/2031/t.txt"])
    func changed() throws -> Date? {
      try FileManager.default.attributesOfItem(atPath: "\(workspace.path)/talks.index")[
        .modificationDate] as? Date
    }
    let made = try changed()
    let second = try run()
    #expect(second.output == first.output && second.errors.isEmpty)
    #expect(try changed() == made)
    var bytes = try workspace.data("talks.index")
    bytes[bytes.count / 2] ^= 0x20
    try workspace.write(bytes, to: "talks.index")
    let third = try run()
    #expect(third.status == 0 && third.output == first.output)
    #expect(third.errors.hasPrefix("talks: note: ") && third.errors.contains("made anew"))
    #expect(try run().errors.isEmpty)
  }

  @Test func `a transcript that is given twice was not said twice, and a copy was`() throws {
    let workspace = try workspace()
    try workspace.write(Self.transcript, to: "talks/t.txt")
    for number in 0..<12 {
      try workspace.write("ANA RUIZ: Palabra\(number) sola.\n", to: "talks/\(number).txt")
    }
    try workspace.link("talks/t.txt", to: "link.txt")
    try workspace.link("t.txt", to: "talks/0-link.txt")
    func record(_ transcripts: [String]) throws -> Record {
      let result = try Command.run(
        ["trace", "--from", "es", "--to", "en", "--index", "i.index", "--format", "jsonl"]
          + ["a.txt", "--transcript"] + transcripts, in: workspace.path)
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
      return try #require(try records(result).first)
    }
    for transcripts in [
      ["talks"], ["talks", "./talks/t.txt"], ["link.txt", "talks/t.txt", "talks"],
    ] {
      let record = try record(transcripts)
      #expect(record.found && record.sources.count == 1)
      #expect(record.alternatives.isEmpty, "\(transcripts)")
    }
    try workspace.write(Self.transcript, to: "talks/copy.txt")
    #expect(try record(["talks"]).alternatives.count == 1)
  }

  @Test func `a file of the folder that is no text is left out with a warning`() throws {
    let workspace = try workspace()
    try workspace.write(Self.transcript, to: "talks/t.txt")
    try workspace.write([0x41, 0xFF, 0x42], to: "talks/x.txt")
    let result = try workspace.run(
      "trace", "--from", "es", "--to", "en", "--transcript", "talks", "--index", "i.index",
      "--format", "jsonl", "a.txt")
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("talks/x.txt: warning: left out: "))
    #expect(try records(result).first?.found == true)
  }

  @Test(arguments: ["nowhere", "nowhere/", "broken.txt"])
  func `what cannot be read is an error that names it`(_ path: String) throws {
    let workspace = try workspace()
    try workspace.write([0x41, 0xFF, 0x42], to: "broken.txt")
    let result = try workspace.run(
      "trace", "--from", "es", "--to", "en", "--transcript", path, "--format", "jsonl", "a.txt")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("\(path):") && result.errors.contains("error: "))
  }

  @Test(arguments: [
    ["--minimum-confidence", "1.5"], ["--speaker", "Whitcombe"], ["--speaker", "=en"],
    ["--speaker", "Whitcombe=english!"],
  ])
  func `a wrong option is a usage error`(_ options: [String]) throws {
    let workspace = try workspace()
    let result = try Command.run(
      ["trace", "--from", "es", "--to", "en", "--transcript", "t.txt"] + options + ["a.txt"],
      in: workspace.path)
    #expect(result.status == 2 && result.output.isEmpty)
  }

  @Test func `a declared speaker's words come from elsewhere`() throws {
    let workspace = try workspace()
    let result = try workspace.run(
      "trace", "--from", "es", "--to", "en", "--transcript", "t.txt", "--speaker",
      "Marcela Ibarra=en", "--format", "jsonl", "a.txt")
    let record = try #require(try records(result).first)
    #expect(!record.found && record.origin == "elsewhere" && record.sources.isEmpty)
  }
}

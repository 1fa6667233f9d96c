import Foundation
import Testing

struct AlignCommandTests {
  private static let source = "El mar.\nEl sol es azul.\n\nTres mujeres bebieron agua.\n"
  private static let target = "The sea.\nThe sun is blue.\n\nThree women drank water.\n"

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Self.source, to: "a.es")
    try workspace.write(Self.target, to: "a.en")
    return workspace
  }

  private func align(
    _ workspace: Workspace, _ arguments: String..., from: String = "es", to: String = "en"
  ) throws -> Command.Result {
    try Command.run(["align", "--from", from, "--to", to] + arguments, in: workspace.path)
  }

  /// The sentence numbers of beads, without their scores.
  private func joints(_ beads: String) -> [String] {
    beads.split(separator: "\n").map { line in
      line.split(separator: ":").dropLast().joined(separator: ":")
    }
  }

  // MARK: - Formats

  @Test func `each format holds the same beads`() throws {
    let workspace = try workspace()
    func output(_ format: String) throws -> [Substring] {
      let result = try align(workspace, "--format", format, "a.es", "a.en")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.isEmpty)
      #expect(result.output.hasSuffix("\n"))
      return result.output.split(separator: "\n")
    }
    let beads = try output("beads")
    #expect(joints(beads.joined(separator: "\n")) == ["[0]:[0]", "[1]:[1]", "[2]:[2]"])
    let ladder = try output("ladder").map { $0.split(separator: "\t").prefix(2) }
    #expect(ladder == [["0", "0"], ["1", "1"], ["2", "2"], ["3", "3"]])
    let table = try output("tsv").map { $0.split(separator: "\t").prefix(2) }
    #expect(table.first == ["El mar.", "The sea."])
    #expect(table.last == ["Tres mujeres bebieron agua.", "Three women drank water."])
    let records = try output("jsonl").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(records.map { $0["type"] as? String } == ["1-1", "1-1", "1-1"])
    for record in records {
      for (key, file) in [("source", "a.es"), ("target", "a.en")] {
        let side = try #require((record[key] as? [[String: Any]])?.first)
        let start = try #require(side["start"] as? Int)
        let end = try #require(side["end"] as? Int)
        #expect(side["document"] as? String == file)
        let bytes = try workspace.data(file)[start..<end]
        #expect(String(decoding: bytes, as: UTF8.self) == side["text"] as? String)
      }
    }
    let units = try output("tmx").joined(separator: "\n")
    #expect(units.components(separatedBy: "<tu>").count == 4)
    #expect(units.contains("<seg>Three women drank water.</seg>"))
  }

  @Test func `both directions work, without a lexicon and for any languages`() throws {
    let workspace = try workspace()
    let there = try align(workspace, "--format", "beads", "a.es", "a.en")
    let back = try align(workspace, "--format", "beads", "a.en", "a.es", from: "en", to: "es")
    #expect(back.status == 0)
    #expect(joints(back.output) == joints(there.output))
    for (from, to) in [("no", "fi"), ("es-MX", "en-GB"), ("en", "es")] {
      let other = try align(
        workspace, "--format", "beads", "--lexicon", "none", "a.es", "a.en", from: from, to: to)
      #expect(other.status == 0, "\(other.errors)")
      #expect(other.output.hasPrefix("[0]"))
    }
  }

  // MARK: - Lines

  @Test func `lines are sentences, whatever stands inside or between them`() throws {
    let workspace = try workspace()
    // U+2028, U+0085, a form feed and a lone CR are no line ends; blank lines count.
    try workspace.write(
      "uno\u{2028}dos\r\n\r\ntres\u{85}\u{0C}cuatro\ncinco\rseis\n\n\nocho", to: "l.es")
    try workspace.write("one two\n\nthree four\r\nfive six\n\n\neight\n", to: "l.en")
    let result = try align(workspace, "--sentences", "--format", "beads", "l.es", "l.en")
    #expect(result.status == 0)
    var (source, target): ([Int], [Int]) = ([], [])
    for bead in result.output.split(separator: "\n") {
      let sides = bead.split(separator: ":").map { side in
        side.split { !$0.isWholeNumber }.compactMap { Int($0) }
      }
      source += sides[0]
      target += sides[1]
    }
    #expect(source == Array(0..<7))
    #expect(target == Array(0..<7))
  }

  @Test func `one side may be standard input`() throws {
    let workspace = try workspace()
    let files = try align(workspace, "--sentences", "a.es", "a.en", "--format", "beads")
    for (file, arguments) in [("a.es", "- a.en"), ("a.en", "a.es -")] {
      let shell = try Command.shell(
        "'\(Command.path)' align --from es --to en --sentences --format beads \(arguments) < \(file)",
        in: workspace.path)
      #expect(shell.status == 0, "\(shell.errors)")
      #expect(shell.output == files.output)
    }
  }

  @Test func `an empty side leaves every sentence alone`() throws {
    let workspace = try workspace()
    try workspace.write("", to: "empty")
    try workspace.write("\n\n", to: "blank")
    for name in ["empty", "blank"] {
      let result = try align(workspace, "--format", "beads", "a.es", name)
      #expect(result.status == 0, "\(result.errors)")
      #expect(joints(result.output) == ["[0]:[]", "[1]:[]", "[2]:[]"])
      let other = try align(workspace, "--format", "beads", name, "a.en")
      #expect(joints(other.output) == ["[]:[0]", "[]:[1]", "[]:[2]"])
    }
    let none = try align(workspace, "--format", "beads", "empty", "empty")
    #expect(none.status == 0)
    #expect(none.output.isEmpty)
  }

  // MARK: - Many pairs

  @Test(arguments: [["--jobs", "1"], ["--jobs", "4"], ["--learn", "--jobs", "3"]])
  func `many pairs go to files, in the order of the list`(_ options: [String]) throws {
    let workspace = try workspace()
    for number in 0..<12 {
      try workspace.write("Ana Ruiz leyó \(number + 70).\n", to: "s\(number)")
      try workspace.write("Ana Ruiz read \(number + 70).\nMore.\n", to: "t\(number)")
    }
    let list = (0..<12).map { "s\($0)\tt\($0)\r\n" }.joined(separator: "\n")
    try workspace.write("\u{FEFF}" + list, to: "list")
    let result = try Command.run(
      ["align", "--from", "es", "--to", "en", "--sentences", "--pairs", "list"]
        + ["--output", "out/deep", "--format", "tsv"] + options, in: workspace.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty && result.errors.isEmpty)
    let names = (1...12).map { "0000" + ($0 < 10 ? "0" : "") + "\($0).tsv" }
    #expect(workspace.files(in: "out/deep") == names)
    for (number, name) in names.enumerated() {
      #expect(
        try workspace.text("out/deep/\(name)").hasPrefix(
          "Ana Ruiz leyó \(number + 70).\tAna Ruiz read \(number + 70)."))
    }
  }

  @Test(arguments: [[], ["--learn"]])
  func `a pair that cannot be read is named, and the others are done`(_ options: [String]) throws {
    let workspace = try workspace()
    try workspace.write(Data([0x61, 0x0A, 0xFF]), to: "bad")
    try workspace.write(
      "a.es\ta.en\nnowhere\ta.en\na.es\tbad\na.es\t.\na.es\ta.en\n", to: "list")
    let result = try Command.run(
      ["align", "--from", "es", "--to", "en", "--pairs", "list", "--output", "out"]
        + ["--format", "beads"] + options, in: workspace.path)
    #expect(result.status == 3)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "nowhere: error: cannot be read: No such file or directory")
    #expect(lines[1].hasPrefix("bad: byte 2: error: is not valid UTF-8"))
    #expect(lines[2] == ".: error: cannot be read: it is a folder, not a file")
    #expect(lines[3] == "cotejo: error: 3 of 5 pairs could not be read")
    #expect(workspace.files(in: "out") == ["000001.beads", "000005.beads"])
    #expect(try workspace.data("out/000001.beads") == workspace.data("out/000005.beads"))
  }

  @Test func `faults of a list are told at once, before any work`() throws {
    let workspace = try workspace()
    try workspace.write("a.es\ta.en\na.es\n\ta.en\na.es\ta.en\tx\n", to: "list")
    let result = try align(workspace, "--pairs", "list", "--output", "out")
    #expect(result.status == 2)
    let places = result.errors.split(separator: "\n").map { String($0.prefix(7)) }
    #expect(places == ["list:2:", "list:3:", "list:4:"])
    #expect(!workspace.files().contains("out"))
    try workspace.write("\n\n", to: "none")
    let none = try align(workspace, "--pairs", "none", "--output", "out")
    #expect(none.status == 2)
    #expect(none.errors == "none: error: names no pairs\n")
    #expect(try align(workspace, "--pairs", "nowhere", "--output", "out").status == 3)
  }

  // MARK: - Faults

  @Test(arguments: [
    "a.es", "a.es a.en a.en", "- -", "a.es a.en --format x", "a.es a.en --jobs 0",
    "a.es a.en --charset none", "--pairs list", "a.es a.en --pairs list --output out",
    "a.es a.en --nothing",
  ])
  func `wrong usage ends with 2`(_ arguments: String) throws {
    let workspace = try workspace()
    let result = try Command.run(
      ["align", "--from", "es", "--to", "en"] + arguments.split(separator: " ").map(String.init),
      in: workspace.path)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [("spanish", "en"), ("es", "!"), ("", "en")])
  func `languages that are none end with 2`(_ from: String, _ to: String) throws {
    let result = try align(try workspace(), "a.es", "a.en", from: from, to: to)
    #expect(result.status == 2)
    #expect(result.errors.contains("is not a language tag"))
  }

  @Test func `an input that cannot be read ends with 3 and is named`() throws {
    let workspace = try workspace()
    try workspace.write(Data([0xFF]), to: "bad")
    for name in ["nowhere", ".", "bad"] {
      let result = try align(workspace, "a.es", name)
      #expect(result.status == 3)
      #expect(result.errors.hasPrefix("\(name): "))
      #expect(result.output.isEmpty)
    }
  }

  @Test func `a lexicon that is none, damaged or for others is an error`() throws {
    let workspace = try workspace()
    try workspace.write("perro\tdog\n", to: "p.tsv")
    let train = try workspace.run(
      "lexicon", "train", "--from", "es", "--to", "en", "--output", "l", "p.tsv")
    #expect(train.status == 0, "\(train.errors)")
    #expect(try align(workspace, "--lexicon", "l", "a.es", "a.en").status == 0)
    #expect(
      try align(workspace, "--lexicon", "l", "a.en", "a.es", from: "en", to: "es").status == 0)
    var data = try workspace.data("l")
    data[data.count - 9] ^= 4
    try workspace.write(data, to: "damaged")
    try workspace.write(data.prefix(100), to: "cut")
    for (name, status) in [
      ("damaged", Int32(3)), ("cut", 3), ("a.es", 3), ("nowhere", 3), (".", 3),
    ] {
      let result = try align(workspace, "--lexicon", name, "a.es", "a.en")
      #expect(result.status == status)
      #expect(result.errors.hasPrefix("\(name): error: "))
      #expect(result.output.isEmpty)
    }
    let other = try align(workspace, "--lexicon", "l", "a.es", "a.en", from: "fr")
    #expect(other.status == 2)
    #expect(other.errors == "l: error: is for es-en, not fr-en\n")
  }

  @Test func `output that cannot be written ends with 4`() throws {
    let workspace = try workspace()
    try workspace.write("a.es\ta.en\n", to: "list")
    let file = try align(workspace, "--pairs", "list", "--output", "list/out")
    #expect(file.status == 4)
    #expect(file.errors == "list: error: the folder cannot be made: it is a file\n")
    try workspace.write("", to: "out/x")
    try workspace.link("/dev/full", to: "out/000001.beads")
    let full = try align(workspace, "--pairs", "list", "--output", "out", "--format", "beads")
    #expect(full.status == 4)
    #expect(full.errors.hasPrefix("out/000001.beads: error: cannot be written: No space left"))
    let shell = try Command.shell(
      "'\(Command.path)' align --from es --to en a.es a.en > /dev/full", in: workspace.path)
    #expect(shell.status == 4)
    #expect(shell.errors.contains("standard output: error: cannot be written: No space left"))
  }
}

extension Command {
  /// Runs a line of shell, for what only a shell can set up.
  static func shell(_ line: String, in folder: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Less than a pipe holds, so that nothing waits.
    process.waitUntilExit()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return Result(status: process.terminationStatus, output: text(output), errors: text(errors))
  }
}

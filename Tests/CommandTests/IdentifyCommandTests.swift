import Testing

struct IdentifyCommandTests {
  private static let spanish = "Los vecinos cerraron la calle para protestar contra las obras."
  private static let english = "The neighbours closed the street because of the noise."

  @Test func `tells a text, or each of several with its name`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.spanish + "\n", to: "a.txt")
    try workspace.write(Self.english + "\n", to: "b.txt")
    let one = try workspace.run("identify", "a.txt")
    #expect(one.status == 0)
    #expect(one.output.hasPrefix("es\t") && one.output.hasSuffix("\n"))
    #expect(one.output.split(separator: "\t").count == 2)
    let two = try workspace.run("identify", "a.txt", "b.txt")
    let rows = two.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.map { $0.first } == ["es", "en"])
    #expect(rows.map { $0.last } == ["a.txt", "b.txt"])
  }

  @Test func `tells each line of a file, whatever stands in it`() throws {
    let workspace = try Workspace()
    try workspace.write(
      "\u{FEFF}\(Self.spanish)\r\n\n \t\n12 345\n\(Self.english)\u{2028}\(Self.english)\n",
      to: "a.txt")
    let result = try workspace.run("identify", "--lines", "a.txt")
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map(String.init)
    #expect(rows.count == 5)
    #expect(rows[1...3] == ["und\t0", "und\t0", "und\t0"])
    #expect(rows.first?.hasPrefix("es\t") == true && rows.last?.hasPrefix("en\t") == true)
  }

  @Test func `an empty file has no language and no lines`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "a.txt")
    #expect(try workspace.run("identify", "a.txt").output == "und\t0\n")
    #expect(try workspace.run("identify", "--lines", "a.txt").output.isEmpty)
    #expect(try workspace.run("identify", "--spans", "a.txt").output.isEmpty)
  }

  @Test func `JSON Lines have places in the file and candidates`() throws {
    let workspace = try Workspace()
    try workspace.write("\u{FEFF}\(Self.spanish)\n", to: "a.txt")
    let whole = try workspace.run("identify", "--format", "jsonl", "a.txt")
    #expect(whole.output.hasPrefix(#"{"document":"a.txt","start":3,"end":66,"language":"es","#))
    #expect(whole.output.contains(#","words":10,"candidates":[{"language":"es","#))
    let lines = try workspace.run("identify", "--lines", "--format", "jsonl", "a.txt")
    #expect(lines.output.hasPrefix(#"{"document":"a.txt","line":1,"start":3,"end":65,"#))
    let spans = try workspace.run("identify", "--spans", "--format", "jsonl", "a.txt")
    #expect(spans.output.contains(#""start":3,"end":64,"language":"es","#))
    #expect(spans.output.hasSuffix("contra las obras\"}\n"))
  }

  @Test func `the stretches of a mixed text have their places`() throws {
    let workspace = try Workspace()
    try workspace.write(
      "She said: «No vamos a permitir que nadie nos quite el agua», and then she left the town.\n",
      to: "a.txt")
    let result = try workspace.run("identify", "--spans", "--among", "es,en", "a.txt")
    let rows = result.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.map { $0.dropFirst(2).first } == ["en", "es", "en"])
    #expect(rows.map { $0.first } == ["0", "12", "63"])
    #expect(rows.map { $0.last }[1] == "No vamos a permitir que nadie nos quite el agua")
  }

  @Test(arguments: [
    (["--among", "es,xx"], "'xx' cannot be told from others"),
    (["--among", "es,"], "language tag"),
    (["--lines", "--spans"], "not to be had at once"), (["--charset", "no-such"], "no-such"),
    (["--model", "no.model"], "no.model: error: the model of languages is not found"),
  ])
  func `wrong usage is told`(_ arguments: [String], _ message: String) throws {
    let workspace = try Workspace()
    try workspace.write(Self.spanish, to: "a.txt")
    let result = try Command.run(["identify"] + arguments + ["a.txt"], in: workspace.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message))
  }

  @Test func `a file that cannot be read does not keep the others`() throws {
    let workspace = try Workspace()
    try workspace.write([0x61, 0xFF, 0x0A], to: "bad.txt")
    try workspace.write(Self.english, to: "good.txt")
    let result = try workspace.run("identify", "bad.txt", "nowhere.txt", "good.txt")
    #expect(result.status == 3)
    #expect(result.output.hasPrefix("en\t"))
    #expect(result.errors.contains("bad.txt: byte 1: error: "))
    #expect(result.errors.contains("nowhere.txt: error: "))
  }

  @Test func `letters and marks apart read as letters that are composed`() throws {
    let workspace = try Workspace()
    try workspace.write("Ayer cerro\u{301} la panaderi\u{301}a pequen\u{303}a.", to: "a.txt")
    try workspace.write("Ayer cerró la panadería pequeña.", to: "b.txt")
    #expect(
      try workspace.run("identify", "a.txt").output
        == workspace.run("identify", "b.txt").output)
  }

  @Test func `pair warns of documents in another language only when it is asked`() throws {
    let workspace = try Workspace()
    let text = String(repeating: Self.spanish + "\n", count: 4)
    try workspace.write(text, to: "corpus/es/a.txt")
    try workspace.write(text, to: "corpus/en/a.txt")
    try workspace.write(text, to: "corpus/es/b.txt")
    try workspace.write(
      String(repeating: Self.english + "\n", count: 4), to: "corpus/en/b.txt")
    let result = try workspace.run("pair", "--verify", "corpus")
    #expect(result.status == 0)
    #expect(
      result.errors.hasPrefix(
        "en/a.txt: warning: reads as 'es', not as 'en'; are the sides swapped?\n2 pairs"))
    #expect(!(try workspace.run("pair", "corpus").errors.contains("warning")))
  }
}

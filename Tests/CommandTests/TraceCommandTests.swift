import Foundation
import Testing

struct TraceCommandTests {
  private static let transcript = """
    PRESIDENTA ELENA SOTO: Buenos días. El puente no se va a cerrar. Vamos a reparar las dos torres \
    antes de diciembre.

    """
  private static let article = """
    Elena Soto spoke on Monday.
    “The bridge is not going to be closed,” Soto said.
    “My uncle sells umbrellas,” said Bruno Katz.

    """

  private func workspace(
    article: String = article, transcript: String = transcript
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(article, to: "a.txt")
    try workspace.write(transcript, to: "es/t.txt")
    return workspace
  }

  private func trace(_ workspace: Workspace, _ options: String...) throws -> Command.Result {
    try Command.run(
      ["trace", "--from", "es", "--to", "en", "--transcript", "es/t.txt"] + options + [
        "--jobs", "1", "a.txt",
      ], in: workspace.path)
  }

  @Test func `text is plain where it goes to no terminal`() throws {
    let result = try trace(workspace())
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("a.txt:2 Elena Soto · found, 0.") == true, "\(lines)")
    #expect(lines.contains("  en  The bridge is not going to be closed,"))
    #expect(lines.contains("  es  El puente no se va a cerrar"))
    #expect(lines.contains { $0.hasPrefix("      es/t.txt:1 ") })
    #expect(lines.contains("a.txt:3 Bruno Katz · spoken elsewhere"))
    #expect(lines.last == "2 quotations: 1 found, 1 spoken elsewhere")
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func `colours can be had and forbidden`() throws {
    let workspace = try workspace()
    #expect(try trace(workspace, "--color", "always").output.contains("\u{1B}[32mfound\u{1B}[0m"))
    #expect(try !trace(workspace, "--color", "never").output.contains("\u{1B}"))
    #expect(try trace(workspace, "--color", "sometimes").status == 2)
  }

  @Test func `pairs are those that were found`() throws {
    let workspace = try workspace()
    let tsv = try trace(workspace, "--format", "tsv").output.split(separator: "\n")
    #expect(tsv.count == 1)
    #expect(
      tsv.first?.hasPrefix(
        "El puente no se va a cerrar\tThe bridge is not going to be closed,\t0.") == true)
    let tmx = try trace(workspace, "--format", "tmx").output
    #expect(tmx.hasPrefix("<?xml"))
    #expect(tmx.contains("<seg>El puente no se va a cerrar</seg>"))
    #expect(tmx.hasSuffix("</tmx>\n"))
    let html = try trace(workspace, "--format", "html").output
    #expect(html.contains("<blockquote lang=\"es\">El puente no se va a cerrar</blockquote>"))
    #expect(try trace(workspace, "--format", "jsonl").output.split(separator: "\n").count == 2)
  }

  @Test func `a declared speaker is looked for nowhere`() throws {
    let result = try trace(workspace(), "--speaker", "Soto=en", "--format", "jsonl")
    #expect(result.output.hasPrefix("{\"quote\":{"))
    #expect(result.output.contains("\"origin\":\"elsewhere\""))
    #expect(!result.output.contains("\"found\":true"))
    #expect(try trace(workspace(), "--speaker", "Soto").status == 2)
    #expect(try trace(workspace(), "--minimum-confidence", "2").status == 2)
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\r\n", "Nobody spoke.\n", "“\n”\n"])
  func `an article without quotations is no error`(_ article: String) throws {
    let result = try trace(workspace(article: article))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "0 quotations\n")
  }

  @Test(arguments: ["jsonl", "html", "tsv", "tmx"])
  func `every format can be empty`(_ format: String) throws {
    let result = try trace(workspace(article: ""), "--format", format)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty == ["jsonl", "tsv"].contains(format), "\(result.output)")
  }

  @Test func `an empty transcript is searched in vain`() throws {
    let result = try trace(workspace(transcript: ""))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("2 quotations: ") && !result.output.contains(" 1 found"))
  }

  @Test func `bytes that are no text are told with their place`() throws {
    let workspace = try workspace()
    try workspace.write([0x22, 0x61, 0xFF], to: "a.txt")
    let article = try trace(workspace)
    #expect(article.status == 3)
    #expect(article.errors.hasPrefix("a.txt: byte 2: error: "), "\(article.errors)")
    try workspace.write(Self.article, to: "a.txt")
    try workspace.write([0x61, 0xFF], to: "es/t.txt")
    let transcript = try trace(workspace)
    #expect(transcript.status == 3)
    #expect(transcript.errors.hasPrefix("es/t.txt"), "\(transcript.errors)")
    #expect(transcript.output.isEmpty)
  }

  @Test(arguments: [
    (#"{"start":0,"end":100000}"#, "q.jsonl:2: error: 0 to 100000 is no range of the article"),
    (#"{"start":5,"end":4}"#, "q.jsonl:2: error: 5 to 4 is no range of the article"),
    (#"{"start":1}"#, "q.jsonl:2: error: 'start' or 'end' is missing"),
    ("x", "q.jsonl:2: error: "),
  ])
  func `a list of quotations that does not fit is told`(_ line: String, _ expected: String) throws {
    let workspace = try workspace()
    try workspace.write("\n\(line)\n", to: "q.jsonl")
    let result = try trace(workspace, "--quotes", "q.jsonl")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix(expected), "\(result.errors)")
  }

  @Test func `a range that cuts a character apart is shown all the same`() throws {
    let workspace = try workspace()
    try workspace.write(#"{"start":29,"end":40}"# + "\n", to: "q.jsonl")
    for format in ["text", "jsonl", "html", "tsv", "tmx"] {
      #expect(try trace(workspace, "--quotes", "q.jsonl", "--format", format).status == 0)
    }
  }

  @Test func `pipelines tell what is missing in a corpus of articles`() throws {
    let workspace = try workspace()
    try workspace.write(
      """
      cotejo: 1
      languages: {source: es, target: en}
      inputs: {a: {corpus: ., roles: {en: "{stem}.txt"}, transcripts: fr}}
      stages: [{uses: segment}, {uses: quotes}, {uses: trace}]
      """, to: "q.yml")
    let missing = try workspace.run("plan", "q.yml")
    #expect(missing.status == 3)
    #expect(missing.errors.hasPrefix(".: error: no transcripts\n  looked for: 'fr'\n"))
    let plan = try workspace.run("plan", "q.yml", "--corpus", "../../../nowhere")
    #expect(plan.status == 3)
    try workspace.write(
      workspace.text("q.yml").replacingOccurrences(of: "fr}", with: "es}"), to: "q.yml")
    let good = try workspace.run("plan", "q.yml")
    #expect(good.status == 0, "\(good.errors)")
    #expect(good.output.contains("layout articles, 1 articles, 1 transcripts, "))
    try workspace.write([0xFF], to: "es/u.txt")
    let partly = try workspace.run("run", "q.yml", "--output", "out")
    #expect(partly.status == 3)
    #expect(
      partly.errors.contains("1 of 2 transcripts cannot be read; the others are done"),
      "\(partly.errors)")
    #expect(partly.errors.contains("es/u.txt: byte 0: error: "))
  }
}

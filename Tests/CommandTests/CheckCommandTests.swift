import Foundation
import Testing

struct CheckCommandTests {
  private static let pairs = """
    Ayer llegaron 43 personas.\t34 people arrived yesterday.
    El libro cuesta 12 pesos.\tThe book costs 12 pesos.

    """
  private static let number = "accuracy/mistranslation/number"

  private func check(
    _ workspace: Workspace, _ name: String, _ arguments: String...
  ) throws -> Command.Result {
    try Command.run(
      ["check", "--from", "es", "--to", "en"] + arguments + [name], in: workspace.path)
  }

  @Test func `text shows both sides with the words underlined`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.pairs, to: "a.tsv")
    let result = try check(workspace, "a.tsv")
    #expect(result.status == 1)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("a.tsv:1 · altered, 0."))
    #expect(lines[1] == "  es  Ayer llegaron 43 personas.")
    #expect(lines[2] == "                    ^^")
    #expect(lines[3] == "  en  34 people arrived yesterday.")
    #expect(lines[4] == "      ^^")
    #expect(lines[5].hasPrefix("      critical · \(Self.number), 0."))
    #expect(!result.output.contains("a.tsv:2"))
    #expect(result.output.contains("\n2 pairs: 1 faithful, 1 altered; 1 finding, "))
    #expect(try check(workspace, "a.tsv", "--all").output.contains("a.tsv:2 · faithful"))
  }

  @Test func `colours stand beside the marks`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.pairs, to: "a.tsv")
    let output = try check(workspace, "a.tsv", "--color", "always").output
    #expect(output.contains("\u{1B}[1;31m43\u{1B}[0m personas"))
    #expect(output.contains("\n                    ^^\n"))
  }

  @Test func `faithful renderings end with 0`() throws {
    let workspace = try Workspace()
    try workspace.write("El libro cuesta 12 pesos.\tThe book costs 12 pesos.\n", to: "a.tsv")
    let result = try check(workspace, "a.tsv", "--format", "jsonl")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("{\"id\":\"1\",\"verdict\":\"faithful\""))
  }

  @Test func `bad lines are told, the rest is checked, and the end is 3`() throws {
    let workspace = try Workspace()
    try workspace.write(
      Array("no tab\n".utf8) + [0xFF, 0x09, 0x61, 0x0A] + Array(Self.pairs.utf8), to: "a.tsv")
    let result = try check(workspace, "a.tsv", "--format", "jsonl")
    #expect(result.status == 3)
    #expect(result.errors.contains("a.tsv:1: error: there is no tab"))
    #expect(result.errors.contains("a.tsv:2: error: the line is not valid UTF-8"))
    #expect(result.errors.contains("a.tsv: error: 2 entries could not be read"))
    #expect(result.output.split(separator: "\n").count == 2)
  }

  @Test func `a cut archive is told behind what was read`() throws {
    let workspace = try Workspace()
    try workspace.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], to: "a.tsv.gz")
    let result = try check(workspace, "a.tsv.gz")
    #expect(result.status == 3)
    #expect(result.errors.contains("it was cut short"))
  }

  @Test func `usage is checked`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.pairs, to: "a.tsv")
    try workspace.write(Self.pairs, to: "a.doc")
    #expect(try check(workspace, "a.doc").status == 2)
    #expect(try check(workspace, "a.doc", "--input-format", "tsv").status == 1)
    #expect(try check(workspace, "a.tsv", "--minimum-probability", "2").status == 2)
    #expect(try check(workspace, "a.tsv", "--strict-waivers").status == 2)
    #expect(try check(workspace, "a.tsv", "--evidence").status == 2)
    #expect(try check(workspace, "none.tsv").status == 3)
  }

  @Test(arguments: [
    ("a.po", "msgid \"Se pierden 43 litros.\"\nmsgstr \"34 liters are lost.\"\n"),
    (
      "a.tmx",
      "<tmx version=\"1.4\"><body><tu tuid=\"u\"><tuv xml:lang=\"es\"><seg>Se pierden 43 litros.</seg>"
        + "</tuv><tuv xml:lang=\"en\"><seg>34 liters are lost.</seg></tuv></tu></body></tmx>"
    ),
    (
      "a.xlf",
      "<xliff version=\"1.2\"><file original=\"f\" source-language=\"es\" target-language=\"en\"><body>"
        + "<trans-unit id=\"1\"><source>Se pierden 43 litros.</source><target>34 liters are lost."
        + "</target></trans-unit></body></file></xliff>"
    ),
  ])
  func `every format is read`(_ name: String, _ text: String) throws {
    let workspace = try Workspace()
    try workspace.write(text, to: name)
    let result = try check(workspace, name, "--format", "jsonl")
    #expect(result.status == 1)
    #expect(result.output.contains("\"type\":\"\(Self.number)\""))
  }

  @Test func `waived findings do not count, and stale waivers are told`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.pairs, to: "a.tsv")
    try workspace.write(
      "# checked\n1\t\(Self.number)\tas the ministry says\n9\t\(Self.number)\tgone\n", to: "w.tsv")
    let result = try check(workspace, "a.tsv", "--waivers", "w.tsv")
    #expect(result.status == 0)
    #expect(result.output.contains("a.tsv:1 · altered, waived, "))
    #expect(result.output.contains("                    ~~\n"))
    #expect(result.output.contains("1 waived"))
    #expect(
      result.errors
        == "w.tsv:3: warning: the waiver is stale: '9' has no finding '\(Self.number)'\n")
    #expect(try check(workspace, "a.tsv", "--waivers", "w.tsv", "--strict-waivers").status == 1)
    let records = try check(workspace, "a.tsv", "--waivers", "w.tsv", "--format", "jsonl").output
    #expect(records.contains("\"waived\":\"as the ministry says\""))
    try workspace.write("1\tnone\tr\n1\n", to: "bad.tsv")
    let bad = try check(workspace, "a.tsv", "--waivers", "bad.tsv")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.tsv:1: error: ") && bad.errors.contains("bad.tsv:2: error: "))
  }

  @Test func `the corpus profile and the least probability choose what is told`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.pairs, to: "a.tsv")
    let corpus = try check(workspace, "a.tsv", "--profile", "corpus", "--format", "jsonl")
    #expect(corpus.status == 1)
    #expect(!corpus.output.contains("\"severity\":\"note\""))
    let certain = try check(
      workspace, "a.tsv", "--profile", "corpus", "--minimum-probability", "1", "--format", "jsonl")
    #expect(certain.status == 0)
    #expect(!certain.output.contains("\"type\""))
  }

  @Test func `SARIF has a rule for each type and the bytes of each finding`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.pairs + "no tab\n", to: "a b.tsv")
    try workspace.write("1\t\(Self.number)\tas spoken\n", to: "w.tsv")
    let result = try check(workspace, "a b.tsv", "--format", "sarif", "--waivers", "w.tsv")
    #expect(result.status == 3)
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    let found = try #require(results.first { $0["ruleId"] as? String == Self.number })
    #expect(rules[try #require(found["ruleIndex"] as? Int)]["id"] as? String == Self.number)
    #expect(found["level"] as? String == "error")
    #expect((found["suppressions"] as? [[String: Any]])?.count == 1)
    let location = try #require((found["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "a%20b.tsv")
    let region = try #require(place["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 1)
    let start = try #require(region["byteOffset"] as? Int)
    let end = start + (try #require(region["byteLength"] as? Int))
    #expect(Array(Self.pairs.utf8)[start..<end].elementsEqual("34".utf8))
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let again = try check(workspace, "a b.tsv", "--format", "sarif", "--waivers", "w.tsv")
    #expect(again.output == result.output)
  }

  @Test func `an empty file has no results`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "a.tsv")
    #expect(try check(workspace, "a.tsv").output == "0 pairs; 0 findings, 0 notes\n")
    let sarif = try check(workspace, "a.tsv", "--format", "sarif")
    #expect(sarif.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) }
  }

  @Test(arguments: ["text", "jsonl", "sarif"])
  func `any number of jobs gives the same bytes`(_ format: String) throws {
    let workspace = try Workspace()
    // More than the pairs of two batches.
    let lines = (0..<2100).map { number in
      number % 50 == 3
        ? "no tab"
        : "Hay \(number) casas.\tThere are \(number % 7 == 0 ? number + 1 : number) houses."
    }
    try workspace.write(lines.joined(separator: "\n"), to: "a.tsv")
    let one = try check(workspace, "a.tsv", "--format", format, "--jobs", "1")
    let many = try check(workspace, "a.tsv", "--format", format, "--jobs", "5")
    #expect(one.status == 3)
    #expect(one.output == many.output)
    #expect(one.errors == many.errors)
  }
}

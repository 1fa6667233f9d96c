import Foundation
import Testing

struct EvaluateCommandTests {
  private static let gold = "[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[]:[2]\n"
  private static let beads = "[0]:[0]:0.90\n[1]:[1]:0.60\n[2]:[]:0.55\n[3]:[]:0.80\n[]:[2]:0.70\n"

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Self.gold, to: "g/a.gold")
    try workspace.write(Self.beads, to: "f/a.beads")
    return workspace
  }

  private func evaluate(
    _ workspace: Workspace, _ arguments: String...
  ) throws -> Command.Result {
    try Command.run(["evaluate", "align"] + arguments, in: workspace.path)
  }

  private func records(_ result: Command.Result) throws -> [[String: Any]] {
    try result.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `figures are shown by kind and in total`() throws {
    let result = try evaluate(workspace(), "--gold", "g/a.gold", "f/a.beads")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        documents: 1                    strict                      lax
        type    gold   found       P       R      F1         P       R      F1
        1-1        1       2   50.00  100.00   66.67    100.00  100.00  100.00
        1-2        0       0       –       –       –         –       –       –
        2-1        1       0       –    0.00    0.00         –  100.00       –
        n-m        0       0       –       –       –         –       –       –
        0-n        1       1  100.00  100.00  100.00    100.00  100.00  100.00
        n-0        1       2   50.00  100.00   66.67     50.00  100.00   66.67
        all        4       5   60.00   50.00   54.55     80.00  100.00   88.89

        """)
  }

  @Test func `the shapes of the command line mean the same`() throws {
    let workspace = try workspace()
    let one = try evaluate(workspace, "--gold", "g/a.gold", "f/a.beads")
    for arguments in [
      ["f/a.beads", "--gold", "g/a.gold"], ["--gold", "g", "f"], ["--gold", "g", "--", "f"],
      ["--gold", "g/a.gold", "--gold-format", "beads", "f/a.beads", "--file-format", "beads"],
    ] {
      let result = try Command.run(["evaluate", "align"] + arguments, in: workspace.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == one.output)
    }
    let shell = try Command.shell(
      "'\(Command.path)' evaluate align --gold g/a.gold - < f/a.beads", in: workspace.path)
    #expect(shell.output == one.output)
  }

  @Test func `many documents are counted together, and each if asked`() throws {
    let workspace = try workspace()
    try workspace.write("[0]:[0]", to: "g/b/c.gold")
    try workspace.write("0\t0\t-0.3\n1\t1\t0\n", to: "f/b/c.ladder")
    try workspace.write("no alignment", to: "f/b/c.txt")
    let result = try evaluate(workspace, "--gold", "g", "f", "--each", "--format", "jsonl")
    #expect(result.status == 0, "\(result.errors)")
    let records = try records(result)
    #expect(records.map { $0["file"] as? String }.prefix(3) == ["f/a.beads", "f/b/c.ladder", nil])
    #expect(records.count == 9)
    let total = try #require(records.last)
    #expect(total["type"] as? String == "all")
    #expect((total["strict"] as? [String: Any])?["precision"] as? Double == 0.6667)
    let text = try evaluate(workspace, "--gold", "g", "f", "--each")
    #expect(text.output.contains("     1      1       100.00    100.00   f/b/c.ladder\n"))
  }

  @Test func `the reliability of scores is shown`() throws {
    let workspace = try workspace()
    let text = try evaluate(workspace, "--reliability", "--gold", "g", "f")
    #expect(text.output.contains("0.5 to 0.6         1        0.550   0.000\n"))
    // |0.9-1| + |0.8-1| + |0.7-1| + |0.6-0| + |0.55-0| over five beads.
    #expect(text.output.hasSuffix("\nexpected calibration error: 0.3500\n"))
    let records = try records(
      evaluate(workspace, "--reliability", "--format", "jsonl", "--gold", "g", "f"))
    #expect(records.last?["expected_error"] as? Double == 0.35)
    try workspace.write("[0]:[0]\n", to: "f/a.beads")
    let none = try evaluate(workspace, "--reliability", "--gold", "g", "f")
    #expect(none.status == 3)
    #expect(none.errors == "f/a.beads:1: error: the bead has no score\n")
  }

  @Test func `what cotejo align writes is read back from every format`() throws {
    let workspace = try Workspace()
    try workspace.write("El mar.\nEl sol es azul.\nTres mujeres bebieron agua.\n", to: "a.es")
    try workspace.write("The sea.\nThe sun is blue.\nThree women drank water.\n", to: "a.en")
    try workspace.write("[0]:[0]\n[1]:[1]\n[2]:[2]\n", to: "a.gold")
    for format in ["beads", "ladder", "jsonl"] {
      let beads = try workspace.run(
        "align", "--from", "es", "--to", "en", "--format", format, "a.es", "a.en")
      try workspace.write(beads.output, to: "a.\(format)")
      let result = try evaluate(workspace, "--gold", "a.gold", "a.\(format)", "--format", "jsonl")
      #expect(result.errors.isEmpty)
      let total = try #require(try records(result).last)
      #expect((total["strict"] as? [String: Any])?["f1"] as? Double == 1)
    }
  }

  @Test func `a line that is no bead is named and nothing is counted`() throws {
    let workspace = try workspace()
    try workspace.write("[0]:[0]\n\n[1:[1]\n", to: "f/a.beads")
    let result = try evaluate(workspace, "--gold", "g", "f")
    #expect(result.status == 3)
    #expect(result.output.isEmpty)
    #expect(result.errors == "f/a.beads:3: error: not a bead such as '[0, 1]:[0]:0.93'\n")
    #expect(try evaluate(workspace, "--gold", "g/a.gold", "none").status == 3)
  }

  @Test func `beads that may be a mistake are counted with a warning`() throws {
    let workspace = try workspace()
    try workspace.write(Self.beads + "[0]:[9]\n", to: "f/a.beads")
    let result = try evaluate(workspace, "--gold", "g", "f")
    #expect(result.status == 0)
    #expect(result.errors.contains("f/a.beads:6: warning: source sentence 0 stands a second time"))
    #expect(result.errors.contains("are these the same texts?"))
  }

  @Test func `names that do not go together are a usage error`() throws {
    let workspace = try workspace()
    try workspace.write(Self.gold, to: "g/b.gold")
    try workspace.write(Self.gold, to: "twice/a.gold")
    try workspace.write(Self.gold, to: "twice/a.beads")
    try workspace.write("", to: "empty/a.txt")
    for (arguments, message) in [
      (["--gold", "g/a.gold"], "there are 1 paths of gold and 0 to judge"),
      (["--gold", "g/a.gold", "--format", "text", "f/a.beads", "f/a.beads"], "give one for each"),
      (["--gold", "g", "f"], "g/b.gold: error: 'f' has no alignment of that name"),
      (["--gold", "g", "f/a.beads"], "g: error: is a folder and 'f/a.beads' is none"),
      (["--gold", "twice", "f"], "has the same name"),
      (["--gold", "empty", "empty"], "holds no file with the ending .gold"),
      (["--gold", "-", "-"], "only one file can be '-'"),
      (["f/a.beads"], "--gold"),
      (["--gold", "g/a.gold", "--gold-format", "xml", "f/a.beads"], "xml"),
    ] {
      let result = try Command.run(["evaluate", "align"] + arguments, in: workspace.path)
      #expect(result.status == 2, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
  }
}

import Foundation
import Testing

/// `cotejo align --words` and the format `pharaoh`.
struct AlignWordsTests {
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "El puente de Lerma costó 48 millones.\n\nAna Ruiz, la alcaldesa, no vino.\n", to: "a.es")
    try workspace.write(
      "\u{FEFF}The Lerma bridge cost 48 million.\n\nMayor Ana Ruiz did not come.\n", to: "a.en")
    return workspace
  }

  private func align(_ workspace: Workspace, _ arguments: String...) throws -> Command.Result {
    try Command.run(["align", "--from", "es", "--to", "en"] + arguments, in: workspace.path)
  }

  @Test func `links are bytes of both files`() throws {
    let workspace = try workspace()
    let result = try align(workspace, "--words", "--format", "jsonl", "a.es", "a.en")
    #expect(result.status == 0, "\(result.errors)")
    var pairs: Set<String> = []
    for line in result.output.split(separator: "\n") {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let links = try #require(record["links"] as? [[[String: Any]]])
      for link in links {
        var texts: [String] = []
        for (word, file) in zip(link, ["a.es", "a.en"]) {
          let start = try #require(word["start"] as? Int)
          let end = try #require(word["end"] as? Int)
          let bytes = try workspace.data(file)[start..<end]
          texts.append(String(decoding: bytes, as: UTF8.self))
          #expect(texts.last == word["text"] as? String)
        }
        #expect(texts.count == 2)
        pairs.insert(texts.joined(separator: "~"))
      }
    }
    #expect(pairs.isSuperset(of: ["puente~bridge", "Lerma~Lerma", "48~48", "alcaldesa~Mayor"]))
    let without = try align(workspace, "--format", "jsonl", "a.es", "a.en")
    #expect(!without.output.contains("links"))
  }

  @Test func `pharaoh numbers the words of each bead`() throws {
    let workspace = try workspace()
    try workspace.write("a.es\ta.en\n", to: "list")
    let result = try align(
      workspace, "--format", "pharaoh", "--lexicon", "none", "a.es", "a.en")
    #expect(result.status == 0, "\(result.errors)")
    // Names, numbers and look-alikes: Lerma, 48; Ana, Ruiz.
    #expect(result.output == "3-1 5-4\n0-1 1-2\n")
    let batch = try align(
      workspace, "--format", "pharaoh", "--lexicon", "none", "--pairs", "list", "--output", "out")
    #expect(batch.status == 0, "\(batch.errors)")
    #expect(try workspace.text("out/000001.pharaoh") == result.output)
    let pairs = try align(workspace, "--lexicon", "none", "a.es", "a.en")
    #expect(pairs.output.split(separator: "\n").count == result.output.split(separator: "\n").count)
  }

  @Test func `a bead of one side is an empty line`() throws {
    let workspace = try workspace()
    try workspace.write("", to: "empty")
    let result = try align(workspace, "--format", "pharaoh", "a.es", "empty")
    #expect(result.output == "\n\n")
    let records = try align(workspace, "--words", "--format", "jsonl", "a.es", "empty")
    #expect(records.output.contains("\"links\":[]"))
  }

  @Test func `words go with formats that have room for them`() throws {
    let workspace = try workspace()
    for format in ["tsv", "tmx", "beads", "ladder"] {
      let result = try align(workspace, "--words", "--format", format, "a.es", "a.en")
      #expect(result.status == 2)
      #expect(result.errors.contains("'--words' goes with"))
    }
  }
}

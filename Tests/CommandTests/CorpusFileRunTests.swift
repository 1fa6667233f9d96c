import Foundation
import Testing

/// Runs over folders with a `corpus.yml`.
struct CorpusFileRunTests {
  private func input(_ workspace: Workspace) throws -> [String: Any] {
    let manifest = try JSONSerialization.jsonObject(with: workspace.data("out/manifest.json"))
    let inputs = (manifest as? [String: Any])?["inputs"] as? [[String: Any]]
    return try #require(inputs?.first)
  }

  @Test func `licence and source are those of the last run, though nothing else runs again`() throws
  {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 2)
    try workspace.write("Use it.", to: "corpus/LICENSE")
    try workspace.write("About.", to: "corpus/readme.md")
    try workspace.write("x", to: "corpus/deeper/README.md")
    for licence in ["CC0-1.0", "CC-BY-4.0"] {
      try workspace.write(
        "licence: \(licence)\nsource: the press office, 2031\n", to: "corpus/corpus.yml")
      let result = try workspace.run("run", "p.yml", "--output", "out", "--cache", "cache")
      #expect(result.status == 0, "\(result.errors)")
      let input = try input(workspace)
      #expect(input["licence"] as? String == licence)
      #expect(input["source"] as? String == "the press office, 2031")
      #expect(input["notices"] as? [String] == ["LICENSE", "readme.md"])
    }
  }

  @Test func `a fault in the folder's file stops a run, pair and plan, with its place`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    try workspace.write("licence: x\nlisence: y\n", to: "corpus/corpus.yml")
    let expected =
      "corpus/corpus.yml:2:1: error: unknown key 'lisence' in corpus.yml; did you mean 'licence'?\n"
    for arguments in [["run", "p.yml"], ["plan", "p.yml"], ["pair", "corpus"]] {
      let result = try Command.run(arguments, in: workspace.path)
      #expect(result.status == 2)
      #expect(result.errors == expected)
    }
    #expect(!workspace.files().contains("out"))
  }
}

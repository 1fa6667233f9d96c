import Foundation
import Testing

/// Faults that were measured in another toolkit for parallel text: each was an exit code of 0 and text
/// lost in silence.
struct ToolkitFaultsTests {
  @Test func `a half-written result is used`() throws {
    let workspace = try TrialCorpus.workspace(pairs: 30)
    #expect(try workspace.trial("whole", "--cache", "cache").status == 0)
    let whole = try workspace.outputs(in: "whole")
    var generator = Trials.generator(4)
    let packs = workspace.files(in: "cache/results").filter { $0.contains(".results") }
    #expect(!packs.isEmpty)
    let full = try packs.map { try workspace.data("cache/results/\($0)") }
    for trial in 0..<Trials.count {
      // Half of a result, and half of an output as a killed run of another program may leave it.
      for (name, bytes) in zip(packs, full) {
        let size = Int.random(in: 0..<bytes.count, using: &generator)
        try workspace.write(bytes.prefix(size), to: "cache/results/\(name)")
      }
      try workspace.write(
        try workspace.data("whole/pairs.jsonl").prefix(1000), to: "out/pairs.jsonl")
      let run = try workspace.trial("out", "--cache", "cache")
      #expect(run.status == 0, "\(run.errors)")
      let outputs = try workspace.outputs(in: "out")
      #expect(outputs.differences(from: whole) == [], "trial \(trial)")
      try FileManager.default.removeItem(atPath: "\(workspace.path)/out")
    }
  }

  @Test func `a changed parameter is ignored`() throws {
    let workspace = try TrialCorpus.workspace(pairs: 6)
    var seen: Set<Data> = []
    for words in [1, 4, 1] {
      let set = "filter.minimumWords=\(words)"
      #expect(try workspace.trial("out", "--cache", "cache", "--set", set).status == 0)
      #expect(try workspace.trial("fresh-\(words)", "--no-cache", "--set", set).status == 0)
      let outputs = try workspace.outputs(in: "out")
      #expect(outputs.differences(from: try workspace.outputs(in: "fresh-\(words)")) == [])
      seen.insert(try workspace.data("out/pairs.jsonl"))
    }
    #expect(seen.count == 2)
  }

  @Test(arguments: [
    ("minimumWord: 4", "unknown key 'minimumWord' in stage 'filter'; did you mean 'minimumWords'?"),
    ("minimumWords: for", "minimumWords"), ("oneSided: dorp", "did you mean 'drop'?"),
  ])
  func `a misspelt parameter runs with the default`(_ slip: String, _ message: String) throws {
    let workspace = try TrialCorpus.workspace(
      pairs: 2,
      pipeline: TrialCorpus.pipeline.replacingOccurrences(
        of: "- uses: filter", with: "- {uses: filter, with: {\(slip)}}"))
    let run = try workspace.trial("out", "--cache", "cache")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("trial.yml:11:"), "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!workspace.files().contains { $0.hasPrefix("out") || $0.hasPrefix("cache") })
    // Nor on the command line.
    try workspace.write(TrialCorpus.pipeline, to: "trial.yml")
    let set = try workspace.trial("out", "--set", "filter.minimumWord=4")
    #expect(set.status == 2 && set.errors.contains("minimumWord"), "\(set.errors)")
    #expect(!workspace.files().contains { $0.hasPrefix("out") })
  }

  @Test func `sides of unequal length are cut in silence`() throws {
    let workspace = try Workspace()
    try workspace.write(TrialCorpus.plain, to: "trial.yml")
    for (name, sides) in [("even", (3, 3)), ("short", (5, 4)), ("long", (4, 6))] {
      func lines(_ count: Int, _ text: String) -> String {
        (0..<count).map { "\(text) \(name) \($0).\n" }.joined()
      }
      try workspace.write(lines(sides.0, "Línea"), to: "corpus/\(name).es")
      try workspace.write(lines(sides.1, "Line"), to: "corpus/\(name).en")
    }
    let run = try workspace.trial("out", "--no-cache")
    #expect(run.status == 3)
    #expect(run.errors.contains("2 of 3 pairs went to quarantine"), "\(run.errors)")
    let quarantine = try workspace.text("out/quarantine.jsonl").split(separator: "\n")
    #expect(quarantine.count == 2)
    #expect(quarantine.allSatisfy { $0.contains("\"error\":\"unequalLines\"") })
    #expect(quarantine.contains { $0.contains("short.es") && $0.contains("5") && $0.contains("4") })
    let pairs = try workspace.text("out/pairs.jsonl")
    #expect(pairs.split(separator: "\n").count == 3)
    #expect(!pairs.contains("short") && !pairs.contains("long"))
  }
}

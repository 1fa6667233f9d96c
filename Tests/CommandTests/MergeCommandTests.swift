import Foundation
import Testing

struct MergeCommandTests {
  @Test func `shards and a merge give the files of the run in one`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 7)
    #expect(try workspace.run("run", "p.yml", "--output", "whole", "--no-cache").status == 0)
    for number in 1...3 {
      let result = try workspace.run(
        "run", "p.yml", "--shard", "\(number)/3", "--output", "s\(number)", "--no-cache")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.hasPrefix("shard \(number)/3: \(number == 1 ? 3 : 2) pairs"))
      #expect(workspace.files(in: "s\(number)").contains("shard.json"))
    }
    let merged = try workspace.run("merge", "--output", "merged", "s3", "s1", "s2")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output.contains("7 from the cache"))
    for file in ["pairs.tmx", "pairs.tsv", "pairs.jsonl.gz", "rejected.jsonl"] {
      #expect(try workspace.data("merged/\(file)") == workspace.data("whole/\(file)"), "\(file)")
    }
  }

  @Test func `a shard that is missing, doubled or of another run is refused`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 2)
    for number in 1...2 {
      _ = try workspace.run("run", "p.yml", "--shard", "\(number)/2", "--output", "s\(number)")
    }
    _ = try workspace.run(
      "run", "p.yml", "--shard", "2/2", "--output", "other", "--set", "deduplicate.near=0.8")
    let cases: [([String], String)] = [
      (["s1"], "shards: error: shard 2/2 is missing\n"),
      (["s1", "s2", "s2"], "s2: error: is shard 2/2, and so is 's2'\n"),
      (["s1", "other"], "other: error: is of another run than 's1'"),
      (["s1", "corpus"], "corpus/shard.json: error: "),
    ]
    for (shards, message) in cases {
      let result = try Command.run(["merge", "--output", "m"] + shards, in: workspace.path)
      #expect(result.status == 3)
      #expect(result.errors.hasPrefix(message), "\(result.errors)")
    }
    try workspace.write("Otra cosa.", to: "corpus/es/d9.txt")
    try workspace.write("Something else.", to: "corpus/en/d9.txt")
    let changed = try workspace.run("merge", "--output", "m", "s1", "s2")
    #expect(changed.status == 3)
    #expect(changed.errors.contains("since the shard was made"))
    #expect(workspace.files(in: "m").isEmpty)
  }

  @Test(arguments: ["--help", "--nonsense", "--version"])
  func `a record with other arguments than those of a run is refused`(_ argument: String) throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      {"cotejo":"0.1.0","shard":"1/1","plan":"x","pairs":1,"arguments":["\(argument)"]}
      """, to: "s/shard.json")
    let result = try workspace.run("merge", "--output", "m", "s")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("s: error: no run has the arguments"), "\(result.errors)")
    #expect(workspace.files(in: "m").isEmpty)
  }

  @Test(arguments: [
    ["--shard", "3/2"], ["--memory", "none"], ["--memory", "0"], ["--progress", "loud"],
    ["--cache", "c", "--no-cache"], ["--keep-going", "--fail-fast"],
  ])
  func `wrong usage is told`(_ options: [String]) throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    let result = try Command.run(["run", "p.yml"] + options, in: workspace.path)
    #expect(result.status == 2, "\(result.errors)")
    #expect(workspace.files(in: "out").isEmpty)
  }

  @Test func `progress is JSON for programs, on standard error`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 2)
    let result = try workspace.run("run", "p.yml", "--output", "out", "--progress", "json")
    #expect(result.status == 0)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count >= 4)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["totalPairs"] as? Int == 2)
    }
    #expect(result.errors.contains("\"phase\":\"finishing\""))
  }

  @Test func `a cache that cannot be had is an error where it was asked for`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    try workspace.write("x", to: "file/results")
    let asked = try workspace.run("run", "p.yml", "--output", "out", "--cache", "file")
    #expect(asked.status == 4)
    #expect(asked.errors.contains("file/results"))
    let result = try Command.run(
      ["run", "p.yml", "--output", "out"], in: workspace.path,
      setting: ["COTEJO_CACHE": "\(workspace.path)/file"])
    #expect(result.status == 0, "\(result.errors)")
  }
}

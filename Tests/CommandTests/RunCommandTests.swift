import Foundation
import Testing

struct RunCommandTests {
  private func workspace(pairs: Int = 3) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: pairs)
    return workspace
  }

  @Test func `a good run writes files, a summary, and nothing else`() throws {
    let workspace = try workspace()
    let result = try workspace.run("run", "p.yml", "--output", "out", "--jobs", "2")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("3 pairs of documents in "))
    #expect(result.output.contains("written to out: pairs.tmx, pairs.tsv, pairs.jsonl.gz"))
    #expect(
      workspace.files(in: "out") == [
        "manifest.json", "pairs.jsonl.gz", "pairs.tmx", "pairs.tsv", "quarantine.jsonl",
        "rejected.jsonl",
      ])
    let rows = try workspace.text("out/pairs.tsv").split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("El día 0 llegó") && $0.contains("\tOn day 0 Ana Ruiz") })
    let manifest = try JSONSerialization.jsonObject(with: workspace.data("out/manifest.json"))
    let members = try #require(manifest as? [String: Any])
    let outputs = try #require(members["outputs"] as? [[String: Any]])
    #expect(outputs.count == 5)
    let tsv = try #require(outputs.first { $0["path"] as? String == "pairs.tsv" })
    #expect(tsv["bytes"] as? Int == (try workspace.data("out/pairs.tsv").count))
    #expect((members["documents"] as? [[String: Any]])?.count == 3)
    #expect((members["run"] as? [String: Any])?["jobs"] as? Int == 2)
  }

  @Test func `an output folder in the corpus folder is no input of the next run`() throws {
    let workspace = try workspace()
    try workspace.write(
      Workspace.pipeline + "  - {uses: export, with: {to: pairs, format: moses}}\n", to: "p.yml")
    for folder in ["corpus", "corpus", "./corpus/../corpus"] {
      let result = try Command.run(
        ["run", "p.yml", "--corpus", folder, "--output", "corpus/out dir"], in: workspace.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try !workspace.text("corpus/out dir/manifest.json").contains("\"ignored\": [\n"))
    }
    try workspace.write("x", to: "corpus/out dir/mine.txt")
    let result = try workspace.run("run", "p.yml", "--output", "corpus/out dir")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("corpus/out dir: error: the output folder lies in the corpus"))
    let whole = try workspace.run("run", "p.yml", "--output", "corpus")
    #expect(whole.status == 2)
  }

  @Test func `a corpus that is a file is told`() throws {
    let workspace = try workspace()
    let result = try workspace.run("run", "p.yml", "--corpus", "p.yml", "--output", "out")
    #expect(result.status == 3)
    #expect(result.errors == "p.yml: error: the folder cannot be read: it is a file\n")
  }

  @Test func `rejected beads are JSON with the reason`() throws {
    let workspace = try workspace()
    _ = try workspace.run("run", "p.yml", "--output", "out")
    let lines = try workspace.text("out/rejected.jsonl").split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(record?["stage"] as? String == "deduplicate")
      let reason = record?["reason"] as? String
      #expect(reason == "duplicate" || reason == "nearDuplicate")
      let source = (record?["source"] as? [[String: Any]])?.first
      let document = try #require(source?["document"] as? String)
      let start = try #require(source?["start"] as? Int)
      let end = try #require(source?["end"] as? Int)
      let bytes = try workspace.data("corpus/\(document)")[start..<end]
      #expect(String(decoding: bytes, as: UTF8.self) == source?["text"] as? String)
    }
  }

  @Test func `the same bytes for any number of jobs, and run again`() throws {
    let workspace = try workspace(pairs: 20)
    for (jobs, folder) in [("1", "a"), ("4", "b"), ("2", "b")] {
      let result = try workspace.run("run", "p.yml", "--output", folder, "--jobs", jobs, "--quiet")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.isEmpty)
      #expect(result.errors.isEmpty)
    }
    for name in ["pairs.tmx", "pairs.tsv", "pairs.jsonl.gz", "rejected.jsonl"] {
      #expect(try workspace.data("a/\(name)") == workspace.data("b/\(name)"), "\(name)")
    }
    func stable(_ folder: String) throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: workspace.data("\(folder)/manifest.json"))
      var members = value as? [String: Any] ?? [:]
      members["run"] = nil
      return members
    }
    #expect(try NSDictionary(dictionary: stable("a")).isEqual(to: stable("b")))
  }

  @Test func `a dry run writes nothing`() throws {
    let workspace = try workspace()
    let before = workspace.files()
    let result = try workspace.run("run", "p.yml", "--output", "out", "--dry-run")
    #expect(result.status == 0)
    #expect(result.output.contains("documents: corpus, layout folders, 3 pairs"))
    #expect(workspace.files() == before)
  }

  @Test func `the folder, the stages and the values can be given on the command line`() throws {
    let workspace = try workspace()
    try workspace.write("Hola.\n", to: "other/a.es.txt")
    try workspace.write("Hello.\n", to: "other/a.en.txt")
    let result = try workspace.run(
      "run", "p.yml", "--corpus", "documents=other", "--until", "filter", "--set",
      "filter.oneSided=keep", "--output", "out")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("1 pairs of documents in "))
    #expect(
      workspace.files(in: "out") == ["manifest.json", "quarantine.jsonl", "rejected.jsonl"])
    #expect(try workspace.text("out/manifest.json").contains("\"oneSided\": \"keep\""))
  }

  // MARK: - Bad input

  @Test func `all faults of a pipeline are told at once`() throws {
    let workspace = try workspace()
    try workspace.write(
      Workspace.pipeline.replacingOccurrences(of: "uses: segment", with: "uses: segmnt")
        .replacingOccurrences(of: "near: 0.9", with: "neer: 0.9"), to: "bad.yml")
    let result = try workspace.run("run", "bad.yml", "--output", "out")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        bad.yml:8:11: error: unknown stage 'segmnt'; did you mean 'segment'?
        bad.yml:12:32: error: unknown key 'neer' in stage 'deduplicate'; did you mean 'near'?

        """)
    #expect(!workspace.files().contains("out"))
  }

  @Test(arguments: [
    ["run"], ["run", "nowhere.yml"], ["run", "p.yml", "--jobs", "0"],
    ["run", "p.yml", "--jbs", "1"],
    ["run", "p.yml", "--set", "x"], ["run", "p.yml", "--set", "score=1"],
    ["run", "p.yml", "--until", "segmnt"], ["run", "p.yml", "--corpus", "other=corpus"], ["rnu"],
    ["plan", "nowhere.yml"], ["pair"], ["pair", "corpus", "--from", "!"],
  ])
  func `wrong usage ends with 2 and a message`(_ arguments: [String]) throws {
    let workspace = try workspace()
    let result = try Command.run(arguments, in: workspace.path)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test func `a corpus that is not there, or has no pairs, ends with 3`() throws {
    let workspace = try workspace()
    let missing = try workspace.run("run", "p.yml", "--corpus", "nowhere", "--output", "out")
    #expect(missing.status == 3)
    #expect(
      missing.errors == "nowhere: error: the folder cannot be read: No such file or directory\n")
    try workspace.write("x", to: "lone/es/a.txt")
    let lone = try workspace.run("run", "p.yml", "--corpus", "lone", "--output", "out")
    #expect(lone.status == 3)
    #expect(lone.errors.hasPrefix("lone: error: no pairs of documents in 'es' and 'en'\n"))
    #expect(lone.errors.contains("found: 1 for 'es' (such as es/a.txt), none for 'en'"))
    #expect(!workspace.files().contains("out"))
  }

  @Test func `duplicate keys end with 3 and name both files`() throws {
    let workspace = try workspace()
    try workspace.write("x", to: "corpus/es/d1.text")
    let result = try workspace.run("run", "p.yml", "--output", "out")
    #expect(result.status == 3)
    #expect(result.errors.contains("corpus/es/d1.txt: error: duplicate key 'd1'"))
    #expect(result.errors.contains("corpus/es/d1.text has it already"))
  }

  @Test func `a document without a partner is a warning`() throws {
    let workspace = try workspace()
    try workspace.write("x", to: "corpus/es/lone.txt")
    let result = try workspace.run("run", "p.yml", "--output", "out")
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "corpus/es/lone.txt: warning: no partner for this document in 'es'\n"))
  }

  @Test func `documents that cannot be read end with 3 when the rest is done`() throws {
    let workspace = try workspace(pairs: 5)
    try workspace.write(Data([0x61, 0xFF]), to: "corpus/es/d0.txt")
    try workspace.write("", to: "corpus/en/d1.txt")
    try workspace.link("/proc/self/mem", to: "corpus/es/e.txt")
    try workspace.write("x", to: "corpus/en/e.txt")
    let result = try workspace.run("run", "p.yml", "--output", "out")
    #expect(result.status == 3)
    #expect(result.errors.contains("corpus/es/d0.txt: byte 1: error: is not valid UTF-8"))
    #expect(result.errors.contains("corpus/en/d1.txt: error: is empty"))
    #expect(result.errors.contains("corpus/es/e.txt: error: cannot be read: "))
    #expect(result.errors.contains("3 of 6 pairs went to quarantine; the others are done"))
    #expect(try workspace.text("out/pairs.tsv").contains("es/d4.txt"))
    #expect(try workspace.text("out/quarantine.jsonl").split(separator: "\n").count == 3)
  }

  @Test func `a check decides how many documents may fail`() throws {
    let workspace = try workspace()
    try workspace.write("", to: "corpus/en/d1.txt")
    for (maximum, status) in [(1, Int32(0)), (0, 1)] {
      try workspace.write(
        Workspace.pipeline + "checks:\n  - {metric: documents.failed, maximum: \(maximum)}\n",
        to: "p.yml")
      let result = try workspace.run("run", "p.yml", "--output", "out")
      #expect(result.status == status)
      #expect(
        result.errors.contains("p.yml: error: check failed: documents.failed ≤ 0, it is 1")
          == (status == 1))
    }
  }

  @Test func `nothing to export ends with 1 and says why`() throws {
    let workspace = try workspace()
    let result = try workspace.run(
      "run", "p.yml", "--output", "out", "--set", "filter.minimumWords=500")
    #expect(result.status == 1)
    #expect(result.errors.contains("p.yml: error: there is nothing to export\n"))
    #expect(result.errors.contains("rejected by minimumWords"))
  }

  @Test func `output that cannot be written ends with 4 and names the file`() throws {
    let workspace = try workspace()
    let made = try workspace.run("run", "p.yml", "--output", "p.yml/out")
    #expect(made.status == 4)
    #expect(made.errors == "p.yml: error: the folder cannot be made: it is a file\n")
    try workspace.write("", to: "full/x")
    try workspace.link("/dev/full", to: "full/pairs.tsv")
    let full = try workspace.run("run", "p.yml", "--output", "full")
    #expect(full.status == 4)
    #expect(full.errors.hasPrefix("full/pairs.tsv: error: cannot be written: No space left"))
    #expect(!workspace.files(in: "full").contains("manifest.json"))
  }

  @Test func `the pipeline that comes along runs on the corpus that comes along`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let workspace = try Workspace()
    let result = try Command.run(
      ["run", "pipelines/bitext.yml", "--output", "\(workspace.path)/out"], in: root)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      workspace.files(in: "out") == [
        "manifest.json", "pairs.en", "pairs.es", "pairs.jsonl", "pairs.tmx", "pairs.tsv",
        "quarantine.jsonl", "rejected.jsonl",
      ])
    let source = try workspace.text("out/pairs.es").split(separator: "\n")
    let target = try workspace.text("out/pairs.en").split(separator: "\n")
    #expect(source.count > 200)
    #expect(source.count == target.count)
  }
}

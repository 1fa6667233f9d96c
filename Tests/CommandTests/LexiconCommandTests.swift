import Foundation
import Testing

struct LexiconCommandTests {
  private static let pairs = [
    ("El perro duerme", "The dog sleeps"), ("El gato duerme", "The cat sleeps"),
    ("El perro come pan", "The dog eats bread"), ("El gato bebe agua", "The cat drinks water"),
    ("El perro bebe agua", "The dog drinks water"), ("El pan", "The bread"),
  ]

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let lines = Self.pairs.map { "\($0.0)\t\($0.1)\n" }.joined()
    try workspace.write(lines, to: "p.tsv")
    return workspace
  }

  private func train(_ workspace: Workspace, _ arguments: String...) throws -> Command.Result {
    try Command.run(
      ["lexicon", "train", "--from", "es", "--to", "en"] + arguments, in: workspace.path)
  }

  private func show(
    _ workspace: Workspace, _ arguments: String..., from: String = "es", to: String = "en"
  ) throws -> Command.Result {
    try Command.run(
      ["lexicon", "show", "--from", from, "--to", to] + arguments, in: workspace.path)
  }

  @Test func `what was trained is shown`() throws {
    let workspace = try workspace()
    let trained = try train(
      workspace, "--output", "l", "--note", "licence: CC0", "--note", "credit: us: all", "p.tsv")
    #expect(trained.status == 0)
    #expect(trained.output.isEmpty)
    #expect(trained.errors == "l: 8 es and 8 en words from 6 of 6 pairs\n")
    let header = try show(workspace, "--lexicon", "l")
    #expect(
      header.output == """
        source: es
        target: en
        pairs: 6
        licence: CC0
        credit: us: all
        source words: 8
        target words: 8

        """)
    let words = try show(workspace, "--lexicon", "l", "PERRO", "agua")
    #expect(words.status == 0)
    let lines = words.output.split(separator: "\n")
    #expect(lines.first == "PERRO\t3")
    #expect(lines.contains("agua\t2"))
    #expect(lines[1].hasPrefix("\tdog\t"))
    let back = try show(workspace, "--lexicon", "l", "cat", from: "en", to: "es")
    #expect(back.output.hasPrefix("cat\t2\n\tgato\t"))
  }

  @Test func `a dictionary gives words that the text does not have`() throws {
    let workspace = try workspace()
    try workspace.write("# ours\narancel\ttariff\t3\narancel\tduty\nno entry\n", to: "d.tsv")
    let trained = try train(workspace, "--output", "l", "--dictionary", "d.tsv", "p.tsv")
    #expect(trained.status == 0)
    #expect(
      trained.errors == """
        d.tsv:4: warning: there is no tab
        l: 9 es and 10 en words from 6 of 6 pairs

        """)
    let words = try show(workspace, "--lexicon", "l", "Arancel")
    #expect(words.output == "Arancel\t0\n\ttariff\t0.749\n\tduty\t0.25\n")
    let missing = try train(workspace, "--output", "m", "--dictionary", "x.tsv", "p.tsv")
    #expect(missing.status == 3)
    #expect(!workspace.files().contains("m"))
  }

  @Test func `rare words are left out, and all words are shown`() throws {
    let workspace = try workspace()
    #expect(try train(workspace, "--output", "l", "--least-mentions", "2", "p.tsv").status == 0)
    let all = try show(workspace, "--lexicon", "l", "--all")
    let words = all.output.split(separator: "\n").filter { !$0.hasPrefix("\t") }
    #expect(
      words
        == ["el\t6", "perro\t3", "duerme\t2", "gato\t2", "pan\t2", "bebe\t2", "agua\t2"].map {
          $0[...]
        })
    #expect(try show(workspace, "--lexicon", "l", "--all", "pan").status == 2)
  }

  @Test func `words that are not there end with 1, and the others are shown`() throws {
    let workspace = try workspace()
    #expect(try train(workspace, "--output", "l", "p.tsv").status == 0)
    let result = try show(workspace, "--lexicon", "l", "vaca", "gato", "")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("gato\t2\n"))
    #expect(result.errors == "'vaca' is not in the lexicon\n'' is not in the lexicon\n")
  }

  @Test func `the lexicon that ships is shown when none is named`() throws {
    let workspace = try workspace()
    let result = try show(workspace, "agua")
    #expect(result.status == 0)
    #expect(result.output.contains("\n\twater\t"))
    let none = try show(workspace, "agua", to: "fi")
    #expect(none.status == 2)
    #expect(none.errors.contains("no lexicon ships for 'es' and 'fi'"))
  }

  @Test func `the same pairs give the same bytes, from any format and for any jobs`() throws {
    let workspace = try workspace()
    let records = Self.pairs.map { pair in
      #"{"source":[{"document":"a","start":0,"end":1,"text":"\#(pair.0)"}],"#
        + #""target":[{"document":"b","start":0,"end":1,"text":"\#(pair.1)"}],"#
        + #""type":"1-1","score":1}"# + "\n"
    }
    try workspace.write(records.joined(), to: "p.jsonl")
    _ = try Command.shell("gzip -k p.tsv", in: workspace.path)
    for (file, jobs) in [
      ("p.tsv", "1"), ("p.tsv", "5"), ("p.jsonl", "2"), ("p.tsv.gz", "2"),
    ] {
      let result = try train(workspace, "--output", "\(file).\(jobs)", "--jobs", jobs, file)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try workspace.data("\(file).\(jobs)") == workspace.data("p.tsv.1"))
    }
  }

  @Test func `lines that cannot be read are named and left out`() throws {
    let workspace = try workspace()
    try workspace.write(
      Data("uno\tone\nmal\n\ndos\ttwo\n".utf8) + [0xFF, 0x09, 0x61, 0x0A], to: "b.tsv")
    let result = try train(workspace, "--output", "l", "b.tsv")
    #expect(result.status == 0)
    #expect(result.errors.contains("b.tsv:2: warning: "))
    #expect(result.errors.contains("b.tsv:5: warning: "))
    #expect(result.errors.hasSuffix("l: 2 es and 2 en words from 2 of 2 pairs\n"))
  }

  @Test(arguments: [
    ["--output", "l"], ["p.tsv"], ["--output", "l", "p.tsv", "--passes", "0"],
    ["--output", "l", "p.tsv", "--translations", "-1"], ["--output", "l", "p.tsv", "--jobs", "x"],
    ["--output", "l", "p.tsv", "--dictionary-links", "0"],
    ["--output", "l", "p.tsv", "--least-mentions", "0"],
    ["--output", "l", "p.tsv", "--note", "nothing"], ["--output", "l", "p.yml"],
  ])
  func `wrong usage ends with 2`(_ arguments: [String]) throws {
    let workspace = try workspace()
    let result = try Command.run(
      ["lexicon", "train", "--from", "es", "--to", "en"] + arguments, in: workspace.path)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(!workspace.files().contains("l"))
  }

  @Test func `pairs that cannot be read end with 3, and nothing is written`() throws {
    let workspace = try workspace()
    try workspace.write("not gzip", to: "c.tsv.gz")
    for name in ["nowhere.tsv", "c.tsv.gz"] {
      let result = try train(workspace, "--output", "l", "p.tsv", name)
      #expect(result.status == 3)
      #expect(result.errors.contains("\(name): "))
    }
    #expect(!workspace.files().contains("l"))
  }

  @Test func `nothing to train from, or nowhere to write, ends with 4`() throws {
    let workspace = try workspace()
    try workspace.write("", to: "e.tsv")
    let empty = try train(workspace, "--output", "l", "e.tsv")
    #expect(empty.status == 4)
    #expect(empty.errors == "cotejo: error: no sentence pair to train from\n")
    let nowhere = try train(workspace, "--output", "p.yml/l", "p.tsv")
    #expect(nowhere.status == 4)
    #expect(nowhere.errors.hasPrefix("p.yml/l: error: cannot be written: "))
    #expect(workspace.files() == ["e.tsv", "p.tsv", "p.yml"])
  }
}

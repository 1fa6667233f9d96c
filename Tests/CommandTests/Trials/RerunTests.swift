import Foundation
import Testing

/// A run does again what something changed for, and nothing else; `plan` says so before.
struct RerunTests {
  private static let pairs = 12

  /// The stages that keep results; those that can learn from the corpus do not.
  private static let pipeline = """
    cotejo: 1
    name: trial
    languages: {source: es, target: en}
    inputs:
      documents: {corpus: corpus}
    stages:
      - uses: normalize
      - uses: segment
      - {uses: align, with: {lexicon: none}}
      - {uses: filter, id: words, with: {minimumWords: 1, oneSided: drop}}
      - {uses: filter, id: score, with: {minimumScore: 0.05}}
      - uses: deduplicate
      - {uses: export, with: {to: pairs.tsv}}

    """
  private static let stages = ["normalize", "segment", "align", "words", "score"]

  /// A workspace where a run has been completed.
  private func workspace(_ pipeline: String = pipeline) throws -> Workspace {
    let workspace = try TrialCorpus.workspace(pairs: Self.pairs, pipeline: pipeline)
    let first = try workspace.trial("out", "--cache", "cache")
    #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
    return workspace
  }

  private func plan(_ workspace: Workspace, _ arguments: String...) throws -> [String] {
    let result = try Command.run(
      ["plan", "trial.yml", "--output", "out", "--cache", "cache"] + arguments,
      in: workspace.path)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    return Array(lines.drop { !$0.hasPrefix("work (") }.dropFirst())
  }

  /// Expects that a run does the work of some stages, on so many pairs, and takes the other results
  /// from the cache; and that it gives what a run without a cache does.
  private func expect(
    _ workspace: Workspace, reruns stages: [String], of pairs: Int = pairs,
    in all: [String] = stages, output: String = "out", _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let common = ["run", "trial.yml", "--quiet"] + arguments
    let run = try Command.run(
      common + ["--output", output, "--cache", "cache"], in: workspace.path)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)", sourceLocation: sourceLocation)
    let outputs = try workspace.outputs(in: output)
    let expected = all.map { ($0, stages.contains($0) ? Self.pairs - pairs : Self.pairs) }
    #expect(
      outputs.stored == Dictionary(uniqueKeysWithValues: expected), sourceLocation: sourceLocation)
    let fresh = try Command.run(
      common + ["--output", "fresh", "--no-cache"], in: workspace.path)
    #expect(fresh.status == 0, "\(fresh.errors)", sourceLocation: sourceLocation)
    #expect(
      outputs.differences(from: try workspace.outputs(in: "fresh")) == [],
      sourceLocation: sourceLocation)
  }

  // MARK: - What changes results

  @Test func `a changed parameter reruns its stage and what depends on it`() throws {
    let workspace = try workspace()
    let change = ["--set", "score.minimumScore=0.2"]
    let told = try plan(workspace, change[0], change[1])
    #expect(told.prefix(4).allSatisfy { $0.hasSuffix(": 12 from the cache") }, "\(told)")
    #expect(told.last == "  score: 0 from the cache, 12 run: minimumScore was 0.05, is 0.2")
    try expect(workspace, reruns: ["score"], change[0], change[1])
    // And back: the old results are still there.
    #expect(try plan(workspace).allSatisfy { $0.hasSuffix(": 12 from the cache") })
    try expect(workspace, reruns: [])
    let words = ["--set", "words.minimumWords=2"]
    let both = try plan(workspace, words[0], words[1])
    #expect(both[3] == "  words: 0 from the cache, 12 run: minimumWords was 1, is 2")
    #expect(both[4] == "  score: 0 from the cache, 12 run: 'words' runs")
    try expect(workspace, reruns: ["words", "score"], words[0], words[1])
  }

  @Test func `a new lexicon reruns alignment and what comes after it`() throws {
    let workspace = try workspace()
    func train(_ line: String) throws {
      try workspace.write("\(line)\n", to: "words.tsv")
      let trained = try workspace.run(
        "lexicon", "train", "--from", "es", "--to", "en", "--output", "own.lexicon", "words.tsv")
      #expect(trained.status == 0, "\(trained.errors)")
    }
    try train("El libro azul.\tThe blue book.")
    let choice = ["--set", "align.lexicon=own.lexicon"]
    try expect(workspace, reruns: ["align", "words", "score"], choice[0], choice[1])
    try expect(workspace, reruns: [], output: "other", choice[0], choice[1])
    // The same name, another content.
    try train("Los libros rojos.\tThe red books.")
    let told = try plan(workspace, choice[0], choice[1])
    #expect(told[1].hasSuffix(": 12 from the cache"))
    #expect(told[2].hasPrefix("  align: 0 from the cache, 12 run: what it goes by changed"))
    try expect(workspace, reruns: ["align", "words", "score"], choice[0], choice[1])
  }

  @Test func `a changed document reruns alone`() throws {
    let workspace = try workspace()
    try workspace.write("Ana Ruiz trajo 33 libros.\n", to: "corpus/es/d7.txt")
    let told = try plan(workspace)
    #expect(
      told.prefix(2) == [
        "  normalize: 11 from the cache, 1 run: changed", "    d7: es/d7.txt changed",
      ])
    try expect(workspace, reruns: Self.stages, of: 1)
  }

  @Test func `a new stage reruns what comes after it`() throws {
    let workspace = try workspace()
    let text = Self.pipeline.replacingOccurrences(
      of: "  - {uses: filter, id: score",
      with: "  - {uses: filter, id: new, with: {identical: drop}}\n  - {uses: filter, id: score")
    try workspace.write(text, to: "trial.yml")
    let told = try plan(workspace)
    #expect(told[4] == "  new: 0 from the cache, 12 run: the stage is new")
    try expect(
      workspace, reruns: ["new", "score"], in: Self.stages + ["new"])
  }

  // MARK: - What does not

  @Test(arguments: [
    // A comment, another order of keys, other quotes, block style.
    (
      "  - {uses: filter, id: words, with: {minimumWords: 1, oneSided: drop}}",
      """
        # Beads of one side are of no use.
        - with:
            oneSided: "drop"
            minimumWords: 1   # a word at least
          id: words
          uses: filter
      """
    ),
    // A default that is written out.
    ("  - uses: deduplicate", "  - {uses: deduplicate, with: {by: both}}"),
    ("languages: {source: es, target: en}", "languages:\n  target: en\n  source: \"es\""),
  ])
  func `how the pipeline is written reruns nothing`(_ old: String, _ new: String) throws {
    let workspace = try workspace()
    #expect(Self.pipeline.contains(old))
    try workspace.write(
      "# A pipeline.\n" + Self.pipeline.replacingOccurrences(of: old, with: new), to: "trial.yml")
    #expect(try plan(workspace).allSatisfy { $0.hasSuffix(": 12 from the cache") })
    let run = try Command.run(
      ["run", "trial.yml", "--output", "out", "--cache", "cache"], in: workspace.path)
    #expect(run.status == 0)
    #expect(run.output.contains("nothing changed since the last run; in out: "), "\(run.output)")
    try expect(workspace, reruns: [], output: "elsewhere")
  }

  @Test func `a renamed stage reruns nothing`() throws {
    let workspace = try workspace()
    try workspace.write(
      Self.pipeline.replacingOccurrences(of: "id: words", with: "id: length"), to: "trial.yml")
    #expect(try plan(workspace).allSatisfy { $0.hasSuffix(": 12 from the cache") })
    let stages = Self.stages.map { $0 == "words" ? "length" : $0 }
    try expect(workspace, reruns: [], in: stages)
    let rejected = try workspace.text("out/rejected.jsonl")
    #expect(!rejected.contains("\"stage\":\"words\""))
  }

  @Test func `renamed documents rerun nothing, and have their new names in the output`() throws {
    let workspace = try workspace()
    for language in ["es", "en"] {
      for number in 0..<Self.pairs {
        try FileManager.default.moveItem(
          atPath: "\(workspace.path)/corpus/\(language)/d\(number).txt",
          toPath: "\(workspace.path)/corpus/\(language)/renamed-\(Self.pairs - number).txt")
      }
    }
    #expect(try plan(workspace).allSatisfy { $0.hasSuffix(": 12 from the cache") })
    try expect(workspace, reruns: [])
    #expect(try workspace.text("out/pairs.tsv").contains("es/renamed-3.txt"))
  }

  @Test func `an output folder that was there before is found whole again`() throws {
    let workspace = try workspace()
    try expect(workspace, reruns: [], output: "elsewhere")
    // Made anew from the cache, and then nothing is left to do, in either folder.
    try FileManager.default.removeItem(atPath: "\(workspace.path)/out")
    try expect(workspace, reruns: [], output: "out")
    for folder in ["out", "elsewhere"] {
      let run = try Command.run(
        ["run", "trial.yml", "--output", folder, "--cache", "cache"], in: workspace.path)
      #expect(run.output.contains("nothing changed since the last run"), "\(run.output)")
    }
    // A file that somebody wrote to is no output of a run.
    try workspace.write("", to: "out/pairs.tsv")
    let mended = try workspace.trial("out", "--cache", "cache")
    #expect(mended.status == 0)
    let outputs = try workspace.outputs(in: "out")
    #expect(outputs.differences(from: try workspace.outputs(in: "fresh")) == [])
  }

  // MARK: - Damage

  @Test func `results that are damaged on the disk are made again`() throws {
    let workspace = try workspace(TrialCorpus.pipeline)
    let whole = try workspace.outputs(in: "out")
    var damaged = 0
    for trial in 0..<Trials.count {
      var generator = Trials.generator(UInt64(trial))
      for name in workspace.files(in: "cache/results") where name.contains(".results") {
        var bytes = [UInt8](try workspace.data("cache/results/\(name)"))
        for _ in 0..<(1 + trial * 2) {
          let place = Int.random(in: bytes.indices, using: &generator)
          bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
        }
        if trial % 3 == 2 { bytes.removeLast(bytes.count / 3) }
        try workspace.write(bytes, to: "cache/results/\(name)")
      }
      let run = try workspace.trial("out-\(trial)", "--cache", "cache")
      #expect(run.status == 0, "\(run.errors)")
      if run.errors.contains("made again") || run.errors.contains("damaged") { damaged += 1 }
      #expect(
        try workspace.outputs(in: "out-\(trial)").differences(from: whole) == [],
        "trial \(trial): \(run.errors)")
    }
    #expect(damaged > 0)
  }
}

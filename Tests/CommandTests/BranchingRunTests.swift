import Testing

/// Runs of pipelines whose stages are a graph.
struct BranchingRunTests {
  private static let head = """
    cotejo: 1
    name: graph
    params: {full: false}
    languages: {source: es, target: en}
    inputs:
      some: {corpus: corpus}
      others: {corpus: others}
    stages:

    """

  private static let graph =
    head + """
        - uses: segment
        - {uses: align, with: {lexicon: none}}
        - {uses: normalize, id: unused, from: [others, some], if: "${params.full}"}
        - {uses: filter, from: align, matrix: {words: [1, 4]}, with: {minimumWords: "${matrix.words}"}}
        - {uses: deduplicate, if: "${params.full}"}
        - {uses: export, with: {to: "${matrix.words}.tsv"}}
        - {uses: export, id: raw, from: align, with: {to: raw.tsv}}
        - {uses: segment, id: cut, from: others}
        - {uses: align, id: join, with: {lexicon: none}}
        - {uses: export, with: {to: others.tsv}}

      """

  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 3)
    try workspace.write("El tren salió. Llegó tarde a la estación.\n", to: "others/es/x.txt")
    try workspace.write("The train left. It came late to the station.\n", to: "others/en/x.txt")
    try workspace.write(Self.graph, to: "graph.yml")
    return workspace
  }

  /// What a chain gives that has the stages of one branch.
  private func chain(
    _ workspace: Workspace, _ stages: [String], inputs: String? = nil
  ) throws -> String {
    let lines = stages + ["{uses: export, with: {to: out.tsv}}"]
    var text = Self.head + lines.map { "  - \($0)\n" }.joined()
    if let inputs { text = text.replacing("uses: segment", with: "uses: segment, from: \(inputs)") }
    try workspace.write(text, to: "chain.yml")
    let result = try workspace.run("run", "chain.yml", "--output", "chain", "--quiet")
    #expect(result.status == 0, "\(result.errors)")
    return try workspace.text("chain/out.tsv")
  }

  @Test func `each branch gives what a chain of its stages gives`() throws {
    let workspace = try workspace()
    let result = try workspace.run("run", "graph.yml", "--output", "out")
    #expect(result.status == 0, "\(result.errors)")
    let front = ["{uses: segment}", "{uses: align, with: {lexicon: none}}"]
    let raw = try chain(workspace, front)
    #expect(try workspace.text("out/raw.tsv") == raw)
    #expect(raw.contains("others/es/x.txt") && raw.contains("some/es/d0.txt"))
    for words in [1, 4] {
      let filtered = try chain(
        workspace, front + ["{uses: filter, with: {minimumWords: \(words)}}"])
      #expect(try workspace.text("out/\(words).tsv") == filtered)
    }
    #expect(try workspace.text("out/1.tsv") != workspace.text("out/4.tsv"))
    let others = try chain(workspace, front, inputs: "others")
    #expect(try workspace.text("out/others.tsv") == others)
    #expect(others.contains("others/es/x.txt") && !others.contains("some/"))
    // What one branch rejects goes on in the others, and says where it was rejected.
    let rejected = try workspace.text("out/rejected.jsonl")
    #expect(rejected.contains("\"stage\":\"filter(words=4)\""))
    #expect(!rejected.contains("\"stage\":\"raw\""))
  }

  @Test func `the bytes are the same for any number of jobs, and with results that were kept`()
    throws
  {
    let workspace = try workspace()
    let files = ["1.tsv", "4.tsv", "raw.tsv", "others.tsv", "rejected.jsonl"]
    var seen: Set<String> = []
    for (output, jobs) in [("a", "1"), ("b", "2"), ("c", "2")] {
      let result = try workspace.run(
        "run", "graph.yml", "--output", output, "--jobs", jobs, "--quiet")
      #expect(result.status == 0, "\(result.errors)")
      seen.insert(try files.map { try workspace.text("\(output)/\($0)") }.joined(separator: "\0"))
    }
    #expect(seen.count == 1)
  }

  @Test func `a param puts in what was left out`() throws {
    let workspace = try workspace()
    try workspace.write(
      "El tren salió tarde de allí.\n\nEl tren salió tarde de allí.\n", to: "others/es/x.txt")
    try workspace.write(
      "The train left late from there.\n\nThe train left late from there.\n",
      to: "others/en/x.txt")
    for (full, dropped) in [("false", false), ("true", true)] {
      let result = try workspace.run(
        "run", "graph.yml", "--output", full, "--set", "full=\(full)")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("deduplicate(words=1)") == dropped)
      let rejected = try workspace.text("\(full)/rejected.jsonl")
      #expect(rejected.contains("\"reason\":\"duplicate\"") == dropped)
    }
  }
}

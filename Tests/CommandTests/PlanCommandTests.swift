import Testing

struct PlanCommandTests {
  @Test func `the plan is told with all parameters, and nothing is written`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 2)
    let before = workspace.files()
    let result = try workspace.run(
      "plan", "p.yml", "--until", "align", "--set", "filter.minimumScore=0.25")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "small: es → en (p.yml)")
    #expect(lines.contains { $0.contains("minimumScore=0.25") && $0.contains("oneSided=drop") })
    #expect(lines.contains { $0.hasPrefix("  5 filter: ") && $0.hasSuffix("left out: --until") })
    #expect(lines.contains("output: out/small"))
    #expect(workspace.files() == before)
  }

  @Test func `help lists every stage and parameter`() throws {
    let result = try Command.run(["plan", "--help"])
    #expect(result.status == 0)
    for name in [
      "normalize:", "deduplicate:", "minimumScore:", "lengthRatio:", "paragraphs:", "trace.share:",
    ] {
      #expect(result.output.contains(name), "\(name)")
    }
  }

  @Test func `faults end with 2, a corpus that is not there with 3`() throws {
    let workspace = try Workspace()
    try workspace.write("cotejo: 1\n\tx", to: "bad.yml")
    let bad = try workspace.run("plan", "bad.yml")
    #expect(bad.status == 2)
    #expect(bad.errors.hasPrefix("bad.yml:2:1: error: "))
    #expect(try workspace.run("plan", "p.yml").status == 3)
  }

  @Test func `a graph is told: what each stage reads, values of matrices, what is left out`() throws
  {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    try workspace.write(
      """
      cotejo: 1
      params: {full: false}
      languages: {source: es, target: en}
      inputs:
        some: {corpus: corpus}
        others: {corpus: corpus}
      stages:
        - uses: segment
        - uses: align
        - {uses: check, if: "${params.full}"}
        - {uses: filter, matrix: {score: [0.2, 0.5]}, with: {minimumScore: "${matrix.score}"}}
        - {uses: export, with: {to: "${matrix.score}.tmx"}}
        - {uses: export, from: "filter(score=0.5)", with: {to: "strict-${matrix.score}.tsv"}}
        - {uses: segment, id: cut, from: others}

      """, to: "graph.yml")
    let result = try workspace.run("plan", "graph.yml")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "stages"))
    let stages = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.filter {
      $0.contains(": ") || $0.contains("reads") || $0.contains("matrix")
    }.map { line in
      // The summary of the stage is not in question.
      let name = line.prefix { $0 != ":" }
      return line.hasSuffix("left out: if") ? "\(name) left out" : String(name)
    }
    #expect(
      stages == [
        "  1 segment", "  2 align", "  - check left out", "  3 filter(score=0.2)",
        "  4 filter(score=0.5)", "      reads 2 align", "  5 export(score=0.2)",
        "      reads 3 filter(score=0.2)", "  6 export(score=0.5)",
        "      reads 4 filter(score=0.5)", "  7 export-2 (export)",
        "      reads 4 filter(score=0.5)", "      matrix score=0.5", "  8 cut (segment)",
        "      reads input 'others'",
      ])
    let set = try workspace.run(
      "plan", "graph.yml", "--set", "filter.matrix.score=0.7", "--set", "full=true")
    // The instance that 'from' picks is no longer there.
    #expect(set.status == 2)
    #expect(
      set.errors.contains("stage 'filter' has no instance 'score=0.5'; did you mean 'score=0.7'?"))
  }

  @Test func `twenty misspellings give twenty messages in one go, in the order of the file`() throws
  {
    let workspace = try Workspace()
    try workspace.write(
      """
      cotejo: 1
      nmae: small
      params: {full: true, score: 0.5}
      languages: {source: es, tagret: en}
      inputs:
        a:
          {corpsu: x}
        b: {corpus: y, unpaired: skp}
        c:
          corpus: z
          chraset: utf-8
          roles: {en: "{date}.txt"}
          transcripts: t
          match:
            by: dat
            widnow: 1d
      stages:
        - {uses: normalise, from: [a, b]}
        - {usse: segment}
        - {uses: align, id: join, with: {lexicon: automtic}}
        - {uses: filter, with: {minimunScore: 0.5}}
        - {uses: filter, id: f, fi: false, with: {languages: verfy}}
        - {uses: check, if: "${params.ful}"}
        - uses: deduplicate
          matrix: {near: [0.8, 0.9]}
          with: {near: "${matrix.naer}"}
        - {uses: export, with: {too: "${matrix.near}.tmx"}}
        - {uses: export, from: jion, wiht: {to: b.tmx}}
      checks:
        - {metric: align.score.maen, minimum: 0.5}
        - {metric: filter.kept, minimun: 0.5}

      """, to: "slips.yml")
    let result = try workspace.run("plan", "slips.yml")
    #expect(result.status == 2)
    let lines = result.errors.split(separator: "\n").map(String.init)
    let slips = [
      (2, "nmae", "name"), (4, "tagret", "target"), (7, "corpsu", "corpus"), (8, "skp", "skip"),
      (11, "chraset", "charset"), (15, "dat", "date"), (16, "widnow", "window"),
      (18, "normalise", "normalize"), (19, "usse", "uses"), (20, "automtic", "automatic"),
      (21, "minimunScore", "minimumScore"), (22, "fi", "if"), (22, "verfy", "verify"),
      (23, "ful", "full"), (26, "naer", "near"), (27, "too", "to"), (28, "jion", "join"),
      (28, "wiht", "with"), (30, "align.score.maen", "align.score.mean"),
      (31, "minimun", "minimum"),
    ]
    #expect(lines.count == slips.count, "\(result.errors)")
    for (line, (number, slip, meant)) in zip(lines, slips) {
      #expect(line.hasPrefix("slips.yml:\(number):"), "\(line)")
      #expect(line.contains("'\(slip)'"), "\(line)")
      #expect(line.hasSuffix("did you mean '\(meant)'?"), "\(line)")
    }
    // The same for a run, before anything is written.
    let run = try workspace.run("run", "slips.yml")
    #expect(run.status == 2 && run.errors == result.errors)
    #expect(!workspace.files().contains { $0.hasPrefix("out") })
  }
}

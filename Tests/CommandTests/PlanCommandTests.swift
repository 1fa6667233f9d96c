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
    for name in ["normalize:", "deduplicate:", "minimumScore:", "lengthRatio:", "paragraphs:"] {
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
}

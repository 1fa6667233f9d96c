import Foundation
import Testing

/// The stage `check` as `cotejo run` shows it.
struct CheckStageRunTests {
  private static let pipeline = """
    cotejo: 1
    languages: {source: es, target: en}
    inputs: {documents: {corpus: corpus}}
    stages:
      - uses: normalize
      - uses: segment
      - uses: align
      - uses: check
      - {uses: export, with: {to: pairs.jsonl}}
    checks:
      - {metric: check.altered, maximum: 0}

    """

  @Test(arguments: [("900", 1), ("300", 0)])
  func `a gate on altered pairs ends the run with exit code 1`(
    _ figure: String, _ status: Int32
  ) throws {
    let workspace = try Workspace()
    try workspace.write(Self.pipeline, to: "p.yml")
    try workspace.write("Vinieron 300 personas a la ciudad.\n", to: "corpus/a.es")
    try workspace.write("There came \(figure) people to the city.\n", to: "corpus/a.en")
    let result = try Command.run(["run", "p.yml", "--output", "out"], in: workspace.path)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.output.contains("1 checked, \(status) altered, 0 cannot tell"))
    let passed = status == 0 ? "check passed" : "check FAILED"
    #expect(
      (result.output + result.errors).contains("\(passed): check.altered ≤ 0, it is \(status)"))
    #expect(
      try workspace.text("out/findings.jsonl").contains("'300' became '900'") == (status == 1))
  }

  @Test func `the pipeline that comes along checks the corpus that comes along`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let workspace = try Workspace()
    let result = try Command.run(
      ["run", "pipelines/check.yml", "--output", "\(workspace.path)/out"], in: root)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      workspace.files(in: "out") == [
        "findings.jsonl", "manifest.json", "pairs.jsonl", "quarantine.jsonl", "rejected.jsonl",
      ])
    let pairs = try workspace.text("out/pairs.jsonl").split(separator: "\n")
    #expect(pairs.count > 150)
    #expect(pairs.allSatisfy { $0.contains(#","check":{"verdict":""#) })
  }
}

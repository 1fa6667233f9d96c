import Testing

@testable import CotejoPipeline

/// `if`: stages that are left out, and what follows them.
struct StageGraphTests {
  private func reading(_ stages: [String], full: String = "false") -> PlanReading {
    Plans.read(
      "params: {full: \(full)}\n" + Plans.head + "stages:\n"
        + stages.map { "  - {\($0)}\n" }.joined())
  }

  private static let chain = [
    "uses: normalize, if: '${params.full}'", "uses: segment", "uses: align",
    "uses: check, if: '${params.full}'", "uses: filter, if: '${params.full}'",
    "uses: export, with: {to: a.tmx}",
    "uses: export, from: check, if: '${params.full}', with: {to: b.tmx}",
  ]

  @Test func `what followed a stage that is left out follows what it followed`() throws {
    let plan = try #require(reading(Self.chain).plan)
    #expect(plan.stages.map(\.id) == ["segment", "align", "export"])
    #expect(plan.stages.map(\.origin) == [.inputs([0]), .stage(0), .stage(1)])
    #expect(plan.omitted.map(\.id) == ["normalize", "check", "filter", "export-2"])
    #expect(plan.omitted.map(\.position) == [0, 2, 2, 3])
    // A run with another param may have written it.
    #expect(plan.outputFiles.suffix(2) == ["a.tmx", "b.tmx"])
  }

  @Test func `with another param they are done`() throws {
    let plan = try #require(reading(Self.chain, full: "true").plan)
    #expect(plan.stages.count == 7)
    #expect(plan.omitted.isEmpty)
    #expect(plan.stages[6].origin == .stage(3))
    #expect(plan.outputFiles.contains("b.tmx"))
  }

  @Test func `a matrix that is left out still fans out what follows`() throws {
    let fan = "uses: deduplicate, matrix: {near: [0.8, 0.9]}, with: {near: '${matrix.near}'}"
    let plan = try #require(
      reading([
        "uses: segment", "uses: align", fan + ", if: '${params.full}'",
        "uses: export, with: {to: '${matrix.near}.tmx'}",
      ]).plan)
    #expect(plan.stages.map(\.id).suffix(2) == ["export(near=0.8)", "export(near=0.9)"])
    #expect(plan.stages.suffix(2).map(\.origin) == [.stage(1), .stage(1)])
    #expect(plan.omitted.map(\.id) == ["deduplicate(near=0.8)", "deduplicate(near=0.9)"])
  }

  @Test func `a matrix can say which of its instances are left out`() throws {
    let plan = try #require(
      reading([
        "uses: segment", "uses: align",
        "uses: check, matrix: {checked: [true, false]}, if: '${matrix.checked}'",
        "uses: export, with: {to: '${matrix.checked}.tmx'}",
      ]).plan)
    #expect(
      plan.stages.dropFirst(2).map(\.id) == [
        "check(checked=true)", "export(checked=true)", "export(checked=false)",
      ])
    #expect(plan.stages.suffix(2).map(\.origin) == [.stage(2), .stage(1)])
    #expect(plan.omitted.map(\.id) == ["check(checked=false)"])
  }

  @Test(arguments: [
    ("yes", "'if' must be true or false, and this is 'yes'"),
    ("'true'", "'if' must be true or false, and this is 'true'"),
    ("[true]", "'if' must be true or false, and this is a list"),
    ("'${params.ful}'", "unknown param 'ful'; did you mean 'full'?"),
    ("'${matrix.x}'", "unknown matrix value 'x'; neither this stage"),
    ("false, with: {minimumScor: 1}", "unknown key 'minimumScor' in stage 'filter'"),
    ("false, from: nothing", "there is no stage or input 'nothing'"),
  ])
  func `stages that are left out are checked all the same`(_ text: String, _ expected: String) {
    let problems = reading([
      "uses: segment", "uses: align", "uses: filter, if: \(text)",
    ]).problems.map(\.message)
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.contains { $0.hasPrefix(expected) }, "\(problems)")
  }

  @Test func `what a stage that is left out would have made is missed`() {
    #expect(
      reading(["uses: segment", "uses: align, id: join, if: false", "uses: filter"]).problems
        .map(\.message) == [
          "stage 'filter' needs beads, and 'join', which makes them, is left out by 'if'"
        ])
    #expect(
      reading(["uses: segment, if: false", "uses: align, if: false"]).problems.map(\.message)
        == ["every stage of the pipeline is left out by 'if'"])
    let checked =
      Plans.head + """
        stages:
          - uses: segment
          - uses: align
          - {uses: check, if: false}
        checks:
          - {metric: check.altered, maximum: 0}
        """
    #expect(
      Plans.problems(checked) == [
        "p.yml:10:5: error: 'check.altered' needs a stage 'check', and 'if' leaves it out"
      ])
  }

  @Test func `until names a stage that is done, or all instances of one`() throws {
    let plan = try #require(reading(Self.chain).plan)
    #expect(try plan.stages(until: "align").map(\.id) == ["segment", "align"])
    #expect(throws: PipelineError.self) { try plan.stages(until: "check") }
    #expect(throws: PipelineError.self) { try plan.stages(until: "alin") }
    let fanned = try #require(
      reading([
        "uses: segment", "uses: align, matrix: {x: [1, 2]}", "uses: filter",
        "uses: filter, id: g, matrix: {y: [1]}, if: false",
      ]).plan)
    #expect(try fanned.stages(until: "align").count == 3)
    #expect(try fanned.stages(until: "align(x=1)").count == 2)
    do {
      _ = try fanned.stages(until: "g")
      Issue.record("a stage that is left out was found")
    } catch {
      #expect(error.message == "the stage 'g' is left out by 'if'")
    }
  }
}

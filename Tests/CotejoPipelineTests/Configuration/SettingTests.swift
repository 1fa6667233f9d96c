import Testing

@testable import CotejoPipeline

struct SettingTests {
  @Test func `keys have one or two parts`() throws {
    #expect(try Setting("a=b=c").key == ["a"])
    #expect(try Setting("a=b=c").value == "b=c")
    #expect(try Setting("filter.minimumScore=0.5").key == ["filter", "minimumScore"])
  }

  @Test(arguments: ["", "a", "=1", "a.=1", ".a=1", "a.b.c=1", "a.matrix.b.c=1", "a.matrix.=1"])
  func `anything else is refused`(_ text: String) {
    #expect(throws: PipelineError.self) { try Setting(text) }
  }

  @Test func `a stage's parameters are made where it has none`() {
    let plan = Plans.read(
      Plans.head + "stages:\n  - uses: segment\n", settings: ["segment.paragraphs=line"]
    ).plan
    #expect(plan?.stages[0].stage.values.sorted.first?.value == .text("line"))
  }

  private func ids(_ settings: String..., matrix: String = "matrix: {near: [0.7]}, ") -> [String] {
    let stages = "stages:\n  - uses: segment\n  - uses: align\n  - {uses: deduplicate, \(matrix)"
    let reading = Plans.read(
      Plans.head + stages + "with: {near: 0.5}}\n", settings: settings)
    return reading.plan?.stages.dropFirst(2).map(\.id) ?? reading.problems.map(\.message)
  }

  @Test func `a matrix takes one value or a list`() {
    #expect(ids("deduplicate.matrix.near=0.9") == ["deduplicate(near=0.9)"])
    #expect(
      ids("deduplicate.matrix.near=[0.8, 0.9]")
        == ["deduplicate(near=0.8)", "deduplicate(near=0.9)"])
    #expect(
      ids("deduplicate.matrix.by=[a, b]")
        == ["deduplicate(near=0.7,by=a)", "deduplicate(near=0.7,by=b)"])
    #expect(ids("deduplicate.matrix.by=a", matrix: "") == ["deduplicate(by=a)"])
  }

  @Test(arguments: [
    ("deduplicate.matrix.near=[]", "must be a list of values, and this is an empty list"),
    ("deduplicate.matrix.near=[1", "did not find expected"),
    ("deduplicate.matrix.near=[[1]]", "and this is a list"),
    ("deduplicate.matrix.near=", "and this is nothing"),
    ("dedup.matrix.near=1", "the pipeline has no stage 'dedup'"),
  ])
  func `values that a matrix does not take are told at the option`(
    _ setting: String, _ expected: String
  ) {
    let problems = Plans.problems(
      Plans.head + "stages:\n  - uses: segment\n  - {uses: align, id: deduplicate}\n",
      settings: [setting])
    #expect(problems.contains { $0.hasPrefix("--set ") && $0.contains(expected) }, "\(problems)")
  }
}

import Testing

@testable import CotejoPipeline

struct SettingTests {
  @Test func `keys have one or two parts`() throws {
    #expect(try Setting("a=b=c").key == ["a"])
    #expect(try Setting("a=b=c").value == "b=c")
    #expect(try Setting("filter.minimumScore=0.5").key == ["filter", "minimumScore"])
  }

  @Test(arguments: ["", "a", "=1", "a.=1", ".a=1", "a.b.c=1"])
  func `anything else is refused`(_ text: String) {
    #expect(throws: PipelineError.self) { try Setting(text) }
  }

  @Test func `a stage's parameters are made where it has none`() {
    let plan = Plans.read(
      Plans.head + "stages:\n  - uses: segment\n", settings: ["segment.paragraphs=line"]
    ).plan
    #expect(plan?.stages[0].stage.values.sorted.first?.value == .text("line"))
  }
}

import Testing

@testable import CotejoPipeline

struct PartStampTests {
  @Test func `any change of a layout is another stamp`() {
    let stamps = [
      PartStamp("a", version: 1), PartStamp("a", version: 2), PartStamp("b", version: 1),
      PartStamp("a", version: 1, cases: ["x", "y"]), PartStamp("a", version: 1, cases: ["y", "x"]),
      PartStamp("a", version: 1, cases: ["x, y"]), PartStamp("a", version: 1, cases: [""]),
    ].map(\.bits)
    #expect(Set(stamps).count == stamps.count)
    #expect(PartStamp("a", version: 1).bits == stamps[0])
  }

  @Test func `each part has its own`() {
    let stamps = PairPart.allCases.map { $0.codec.stamp.bits }
    #expect(Set(stamps).count == stamps.count)
  }
}

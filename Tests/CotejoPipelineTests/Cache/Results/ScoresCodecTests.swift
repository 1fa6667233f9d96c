import Testing

@testable import CotejoPipeline

struct ScoresCodecTests {
  private static let lines = [("Uno.", "One."), ("Dos.", "Two.")]

  @Test func `scores are put back, and rejections before them stay`() throws {
    var before = try Pairs.aligned(Self.lines)
    before.reject(0, by: "filter", "oneSided", "")
    var after = before
    after.score([0: 0.125, 1: 1])
    var state = before
    let bytes = after.encodeResult(of: [.scores], stage: "s")
    #expect(bytes.count == 4 + 2 + 4 * 2)
    try state.decodeResult(bytes, parts: [.scores], stage: "s", resources: Pairs.resources())
    #expect(state.differences(from: after) == [])
    #expect(Pairs.reasons(state) == ["oneSided", nil])
  }

  @Test(
    arguments: [
      ([0, 2, 0, 0, 0, 0, 0, 0, 0x80, 0x3F], ""),
      ([1, 2, 0, 0, 0, 0, 0, 0, 0x80, 0x3F], "has the scores of other beads"),
      ([0, 1, 0, 0, 0, 0], "has the scores of other beads"),
      ([0, 2, 0, 0, 0, 0, 1, 0, 0x80, 0x3F], "has a probability outside 0 to 1"),
      ([0, 2, 0, 0, 0, 0], "ends too early"),
    ] as [([UInt8], String)])
  func `scores that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    let state = try Pairs.aligned(Self.lines)
    #expect(try Damage.message(.scores, into: state) { $0.append(raw: bytes) } == expected)
  }
}

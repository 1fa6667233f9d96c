import Testing

@testable import CotejoPipeline

struct RejectionsCodecTests {
  @Test func `only what the stage rejected is kept, by the bytes of its name`() throws {
    let before = try Pairs.aligned((0..<5).map { ("Uno \($0).", "One.") })
    var after = before
    after.reject(0, by: "se\u{F1}al", "x", "")
    after.reject(1, by: "sen\u{303}al", "y", "")
    after.reject(4, by: "se\u{F1}al", "x", "d")
    var state = before
    state.reject(1, by: "earlier", "z", "")
    try state.decodeResult(
      after.encodeResult(of: [.rejections], stage: "se\u{F1}al"), parts: [.rejections],
      stage: "se\u{F1}al", resources: Pairs.resources())
    #expect(Pairs.reasons(state) == ["x", "z", nil, nil, "x"])
    #expect(state.remaining == 2)
  }

  @Test(
    arguments: [
      ([2, 0, 0, 1, 0x61, 0, 0, 1, 1, 2], ""),
      ([1, 1, 0, 0, 0, 0], "rejects a bead that is not there to be rejected"),
      ([1, 3, 0, 0, 0, 0], "rejects a bead that is not there to be rejected"),
      ([2, 2, 0, 0, 1, 0, 1, 1], "rejects a bead that is not there to be rejected"),
      ([1, 4, 0, 0], "has a number that is too large"),
      ([9, 0, 0, 0], "has more elements than bytes"),
    ] as [([UInt8], String)])
  func `rejections that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    var state = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two."), ("Tres.", "Three.")])
    state.reject(1, by: "earlier", "z", "")
    #expect(try Damage.message(.rejections, into: state) { $0.append(raw: bytes) } == expected)
  }
}

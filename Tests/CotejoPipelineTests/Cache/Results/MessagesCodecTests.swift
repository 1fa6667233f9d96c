import Testing

@testable import CotejoPipeline

struct MessagesCodecTests {
  @Test func `the messages of the stage alone are put back, under its name now`() throws {
    var before = try Pairs.aligned([("Uno.", "One.")])
    before.note("first\n", by: "a")
    var after = before
    after.note("\u{2028}second", by: "b")
    after.note("", by: "b")
    var state = before
    try state.decodeResult(
      after.encodeResult(of: [.messages], stage: "b"), parts: [.messages], stage: "c",
      resources: Pairs.resources())
    #expect(
      state.messages == [
        PairState.Message(stage: "a", text: "first\n"),
        PairState.Message(stage: "c", text: "\u{2028}second"),
      ])
  }

  @Test(
    arguments: [
      ([0], ""), ([1, 1, 0x41], ""), ([1, 1, 0xFF], "has text that is not UTF-8"),
      ([1, 9, 0x41], "ends too early"), ([200, 1, 0x41], "has more elements than bytes"),
    ] as [([UInt8], String)])
  func `messages that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    let state = try Pairs.aligned([("Uno.", "One.")])
    #expect(try Damage.message(.messages, into: state) { $0.append(raw: bytes) } == expected)
  }
}

import CotejoQuotation
import CotejoText
import Testing

@testable import CotejoPipeline

struct QuotationsCodecTests {
  /// Quotations of `“Sí”, he said`, 18 bytes: start, length, flags, kind, utterance, and what the flags
  /// say; then the faults of marks.
  @Test(
    arguments: [
      ([1, 0, 0], ""), ([0], ""),
      ([1, 1, 6, 3, 0, 0, 0, 0], ""), ([1, 1, 6, 3, 0x1C, 2, 1, 22, 4, 16, 2, 0, 1, 0x41, 0], ""),
      ([1, 1, 6, 3, 32, 0, 0, 0], "has a quotation of a kind that there is not"),
      ([1, 1, 6, 3, 16, 0, 0, 0, 0], "has a quotation of a kind that there is not"),
      ([1, 1, 6, 3, 0, 3, 0, 0], "has a code that means nothing"),
      ([1, 1, 2, 3, 0, 0, 0, 0], "has a span that is none of its text"),
      ([1, 1, 6, 3, 4, 0, 0, 2, 1, 0], "has a span that is none of its text"),
      ([1, 2, 6, 3, 0, 0, 0, 0, 6, 0, 0, 0, 0], "has quotations out of order"),
      ([1, 2, 6, 3, 0, 0, 0, 5, 3, 0, 0, 0, 0], "has quotations out of order"),
      ([1, 0, 1, 3, 0, 3, 0, 0], "has a code that means nothing"),
      ([1, 1, 6, 3, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0x1F, 0], "has a number that is too large"),
      ([2], "has a flag that is neither set nor clear"),
    ] as [([UInt8], String)])
  func `quotations that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    let state = try Pairs.pair("x", "“Sí”, he said")
    #expect(try Damage.message(.quotations, into: state) { $0.append(raw: bytes) } == expected)
  }

  @Test func `the text of quotations is that of the rendering`() throws {
    let before = try Pairs.pair("x", "“We are going to leave tomorrow,” Ana Soto said.")
    var after = before
    try Pairs.run(SegmentStage.self, on: &after)
    var restored = after
    try Pairs.run(QuotesStage.self, on: &after)
    try restored.decodeResult(
      after.encodeResult(of: [.quotations], stage: "q"), parts: [.quotations], stage: "q",
      resources: Pairs.resources())
    #expect(restored.quoted?.text.sentences == after.target.sentences)
    #expect(restored.quoted?.text.text.bytes == after.target.text.bytes)
    #expect(restored.quoted?.quotations.isEmpty == false)
  }
}

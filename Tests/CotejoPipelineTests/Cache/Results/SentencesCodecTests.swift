import Testing

@testable import CotejoPipeline

struct SentencesCodecTests {
  @Test func `a sentence takes few bytes`() throws {
    let lines = (0..<300).map { (source: "Línea \($0).", target: "Line \($0).") }
    let bytes = try Pairs.aligned(lines).encodeResult(of: [.sentences], stage: "s")
    #expect(bytes.count <= 4 + 2 * (2 + 3 * 300))
  }

  /// Sentences of `ab cd é`, eight bytes: the gap, the length, the step of the paragraph.
  @Test(
    arguments: [
      ([0], ""), ([2, 0, 2, 0, 2, 2, 2], ""), ([1, 12, 2, 0], ""), ([1, 0, 0, 16], ""),
      ([1, 0, 9, 0], "has a number that is too large"),
      ([1, 2, 8, 0], "has a span that is none of its text"),
      ([1, 12, 1, 0], "has a span that is none of its text"),
      ([1, 14, 1, 0], "has a span that is none of its text"),
      ([2, 0, 2, 0, 1, 1, 0], "has sentences out of order"),
      ([1, 0, 1, 18], "has sentences out of order"),
      ([2, 0, 2, 2, 2, 1, 1], "has sentences out of order"),
      ([2, 0, 2, 16, 2, 1, 2], "has sentences out of order"),
      ([2, 0, 2, 0], "has more elements than bytes"),
    ] as [([UInt8], String)])
  func `sentences that cannot be`(_ source: [UInt8], _ expected: String) throws {
    let found = try Damage.message(.sentences, into: Pairs.pair("ab cd é", "x")) { writer in
      writer.append(raw: source + [0])
    }
    #expect(found == expected)
  }
}

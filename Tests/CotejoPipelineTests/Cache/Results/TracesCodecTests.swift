import CotejoQuotation
import CotejoText
import Testing

@testable import CotejoPipeline

struct TracesCodecTests {
  private static func quoted() throws -> PairState {
    var state = try Pairs.pair("Sí, señor.", "“Yes, sir,” he said.")
    state.quoted = QuotedText(
      text: state.target, quotations: [Quotation(span: TextSpan(3, 12), kind: .direct)],
      repairs: [])
    return state
  }

  /// A transcript that is the original; whether the quotations are those of the state; of each trace
  /// origin, found, confidence (8), then sources, omitted, alternatives, added, links.
  @Test(
    arguments: [
      ([1, 1, 0, 1, 1, 0, 1] + zeros + [0, 0, 0, 0, 0], ""),
      ([1, 1, 0, 1, 1, 0, 1] + zeros + [1, 0, 0, 0, 3, 0, 0, 0, 0], ""),
      ([1, 1, 0, 1, 1, 0, 1] + zeros + [1, 3, 0, 10, 2, 0, 0, 0, 0, 0, 0], ""),
      (
        [1, 1, 0, 1, 1, 0, 1] + zeros + [1, 0, 0, 4, 3, 0, 0, 0, 0],
        "has a span that is none of its text"
      ),
      (
        [1, 1, 0, 1, 1, 0, 1] + zeros + [1, 0, 1, 0, 3, 0, 0, 0, 0],
        "leads to a transcript that there is not"
      ),
      (
        [1, 1, 0, 1, 1, 0, 1] + zeros + [1, 4, 0, 0, 3, 0, 0, 0, 0],
        "leads to a transcript that there is not"
      ),
      ([1, 1, 0, 1, 1, 7, 1] + zeros + [0, 0, 0, 0, 0], "has a code that means nothing"),
      (
        [1, 1, 0, 1, 1, 0, 1] + zeros + [0, 0, 0, 1, 80, 3, 0],
        "has a span that is none of its text"
      ),
      ([1, 1, 2, 1, 1], "has a transcript of a kind that there is not"),
      (
        [1, 1, 1, 1, 0x78, 1, 0] + zeros,
        "leads to 'x', which is no transcript that can be read now"
      ),
      ([1, 0, 1, 0], "has the traces of other quotations"),
      ([1, 0, 1, 2] + zeros + zeros + zeros + zeros, "has the traces of other quotations"),
      ([1, 0, 1, 9], "has more elements than bytes"),
      ([1, 200, 1], "has more elements than bytes"),
      ([0], ""), ([2], "has a flag that is neither set nor clear"),
    ] as [([UInt8], String)])
  func `traces that cannot be`(_ bytes: [UInt8], _ expected: String) throws {
    let found = try Damage.message(.traces, into: Self.quoted()) { $0.append(raw: bytes) }
    #expect(found == expected)
  }

  private static let zeros = [UInt8](repeating: 0, count: 8)

  @Test func `an article has no original to lead to`() throws {
    let pair = try Self.quoted()
    let article = PairState(
      number: 0, article: pair.pair, originals: pair.source.language, target: pair.targetDocument)
    let found = try Damage.message(.traces, into: article) { $0.append(raw: [1, 1, 0, 1, 0]) }
    #expect(found == "leads to the original of an article, which has none")
  }

  @Test func `quotations that are not those of the state are written out`() throws {
    let before = try Self.quoted()
    var after = before
    var trace = Trace(quotation: Quotation(span: TextSpan(3, 6), kind: .mixed, utterance: 4))
    trace.sources = [Trace.Source(transcript: 0, span: TextSpan(0, 3), speaker: "Ana")]
    after.join(
      TracedQuotations(traces: [trace, trace], transcripts: [("es/p0.txt", after.source.text)]))
    var restored = before
    try restored.decodeResult(
      after.encodeResult(of: [.traces], stage: "t"), parts: [.traces], stage: "t",
      resources: Pairs.resources())
    #expect(restored.differences(from: after) == [])
  }
}

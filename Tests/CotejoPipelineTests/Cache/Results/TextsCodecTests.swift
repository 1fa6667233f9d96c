import CotejoText
import Testing

@testable import CotejoPipeline

struct TextsCodecTests {
  private static func restored(_ after: PairState, from before: PairState) throws -> Int {
    let bytes = after.encodeResult(of: [.texts], stage: "s")
    var state = before
    try state.decodeResult(bytes, parts: [.texts], stage: "s", resources: Pairs.resources())
    #expect(state.differences(from: after) == [])
    return bytes.count
  }

  @Test func `a clean text takes no bytes, a mended one those that were mended`() throws {
    let clean = String(repeating: "Una frase limpia.\n", count: 500)
    let mended = clean + "Espa&ntilde;a\u{A0}y M\u{C3}\u{A9}xico."
    let pair = try Pairs.pair(clean, mended)
    var state = pair
    try Pairs.run(NormalizeStage.self, on: &state)
    #expect(state.target.text.bytes.count < pair.target.text.bytes.count)
    #expect(try Self.restored(state, from: pair) < 40)
  }

  @Test func `what reading repaired is counted once`() throws {
    let before = try Pairs.pair("Uno.\r\nDos.\u{0}\r\n", "\u{FEFF}One.\r\nTw\u{AD}o.")
    var after = before
    try Pairs.run(NormalizeStage.self, on: &after)
    _ = try Self.restored(after, from: before)
    // A stage that normalizes again puts its result where that of the first is.
    var again = after
    try Pairs.run(NormalizeStage.self, ["quotes": .boolean(true)], on: &again)
    _ = try Self.restored(again, from: after)
    #expect(again.targetDocument.repairs[.byteOrderMark]?.count == 1)
    #expect(again.targetDocument.repairs[.softHyphen]?.count == 1)
  }

  @Test func `a text that edits do not make of its file is kept whole`() throws {
    let before = try Pairs.pair("abc", "def")
    let edit = TextView.Edit(source: TextSpan(1, 2), view: TextSpan(2, 2))
    for view in [
      TextView(unchanged: Array("xyz and more".utf8)),
      TextView(bytes: [0x61, 0x62], edits: [edit]),
      TextView(bytes: Array("abX".utf8), edits: [edit]),
    ] {
      var after = before
      after.target.text = view
      _ = try Self.restored(after, from: before)
    }
  }

  @Test func `an article has no original`() throws {
    let pair = try Pairs.pair("a", "b\u{A0}c")
    let article = PairState(
      number: 0, article: pair.pair, originals: pair.source.language, target: pair.targetDocument)
    var after = article
    try Pairs.run(NormalizeStage.self, on: &after)
    _ = try Self.restored(after, from: article)
    var other = pair
    #expect(throws: ResultDamage.self) {
      try other.decodeResult(
        after.encodeResult(of: [.texts], stage: "s"), parts: [.texts], stage: "s",
        resources: Pairs.resources())
    }
  }

  @Test(
    arguments: [
      // Of the source: form, edits (gap, length, length in the view), bytes, repairs.
      ([0, 0], ""),
      ([1, 1, 0, 1, 1, 0x61, 0], ""),
      ([1, 1, 1, 1, 0, 0], "makes text that is not UTF-8"),
      ([1, 1, 0, 0, 1, 0xC3, 0], "makes text that is not UTF-8"),
      ([1, 1, 4, 0, 0, 0], "has a number that is too large"),
      ([1, 1, 1, 3, 0, 0], "has a number that is too large"),
      ([1, 1, 0, 0, 0x7F, 0, 0], "has a text of more bytes than there are"),
      ([1, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0], "has a text of more bytes than there are"),
      ([1, 99, 0, 0, 0], "has more elements than bytes"),
      ([2, 1, 0, 1, 1, 0, 1, 0x61, 0, 0], "has edits out of order"),
      ([2, 1, 0, 1, 0, 2, 1, 0x61, 0, 0], "has edits behind its text"),
      ([2, 0, 1, 0xFF, 0, 0], "makes text that is not UTF-8"),
      ([3, 0], "has a text in a form that there is not"),
      ([0, 1, 0, 0, 1, 0, 0], "counts a repair that was not made, or twice"),
      ([0, 2, 0, 1, 0, 0, 1, 0, 0, 0], "counts a repair that was not made, or twice"),
      ([0, 1, 0, 1, 9, 0, 0], "has a number that is too large"),
      ([0, 1, 99, 1, 0, 0, 0], "has a code that means nothing"),
    ] as [([UInt8], String)])
  func `texts that cannot be`(_ source: [UInt8], _ expected: String) throws {
    let found = try Damage.message(.texts, into: Pairs.pair("aé", "b")) { writer in
      writer.append(raw: [1] + source + [0, 0])
    }
    #expect(found == expected)
  }
}

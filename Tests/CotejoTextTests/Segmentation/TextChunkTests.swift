import CotejoTestSupport
import Testing

@testable import CotejoText

struct TextChunkTests {
  private func chunk(_ text: String) -> TextChunk {
    let bytes = Array(text.utf8)
    return TextChunk(from: 0, to: bytes.count, in: bytes.span)
  }

  @Test(arguments: [
    ("word", TextChunk.Shape.lower), ("Word", .capital), ("WORD", .capitals), ("W", .single),
    ("I", .eye), ("I’m", .eye), ("I'll,", .eye), ("Él", .capital), ("ÉL", .capitals),
    ("ñandú", .lower), ("iPod", .mixed), ("12th", .digits), ("a@b.de", .address),
    ("and/or", .address), ("3/27/2001", .date), ("1/2", .address), ("—", .marks), ("...", .marks),
    ("«Sí»", .capital), (String(repeating: "=", count: 70), .address),
  ])
  func `words are known by their looks`(_ text: String, _ shape: TextChunk.Shape) {
    #expect(chunk(text).shape == shape)
  }

  @Test(arguments: [
    ("(Well,", TextChunk.Mark.opener, TextChunk.Mark.comma, TextChunk.Mark.comma),
    ("end.”", .none, .stop, .quote), ("“So", .quote, .none, .none), ("then…", .none, .stop, .stop),
    ("--", .dash, .none, .dash), ("she—", .none, .dash, .dash),
    ("<a>", .opener, .greater, .greater),
    ("1.º", .none, .none, .none), ("ok:)", .none, .colon, .closer),
    (String(repeating: "-", count: 70), .none, .dash, .dash),
  ])
  func `marks are read on both sides`(
    _ text: String, _ lead: TextChunk.Mark, _ first: TextChunk.Mark, _ trail: TextChunk.Mark
  ) {
    #expect(chunk(text).lead == lead)
    #expect(chunk(text).first == first)
    #expect(chunk(text).trail == trail)
  }

  @Test func `a word has one hash in all its cases`() {
    #expect(chunk("the").hash == 0xFC_1659)
    #expect(chunk("THE,").hash == chunk("the").hash)
    #expect(chunk("“Ésta").hash == chunk("ésta").hash)
    #expect(chunk("esta").hash != chunk("ésta").hash)
    #expect(chunk("—").hash == 0)
    #expect(FeatureKey.key(5, 3, 9) == 0x78_7895)
  }

  @Test(arguments: [("a.", 1), ("a!", 2), ("a?!", 22), ("a.”", 25), ("a", 0)])
  func `stops are told apart`(_ text: String, _ stops: UInt32) {
    #expect(chunk(text).stops == stops)
  }

  @Test func `a plain word is read as any chunk is`() {
    var numbers = SeededGenerator(seed: 6)
    let marks = Array(".,!?:;-'\")(_@/3É…".unicodeScalars)
    var plain = 0
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        switch Int.random(in: 0...9, using: &numbers) {
        case 0: text.unicodeScalars.append(marks.randomElement(using: &numbers) ?? ".")
        case 1: text += "W"
        case 2: text += String(repeating: "aBc", count: Int.random(in: 1...12, using: &numbers))
        default: text += "it"
        }
      }
      let bytes = Array(text.utf8) + [0x20]
      let upper = bytes.count - 1
      guard let found = TextChunk.plain(from: 0, ceiling: bytes.count, in: bytes.span) else {
        continue
      }
      plain += 1
      let expected = TextChunk(anyFrom: 0, to: upper, in: bytes.span)
      #expect(found.upper == upper)
      #expect(found.chunk == expected, "\(text)")
      #expect(TextChunk.plain(from: 0, ceiling: upper, in: bytes.span)?.chunk == expected)
    }
    #expect(plain > 1000)
  }
}

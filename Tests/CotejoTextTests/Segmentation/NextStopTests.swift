import CotejoTestSupport
import Testing

@testable import CotejoText

struct NextStopTests {
  @Test(arguments: [
    ("one two. three", 0, 7), ("v1.2 is out", 0, 11), ("so?", 0, 2), ("well… no", 0, 4),
    (".", 0, 0),
    ("no", 2, 0),
  ])
  func `a stop counts if no letter or digit follows`(_ text: String, _ offset: Int, _ bytes: Int) {
    var stops = NextStop()
    let text = Array(text.utf8)
    #expect(stops.distance(from: offset, in: text.span, ceiling: text.count) == bytes)
  }

  @Test func `nothing is looked for farther than 256 bytes ahead`() {
    let text = [UInt8](repeating: 0x61, count: 300) + [0x2E]
    var stops = NextStop()
    #expect(stops.distance(from: 0, in: text.span, ceiling: text.count) == 256)
    #expect(stops.distance(from: 44, in: text.span, ceiling: text.count) == 256)
    #expect(stops.distance(from: 45, in: text.span, ceiling: text.count) == 255)
    #expect(stops.distance(from: 10, in: text.span, ceiling: text.count) == 256)
  }

  @Test func `what was found before changes nothing`() {
    var numbers = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let text = Array(numbers.text(upTo: 600).utf8)
      let ceiling = Int.random(in: 0...text.count, using: &numbers)
      var stops = NextStop()
      var offset = 0
      for _ in 0..<60 {
        // Mostly on, now and then back.
        offset += Int.random(in: -4...20, using: &numbers)
        offset = max(0, min(ceiling, offset))
        var fresh = NextStop()
        #expect(
          stops.distance(from: offset, in: text.span, ceiling: ceiling)
            == fresh.distance(from: offset, in: text.span, ceiling: ceiling))
        #expect(
          fresh.distance(from: offset, in: text.span, ceiling: ceiling)
            == distance(from: offset, in: text, ceiling: ceiling))
      }
    }
  }

  /// The same by its definition.
  private func distance(from offset: Int, in text: [UInt8], ceiling: Int) -> Int {
    let limit = min(ceiling, offset + 256)
    let stop = (offset..<limit).first { place in
      if text[place...].starts(with: [0xE2, 0x80, 0xA6]), place + 2 < ceiling { return true }
      guard [0x2E, 0x21, 0x3F].contains(text[place]) else { return false }
      return place + 1 == ceiling || !TextChunk.isWord(text[place + 1])
    }
    return (stop ?? limit) - offset
  }
}

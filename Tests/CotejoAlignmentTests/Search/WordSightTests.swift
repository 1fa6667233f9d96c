import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct WordSightTests {
  @Test func `holds the words of the sentences in sight, wherever it moves`() throws {
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<20 {
      let grid = try SmallGrid(rows: 14, columns: 12, &generator)
      let text = grid.evidence.source.occurrences
      var sight = WordSight(words: text.vocabulary)
      for _ in 0..<40 {
        let start = Int.random(in: 0...text.count, using: &generator)
        let range = start..<Int.random(in: start...text.count, using: &generator)
        sight.move(to: range, of: text)
        let expected = Set(range.flatMap { text.words[text.wordRange(of: $0)] })
        let seen = (0..<Int32(text.vocabulary)).filter {
          sight.bits[Int($0) >> 6] >> UInt64($0 & 63) & 1 == 1
        }
        #expect(Set(seen) == expected)
      }
    }
  }
}

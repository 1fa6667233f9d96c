import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct MatchTableTests {
  @Test func `of double matches the strongest counts`() {
    let table = MatchTable(
      [(2, 7, 0.5), (0, 1, 0.2), (2, 7, 0.9), (2, 3, 1), (2, 7, 0.1)], words: 4)
    #expect(table.ends == [1, 1, 3, 3])
    #expect(table.matches.map(\.word) == [1, 3, 7])
    #expect(table.matches.map(\.strength) == [0.2, 1, 0.9])
    #expect(table.range(of: 1).isEmpty)
    #expect(MatchTable([], words: 0).ends.isEmpty)
  }

  @Test func `random matches are kept as in a dictionary`() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<50 {
      let words = Int.random(in: 1...20, using: &generator)
      var reference = [[Int32: Float]](repeating: [:], count: words)
      var triples: [(word: Int32, other: Int32, strength: Float)] = []
      for _ in 0..<Int.random(in: 0...100, using: &generator) {
        let word = Int32.random(in: 0..<Int32(words), using: &generator)
        let other = Int32.random(in: 0..<12, using: &generator)
        let strength = Float.random(in: 0...1, using: &generator)
        triples.append((word, other, strength))
        reference[Int(word)][other] = max(strength, reference[Int(word)][other] ?? 0)
      }
      let table = MatchTable(triples, words: words)
      for word in 0..<words {
        let matches = table.matches[table.range(of: Int32(word))]
        #expect(matches.map(\.word) == reference[word].keys.sorted())
        #expect(matches.allSatisfy { reference[word][$0.word] == $0.strength })
      }
    }
  }

  @Test func `the first match not below a word is found from anywhere`() {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<200 {
      let words = Set((0..<40).map { _ in Int32.random(in: 0..<90, using: &generator) })
      let table = MatchTable(words.map { (0, $0, 1) }, words: 1)
      let range = table.range(of: 0)
      let start = Int.random(in: range.lowerBound...range.upperBound, using: &generator)
      let other = Int32.random(in: 0..<95, using: &generator)
      let expected =
        table.matches[start..<range.upperBound].firstIndex { $0.word >= other } ?? range.upperBound
      #expect(table.firstIndex(notBelow: other, in: start..<range.upperBound) == expected)
    }
  }
}

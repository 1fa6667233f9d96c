import CotejoTestSupport
import Testing

@testable import CotejoLexicon

struct BitextTests {
  private func words(_ count: Int) -> String {
    Array(repeating: "a", count: count).joined(separator: " ")
  }

  @Test func `empty and overlong sides are left out`() throws {
    let bitext = try Bitext([
      ("uno", "one"), ("", "two"), ("tres", "…"), (words(120), words(120)),
      (words(121), "x"), ("x", words(121)), ("seis", "six"),
    ])
    #expect(bitext.count == 3)
    #expect(bitext.pairs.first == [["uno"], ["one"]])
    #expect(bitext.pairs.last == [["seis"], ["six"]])
  }

  @Test func `runs of sentences become one`() throws {
    let left = try IndexedText(["a b", "", "c", "d"])
    let right = try IndexedText(["A", "B", "b C"], "en")
    var bitext = Bitext()
    bitext.add([(0..<3, 0..<1), (3..<4, 1..<3), (1..<1, 0..<2), (1..<2, 0..<1)], from: left, right)
    #expect(bitext.pairs == [[["a", "b", "c"], ["a"]], [["d"], ["b", "b", "c"]]])
    #expect(bitext.target.vocabulary.count == 3)
  }

  @Test func `texts with other numbers for their words agree`() throws {
    var bitext = Bitext()
    for text in ["uno dos", "dos tres", "tres uno"] {
      let side = try IndexedText([text])
      bitext.add([(0..<1, 0..<1)], from: side, side)
    }
    #expect(bitext.source.words == [0, 1, 1, 2, 2, 0])
    #expect(bitext.source.vocabulary.count == 3)
  }

  @Test(arguments: [60, 500, 3000])
  func `a full bitext keeps pairs at even distances, in bounds`(_ most: Int) throws {
    var generator = SeededGenerator(seed: 14)
    let pairs = (0..<400).map { number in
      // The first word says which pair it was.
      let number =
        "n"
        + String(number).map { "abcdefghij".map(String.init)[$0.wholeNumberValue!] }
        .joined()
      return (
        number + " " + generator.sentence(of: 40, length: 0...6),
        number + " " + generator.sentence(of: 40, length: 0...6)
      )
    }
    let whole = try Bitext(pairs, mostTokenPairs: most)
    let kept = whole.pairs
    #expect((1..<pairs.count).contains(kept.count))
    let all = try Bitext(pairs).pairs
    let pace = try #require(all.indices.dropFirst().first { kept.count > 1 && all[$0] == kept[1] })
    #expect(pace.nonzeroBitCount == 1)
    #expect(kept == stride(from: 0, to: all.count, by: pace).map { all[$0] })
    let tokenPairs = kept.reduce(0) { $0 + ($1[0].count + 1) * $1[1].count }
    #expect(tokenPairs <= most)

    // Pair by pair as in one go.
    var parts = Bitext(mostTokenPairs: most)
    for pair in pairs {
      let (left, right) = try (IndexedText([pair.0], "es"), IndexedText([pair.1], "en"))
      parts.add([(0..<1, 0..<1)], from: left, right)
      let tokenPairs = (0..<parts.count).reduce(0) {
        $0 + (parts.source.range(of: $1).count + 1) * parts.target.range(of: $1).count
      }
      #expect(tokenPairs <= most)
    }
    #expect(parts.pairs == kept)
  }
}

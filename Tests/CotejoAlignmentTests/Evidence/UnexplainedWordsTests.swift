import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct UnexplainedWordsTests {
  private func left(
    _ beads: [Bead], _ source: IndexedText, _ target: IndexedText, _ lexicons: [Lexicon] = []
  ) -> [[String]] {
    var unexplained = UnexplainedWords(ComparedTexts(source, target, lexicons: lexicons))
    let (left, right) = unexplained.words(of: beads)
    #expect(left.count == beads.count)
    #expect(right.count == beads.count)
    return beads.indices.flatMap { bead in
      [left, right].map { text in
        text.words[text.range(of: bead)].map { text.vocabulary[$0] }
      }
    }
  }

  private func bead(_ source: Range<Int32>, _ target: Range<Int32>) -> Bead {
    Bead(source: source, target: target, score: 1)
  }

  @Test func `words go with their translations, and with themselves`() throws {
    let source = try IndexedText(["El mar de Quito", "y el sol"])
    let target = try IndexedText(["The sea of Quito", "and the sun", "moon"], "en")
    let lexicon = try Lexicon.of([("mar", "sea"), ("sol", "sun"), ("luna", "moon")])
    let words = left([bead(0..<1, 0..<1), bead(1..<2, 1..<3)], source, target, [lexicon])
    #expect(words == [["el", "de"], ["the", "of"], ["y", "el"], ["and", "the", "moon"]])
  }

  @Test func `each mention goes with one`() throws {
    let source = try IndexedText(["Quito Quito Quito Lima", "Quito"])
    let target = try IndexedText(["Quito Lima Lima Quito", "Lima"], "en")
    let words = left([bead(0..<1, 0..<1), bead(1..<2, 1..<2)], source, target)
    #expect(words == [["quito"], ["lima"], ["quito"], ["lima"]])
  }

  @Test func `random beads lose the same number of words on both sides`() throws {
    var generator = SeededGenerator(seed: 54)
    for _ in 0..<30 {
      let source = try IndexedText(generator.sentences(12, of: 20))
      let target = try IndexedText(generator.sentences(12, of: 20), "en")
      let beads = SentenceAligner(lexicons: []).align(source, target)
      let words = left(beads, source, target)
      for (number, bead) in beads.enumerated() {
        let before = [(source, bead.source), (target, bead.target)].map { text, range in
          text.words(of: Int(range.lowerBound)..<Int(range.upperBound)).map { text.vocabulary[$0] }
        }
        // Identical words of the same bead are gone from one side or the other.
        let (rest, others) = (words[2 * number], words[2 * number + 1])
        #expect(before[0].count - rest.count == before[1].count - others.count)
        #expect(Set(rest).isSubset(of: before[0]) && Set(others).isSubset(of: before[1]))
        #expect(Set(rest).isDisjoint(with: others.filter { $0.utf8.count > 3 }))
      }
    }
  }
}

import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct HostileTextTests {
  /// Aligns a text by a lexicon of all its words.
  private func recall(_ text: HostileText, words: Int) throws -> Double {
    let lexicon = try Lexicon.of(
      (0..<words).map { (SeededGenerator.word($0, "x"), SeededGenerator.word($0, "y")) })
    let beads = SentenceAligner(lexicons: [lexicon]).align(
      try IndexedText(text.source), try IndexedText(text.target, "en"))
    #expect(beads.covers(text.source.count, text.target.count))
    return text.recall(beads)
  }

  /// Words that all stand in one sentence of twenty: none is rare, but ten together are.
  @Test(arguments: [0..<200, 200..<400, 400..<600])
  func `a run that is missing is found without rare words`(_ run: Range<Int>) throws {
    let text = HostileText(count: 600, words: 240, missingInTarget: [run], seed: 64)
    #expect(try recall(text, words: 240) > 0.95)
  }

  @Test func `a foreword and an appendix of other sides are passed`() throws {
    let text = HostileText(
      count: 700, words: 300, missingInSource: [0..<200], missingInTarget: [500..<700], seed: 65)
    #expect(try recall(text, words: 300) > 0.95)
  }

  @Test func `refrains do not lead astray`() throws {
    let text = HostileText(
      count: 600, words: 500, refrain: 3, missingInTarget: [200..<350], seed: 66)
    #expect(try recall(text, words: 500) > 0.93)
  }

  @Test func `thousands of equal lines take bounded time`() throws {
    let lines = Array(repeating: "No hay nada nuevo que decir.", count: 1000)
    let beads = SentenceAligner(lexicons: []).align(
      try IndexedText(lines), try IndexedText(lines, "en"))
    #expect(beads.covers(1000, 1000))
    #expect(beads.count { $0.type == "1-1" } > 950)
  }
}

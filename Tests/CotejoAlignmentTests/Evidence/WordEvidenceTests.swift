import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct WordEvidenceTests {
  @Test func `the rarer a word the heavier`() throws {
    let source = try IndexedText(["de oro", "de sal", "de sal", "de luz"])
    let evidence = WordEvidence(source, try IndexedText(["x"], "en"), lexicons: [])
    func weight(_ word: String) throws -> Float {
      evidence.source.weights[Int(try #require(source.number(of: word)))]
    }
    #expect(try weight("oro") > weight("sal"))
    #expect(try weight("sal") > weight("de"))
    #expect(evidence.source.weights.allSatisfy { $0 > 0 && $0.isFinite })
  }

  @Test func `a lexicon tells which words are common where a text is too short to`() throws {
    let source = try IndexedText(["el mar"])
    var pairs = (0..<200).map { ("el \(SeededGenerator.word($0, "x"))", "the thing") }
    pairs.append(("mar", "sea"))
    let evidence = WordEvidence(
      source, try IndexedText(["the sea"], "en"), lexicons: [try Lexicon.of(pairs)])
    #expect(evidence.source.weights[0] < evidence.source.weights[1] / 4)
    let without = WordEvidence(source, try IndexedText(["the sea"], "en"), lexicons: [])
    #expect(without.source.weights[0] == without.source.weights[1])
  }

  @Test func `sums, chances and strengths keep their bounds`() throws {
    var generator = SeededGenerator(seed: 34)
    for size in [0, 1, 2, 7, 30] {
      let source = try IndexedText(generator.sentences(size, of: 25))
      let target = try IndexedText(generator.sentences(30 - size, of: 25), "en")
      let evidence = WordEvidence(source, target, lexicons: [])
      for (side, text) in [(evidence.source, source), (evidence.target, target)] {
        #expect(side.totals.count == text.count + 1)
        #expect(side.chances.count == text.count + 1)
        #expect(side.matches.matches.allSatisfy { $0.strength > 0 && $0.strength <= 1 })
        for sentence in 0..<text.count {
          var total: Float = 0
          for word in text.words[text.range(of: sentence)] { total += side.weights[Int(word)] }
          #expect(abs(Float(side.totals[sentence + 1] - side.totals[sentence]) - total) < 0.01)
          let chance = side.chances[sentence + 1] - side.chances[sentence]
          for lane in 0..<4 {
            #expect(chance[lane] > -0.01 && Float(chance[lane]) <= total + 0.01)
            // A longer window covers no less.
            if lane > 0 { #expect(chance[lane] >= chance[lane - 1] - 0.01) }
          }
        }
      }
    }
  }

  @Test func `matches run both ways, and a word that is everywhere proves nothing`() throws {
    let source = try IndexedText((0..<20).map { "Quito \(1000 + $0)" })
    let target = try IndexedText((0..<20).map { "\(1000 + $0) Quito" }, "en")
    let evidence = WordEvidence(source, target, lexicons: [])
    let quito = try #require(source.number(of: "quito"))
    #expect(evidence.source.matches.range(of: quito).isEmpty)
    for number in 0..<20 {
      let word = try #require(source.number(of: "\(1000 + number)"))
      let matches = evidence.source.matches.matches[evidence.source.matches.range(of: word)]
      #expect(matches.map(\.word) == [try #require(target.number(of: "\(1000 + number)"))])
    }
  }
}

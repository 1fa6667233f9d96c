import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct AnchorSearchTests {
  private func evidence(_ source: [String], _ target: [String]) throws -> WordEvidence {
    WordEvidence(try IndexedText(source), try IndexedText(target, "en"), lexicons: [])
  }

  /// Sentences that share two names, which stand in twenty more sentences in front.
  private func texts() -> (source: [String], target: [String]) {
    let names = (0..<80).map { SeededGenerator.word($0 + 600, "z") }
    let front = (0..<20).flatMap { _ in
      stride(from: 0, to: 80, by: 2).map { "\(names[$0]) \(names[$0 + 1])" }
    }
    let behind = stride(from: 0, to: 80, by: 2).map { "\(names[$0]) \(names[$0 + 1])" }
    return (front + behind.map { "perro " + $0 }, front + behind.map { $0 + " dog" })
  }

  @Test func `words that are common elsewhere are rare in a stretch`() throws {
    let texts = texts()
    let evidence = try evidence(texts.source, texts.target)
    var search = AnchorSearch(evidence)
    var points: [Anchors.Point] = []
    let (rows, columns) = (800..<texts.source.count, 800..<texts.target.count)
    search.divide(AnchorSearch.Stretch(rows: rows, columns: columns), to: 100, into: &points)
    #expect(points == (800..<840).map { Anchors.Point(source: $0, target: $0) })
  }

  @Test func `small stretches are left alone`() throws {
    let texts = texts()
    var search = AnchorSearch(try evidence(texts.source, texts.target))
    var points: [Anchors.Point] = []
    for stretch in [
      AnchorSearch.Stretch(rows: 800..<840, columns: 800..<840),
      AnchorSearch.Stretch(rows: 3..<3, columns: 0..<90),
      AnchorSearch.Stretch(rows: 0..<90, columns: 7..<7),
    ] {
      search.divide(stretch, to: 1600, into: &points)
    }
    #expect(points.isEmpty)
  }

  @Test func `points rise and stay inside, whatever the texts`() throws {
    var generator = SeededGenerator(seed: 67)
    for _ in 0..<30 {
      let words = Int.random(in: 2...300, using: &generator)
      let source = generator.sentences(Int.random(in: 1...90, using: &generator), of: words)
      let target = generator.sentences(Int.random(in: 1...90, using: &generator), of: words)
      var search = AnchorSearch(try evidence(source, target))
      let rows = Int.random(in: 0..<source.count, using: &generator)..<source.count
      let columns = Int.random(in: 0..<target.count, using: &generator)..<target.count
      // Twice: a search leaves nothing behind.
      var found: [[Anchors.Point]] = []
      for _ in 0..<2 {
        var points: [Anchors.Point] = []
        search.divide(AnchorSearch.Stretch(rows: rows, columns: columns), to: 4, into: &points)
        found.append(points)
      }
      #expect(found[0] == found[1])
      let sound = found[0].allSatisfy {
        rows.contains(Int($0.source)) && columns.contains(Int($0.target))
      }
      let rises = zip(found[0], found[0].dropFirst()).allSatisfy {
        $0.source < $1.source && $0.target < $1.target
      }
      #expect(sound && rises)
    }
  }
}

import CotejoTestSupport
import Testing

@testable import CotejoLexicon

struct CooccurrenceTableTests {
  @Test func `every token pair knows the cell of its words`() throws {
    var generator = SeededGenerator(seed: 15)
    for round in 0..<30 {
      let bitext = try Bitext(
        (0..<round).map { _ in
          (generator.sentence(of: 12, length: 1...6), generator.sentence(of: 12, length: 1...6))
        })
      let table = CooccurrenceTable(given: bitext.source, predicted: bitext.target)
      #expect(table.rowStarts.count == bitext.source.vocabulary.count + 2)
      #expect(table.rowStarts.last == Int32(table.predicted.count))
      #expect(table.linkStarts.last == table.links.count)

      var seen: Set<Int32> = []
      for sentence in 0..<bitext.count {
        let given = bitext.source.words[bitext.source.range(of: sentence)]
        var link = table.linkStarts[sentence]
        for predicted in bitext.target.words[bitext.target.range(of: sentence)] {
          for row in [0] + given.map({ Int($0) + 1 }) {
            let cell = table.links[link]
            #expect(table.predicted[Int(cell)] == predicted)
            #expect((table.rowStarts[row]..<table.rowStarts[row + 1]).contains(cell))
            seen.insert(cell)
            link += 1
          }
        }
        #expect(link == table.linkStarts[sentence + 1])
      }
      // No cell without a token pair, and none twice in a row.
      #expect(seen.count == table.predicted.count)
      for row in 0..<(table.rowStarts.count - 1) {
        let cells = table.predicted[Int(table.rowStarts[row])..<Int(table.rowStarts[row + 1])]
        #expect(Set(cells).count == cells.count)
      }
    }
  }
}

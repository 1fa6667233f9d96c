import Testing

@testable import CotejoLexicon

struct TranslationTableTests {
  private func best(_ word: String, _ table: TranslationTable, _ bitext: Bitext) -> String? {
    guard let number = bitext.source.vocabulary.find(Array(word.utf8).span) else { return nil }
    let row = Int(table.starts[Int(number)])..<Int(table.starts[Int(number) + 1])
    let entry = row.max { table.probabilities[$0] < table.probabilities[$1] }
    return entry.map { bitext.target.vocabulary[table.words[$0]] }
  }

  @Test func `the obvious translations are found`() throws {
    let bitext = try Bitext(Farm.pairs)
    let table = TranslationTable(
      given: bitext.source, predicted: bitext.target, iterations: 5, jobs: 1)
    let expected = [
      "perro": "dog", "gato": "cat", "vaca": "cow", "duerme": "sleeps", "come": "eats",
      "bebe": "drinks", "leche": "milk", "agua": "water", "pan": "bread", "hierba": "grass",
      "da": "gives", "y": "and", "el": "the", "la": "the", "gobierno": "government",
    ]
    for (word, translation) in expected {
      #expect(best(word, table, bitext) == translation, "\(word)")
    }
  }

  @Test(arguments: [0, 1, 2, 5])
  func `rows are probabilities`(_ iterations: Int) throws {
    var generator = SeededGenerator(seed: 16)
    let bitext = try Bitext(
      (0..<200).map { _ in
        (generator.sentence(of: 60, length: 1...9), generator.sentence(of: 60, length: 1...9))
      })
    let table = TranslationTable(
      given: bitext.source, predicted: bitext.target, iterations: iterations, jobs: 2)
    #expect(table.starts.count == bitext.source.vocabulary.count + 1)
    for row in 0..<bitext.source.vocabulary.count {
      let entries = Int(table.starts[row])..<Int(table.starts[row + 1])
      #expect(!entries.isEmpty)
      #expect(table.probabilities[entries].reduce(0, +) <= 1.0001)
      #expect(Set(table.words[entries]).count == entries.count)
      #expect(table.probabilities[entries].allSatisfy { $0 >= TranslationTable.smallest })
    }
  }

  @Test func `the number of jobs changes nothing, however many parts there are`() throws {
    var generator = SeededGenerator(seed: 17)
    let bitext = try Bitext(
      (0..<150).map { _ in
        (generator.sentence(of: 50, length: 1...7), generator.sentence(of: 50, length: 1...7))
      })
    for part in [1, 40, 149, 150, 1000] {
      let tables = [1, 2, 5, 64].map {
        TranslationTable(
          given: bitext.source, predicted: bitext.target, iterations: 3, jobs: $0,
          sentencesInAPart: part)
      }
      for table in tables {
        #expect(table.starts == tables[0].starts)
        #expect(table.words == tables[0].words)
        #expect(
          table.probabilities.map(\.bitPattern) == tables[0].probabilities.map(\.bitPattern))
      }
    }
  }

  @Test func `several parts count every sentence once`() throws {
    let bitext = try Bitext(Farm.pairs)
    let (one, many) = (
      TranslationTable(given: bitext.source, predicted: bitext.target, iterations: 3, jobs: 1),
      TranslationTable(
        given: bitext.source, predicted: bitext.target, iterations: 3, jobs: 3,
        sentencesInAPart: 2)
    )
    #expect(one.words == many.words)
    for (left, right) in zip(one.probabilities, many.probabilities) {
      #expect(abs(left - right) < 1e-4)
    }
  }

  @Test func `links that are too few are left out`() throws {
    let bitext = try Bitext(Farm.pairs)
    func table(_ least: Float) -> TranslationTable {
      TranslationTable(
        given: bitext.source, predicted: bitext.target, iterations: 4, leastLinks: least, jobs: 1)
    }
    #expect(best("perro", table(2), bitext) == "dog")
    #expect(best("gobierno", table(2), bitext) == nil)
    #expect(best("gobierno", table(0), bitext) == "government")
    #expect(table(1000).words.isEmpty)
  }
}

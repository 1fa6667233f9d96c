import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct PassageWindowsTests {
  /// Documents of numbered words, and the index over them.
  private func index(_ documents: [[Int]]) async throws -> TranscriptIndex {
    let corpus = try IndexFolder()
    for (number, words) in documents.enumerated() {
      let text = words.map { "w\($0)" }.joined(separator: " ")
      corpus.write(text, to: "\(100 + number).txt")
    }
    return try await corpus.open().index
  }

  /// What the best window and a second one explain, looked for in every window.
  private func bruteForce(
    _ document: [Int], _ query: PassageQuery, _ weighted: WeightedQuery
  ) -> Float {
    let hashes = document.map { hash("w\($0)") }
    func values(_ start: Int) -> [Float] {
      var values = [Float](repeating: 0, count: query.words.count)
      for position in start..<min(hashes.count, start + Int(weighted.width)) {
        for term in weighted.terms where term.hash == hashes[position] {
          values[Int(term.word)] = max(values[Int(term.word)], term.value)
        }
      }
      return values
    }
    let all = hashes.indices.map { values($0) }
    let sums = all.map { $0.reduce(0, +) }
    guard let best = sums.max(), let place = sums.firstIndex(of: best) else { return 0 }
    _ = place
    return best
  }

  @Test func `the best window is that of brute force`() async throws {
    var generator = SeededGenerator(seed: 35)
    for _ in 0..<12 {
      let documents = (0..<6).map { _ in
        (0..<Int.random(in: 1...400, using: &generator)).map { _ in
          // Some words are common, most are rare.
          Int.random(in: 0..<Int.random(in: 1...300, using: &generator), using: &generator)
        }
      }
      let index = try await index(documents)
      for _ in 0..<6 {
        let query = PassageQuery(
          words: (0..<Int.random(in: 1...25, using: &generator)).map { _ in
            (0..<Int.random(in: 0...4, using: &generator)).map { _ in
              .init(
                hash: hash("w\(Int.random(in: 0..<300, using: &generator))"),
                strength: Float.random(in: 0.1...1, using: &generator))
            }
          })
        let matches = index.rank(query, limit: 6)
        let weighted = WeightedQuery(query, in: index.storage)
        var expected: [Int: Float] = [:]
        for (number, document) in documents.enumerated() {
          let score = bruteForce(document, query, weighted)
          if score > 0 { expected[number] = score }
        }
        #expect(Set(matches.map(\.document)) == Set(expected.keys))
        for match in matches {
          let first = explained(match.window, documents[match.document], weighted)
          #expect(abs(first - (expected[match.document] ?? 0)) < 1e-3)
          #expect(match.window.count <= Int(weighted.width))
          // A second place adds half of what it explains of the rest.
          #expect(match.score >= first - 1e-3 && (match.secondWindow == nil) == (match.score <= first + 1e-4))
        }
        #expect(matches.map(\.score) == matches.map(\.score).sorted(by: >))
        // The best of all documents are the best whatever the limit.
        let best = index.rank(query, limit: 2)
        #expect(best.map(\.score) == matches.prefix(2).map(\.score))
      }
    }
  }

  /// What a window explains.
  private func explained(
    _ window: Range<Int32>, _ document: [Int], _ weighted: WeightedQuery
  ) -> Float {
    var values: [Int32: Float] = [:]
    for position in window {
      let word = hash("w\(document[Int(position)])")
      for term in weighted.terms where term.hash == word {
        values[term.word] = max(values[term.word] ?? 0, term.value)
      }
    }
    return values.values.reduce(0, +)
  }

  @Test func `a quotation joined of two places finds both`() async throws {
    let filler = Array(1000..<1200)
    let index = try await index([
      [1, 2, 3] + filler + [4, 5, 6], [1, 2, 3] + filler, filler + [4, 5],
    ])
    let words = (1...6).map { [PassageQuery.Term(hash: hash("w\($0)"), strength: 1)] }
    let match = try #require(index.rank(PassageQuery(words: words), limit: 1).first)
    #expect(match.document == 0)
    #expect(Set([match.window, match.secondWindow]) == [0..<3, 203..<206])
  }

  @Test func `an empty query and empty documents have no match`() async throws {
    let index = try await index([[1], []])
    #expect(index.rank(PassageQuery(words: []), limit: 5).isEmpty)
    #expect(index.rank(PassageQuery(words: [[], []]), limit: 5).isEmpty)
    #expect(index.rank(query("w2"), limit: 5).isEmpty)
    #expect(index.rank(query("w1"), limit: 0).isEmpty)
  }
}

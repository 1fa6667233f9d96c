import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct PassageWindowsTests {
  /// A word of letters for a number; with digits it would be a number to the tokenizer.
  private func word(_ number: Int) -> String {
    var (rest, word) = (number, "x")
    repeat {
      word.unicodeScalars.append(Unicode.Scalar(UInt8(0x61 + rest % 26)))
      rest /= 26
    } while rest > 0
    return word
  }

  /// Documents of numbered words, and the index over them.
  private func index(_ documents: [[Int]]) async throws -> TranscriptIndex {
    let corpus = IndexFolder()
    for (number, words) in documents.enumerated() {
      let text = words.map { word($0) }.joined(separator: " ")
      corpus.write(text, to: "\(100 + number).txt")
    }
    return try await corpus.open().index
  }

  /// What the best window explains, looked for in every window.
  private func bruteForce(
    _ document: [Int], _ query: PassageQuery, _ weighted: WeightedQuery
  ) -> Float {
    let hashes = document.map { hash(word($0)) }
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
    return sums.max() ?? 0
  }

  @Test func `the best window is that of brute force`() async throws {
    var generator = SeededGenerator(seed: 35)
    var compared = 0
    for _ in 0..<8 {
      let documents = (0..<6).map { _ in
        (0..<Int.random(in: 1...150, using: &generator)).map { _ in
          // Some words are common, most are rare.
          Int.random(in: 0..<Int.random(in: 1...300, using: &generator), using: &generator)
        }
      }
      let index = try await index(documents)
      for _ in 0..<4 {
        let query = PassageQuery(
          words: (0..<Int.random(in: 1...25, using: &generator)).map { _ in
            (0..<Int.random(in: 0...4, using: &generator)).map { _ in
              .init(
                hash: hash(word(Int.random(in: 0..<300, using: &generator))),
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
        compared += matches.count
        for match in matches {
          let first = explained(match.window, documents[match.document], weighted)
          #expect(abs(first - (expected[match.document] ?? 0)) < 1e-3)
          #expect(match.window.count <= Int(weighted.width))
          // A second place adds half of what it explains of the rest.
          #expect(
            match.score >= first - 1e-3
              && (match.secondWindow == nil) == (match.score <= first + 1e-4))
        }
        #expect(matches.map(\.score) == matches.map(\.score).sorted(by: >))
        // The best of all documents are the best whatever the limit.
        let best = index.rank(query, limit: 2)
        #expect(best.map(\.score) == matches.prefix(2).map(\.score))
      }
    }
    // The test would be idle if the documents had none of the words.
    #expect(compared > 100)
  }

  /// What a window explains.
  private func explained(
    _ window: Range<Int32>, _ document: [Int], _ weighted: WeightedQuery
  ) -> Float {
    var values: [Int32: Float] = [:]
    for position in window {
      let form = hash(word(document[Int(position)]))
      for term in weighted.terms where term.hash == form {
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
    let words = (1...6).map { [PassageQuery.Term(hash: hash(word($0)), strength: 1)] }
    let match = try #require(index.rank(PassageQuery(words: words), limit: 1).first)
    #expect(match.document == 0)
    #expect(Set([match.window, match.secondWindow]) == [0..<3, 203..<206])
  }

  @Test func `an empty query and empty documents have no match`() async throws {
    let index = try await index([[1], []])
    #expect(index.rank(PassageQuery(words: []), limit: 5).isEmpty)
    #expect(index.rank(PassageQuery(words: [[], []]), limit: 5).isEmpty)
    #expect(index.rank(query(word(2)), limit: 5).isEmpty)
    #expect(index.rank(query(word(1)), limit: 0).isEmpty)
  }
}

import Testing

@testable import CotejoQuotation

struct PassageSearchTests {
  /// Words that occur nowhere else.
  private func filler(_ name: String, _ count: Int) -> String {
    (0..<count).map { "\(name)\($0)" }.joined(separator: " ")
  }

  private func passages(_ words: String, in texts: [String]) throws -> [Range<Int>] {
    let side =
      texts.count == 2
      ? try SideBySide(words, in: texts[0], texts[1]) : try SideBySide(words, in: texts[0])
    var search = PassageSearch(side.source, side.evidence)
    let scopes = search.scopes(for: side.quotation)
    #expect(scopes.map(\.words) == [0..<side.quotation.count])
    return scopes[0].passages
  }

  @Test func `a passage holds the words with a margin`() throws {
    let text = "\(filler("a", 400)) grúas viejas oxidadas \(filler("b", 400))"
    let passages = try passages("grúas viejas oxidadas", in: [text])
    #expect(passages.count == 1)
    let passage = try #require(passages.first)
    #expect(passage.lowerBound <= 370 && passage.upperBound >= 433)
    #expect(passage.count < 150)
  }

  @Test func `passages come in order, apart, and end with their transcript`() throws {
    let words = "grúas viejas oxidadas"
    let first = "\(words) \(filler("a", 300)) \(words)"
    let second = "\(words) \(filler("b", 300)) \(words)"
    let passages = try passages(words, in: [first, second])
    #expect(passages.count == 4)
    for (left, right) in zip(passages, passages.dropFirst()) {
      #expect(left.upperBound <= right.lowerBound)
    }
    #expect(
      passages.contains { $0.upperBound == 306 } && passages.contains { $0.lowerBound == 306 })
    #expect(passages.last?.upperBound == 612)
  }

  @Test func `each piece of a quotation has passages of its own`() throws {
    let text = "uno dos tres cuatro \(filler("a", 500)) grúas"
    let passages = try passages("uno dos tres cuatro … grúas", in: [text])
    #expect(passages.first?.contains(0) == true && passages.last?.contains(504) == true)
  }

  @Test func `the portions of a long quotation are looked for apart`() throws {
    let words = filler("a", PassageSearch.longest + 1)
    let side = try SideBySide(words, in: "\(filler("b", 500)) \(words)")
    var search = PassageSearch(side.source, side.evidence)
    let scopes = search.scopes(for: side.quotation)
    #expect(scopes.count == 3)
    #expect(scopes.flatMap { Array($0.words) } == Array(0..<side.quotation.count))
    for scope in scopes {
      let places = scope.words.map { $0 + 500 }
      #expect(places.allSatisfy { place in scope.passages.contains { $0.contains(place) } })
      #expect(scope.passages.reduce(0) { $0 + $1.count } < 4 * scope.words.count + 100)
    }
    // As if they had been looked for together.
    var links = LinkSearch(side.source, side.evidence)
    let path = links.path(for: side.quotation, in: scopes)
    #expect(path.links == side.path().links)
    #expect(path.links.count == side.quotation.count)
  }

  @Test func `words that are everywhere lead nowhere`() throws {
    let text = String(repeating: "no ", count: 2000)
    #expect(try passages("no no no", in: [text]).isEmpty)
  }

  @Test(arguments: [("", "pan"), ("pan", ""), ("", ""), ("luna", "pan"), ("[pan]", "pan")])
  func `nothing leads nowhere`(_ words: String, _ text: String) throws {
    #expect(try passages(words, in: [text]).isEmpty)
  }

  @Test(
    arguments: [
      ([], []), ([0..<3], [0..<3]), ([4..<6, 0..<5], [0..<6]), ([0..<3, 3..<5], [0..<3, 3..<5]),
      ([0..<9, 2..<3, 9..<10], [0..<9, 9..<10]),
    ] as [([Range<Int>], [Range<Int>])])
  func `what overlaps is made one`(_ passages: [Range<Int>], _ expected: [Range<Int>]) {
    #expect(PassageSearch.merged(passages) == expected)
  }
}

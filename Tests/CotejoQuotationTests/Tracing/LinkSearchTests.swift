import CotejoTestSupport
import Testing

@testable import CotejoQuotation

struct LinkSearchTests {
  @Test func `the same words are linked one by one`() throws {
    let side = try SideBySide("pan blanco caliente", in: "leche fría pan blanco caliente sal")
    let path = side.path()
    #expect(path.links.map(\.word) == [0, 1, 2] && path.links.map(\.place) == [2, 3, 4])
    #expect(abs(path.score - path.links.reduce(0) { $0 + $1.worth }) < 0.001)
  }

  @Test func `words passed over cost a little, rare ones more`() throws {
    let near = try SideBySide("pan caliente", in: "pan caliente").path()
    let far = try SideBySide("pan caliente", in: "pan uno dos caliente").path()
    #expect(far.links.map(\.place) == [0, 3])
    #expect(far.score < near.score)
  }

  @Test func `words that the quotation has in their place cost nothing`() throws {
    let path = try SideBySide("pan xxxx yyyy caliente", in: "pan uno dos caliente").path()
    #expect(abs(path.score - path.links.reduce(0) { $0 + $1.worth }) < 0.001)
  }

  @Test func `a step back costs, a jump costs more`() throws {
    let text = "pan caliente"
    let back = try SideBySide("caliente pan", in: text).path()
    #expect(back.links.map(\.place) == [1, 0])
    let sum = back.links.reduce(0) { $0 + $1.worth }
    #expect(abs(sum - back.score - (LinkSearch.Cost.back + LinkSearch.Cost.backWord)) < 0.001)
  }

  @Test func `where a sentence begins a jump is cheaper`() throws {
    let filler = (0..<60).map { "a\($0)" }.joined(separator: " ")
    let text = "pan blanco \(filler) leche fría"
    let joined = try SideBySide("pan blanco leche fría", in: text).path()
    let apart = try SideBySide("pan blanco. Leche fría", in: text).path()
    #expect(joined.links.count == 4 && apart.links.count == 4)
    #expect(
      abs(apart.score - joined.score - (LinkSearch.Cost.jump - LinkSearch.Cost.pieceJump)) < 0.001)
  }

  @Test func `a path leaps from passage to passage`() throws {
    let side = try SideBySide(
      "pan blanco caliente. Leche fría entera", in: "pan blanco caliente",
      "leche fría entera")
    #expect(side.path().links.map(\.place) == [0, 1, 2, 3, 4, 5])
  }

  @Test func `what is excluded is not touched`() throws {
    let side = try SideBySide("pan blanco", in: "pan blanco sal pan blanco")
    #expect(side.path().links.map(\.place) == [0, 1])
    #expect(side.path(excluding: [0..<2]).links.map(\.place) == [3, 4])
    #expect(side.path(excluding: [0..<5]).links.isEmpty)
    #expect(side.path(excluding: [0..<5]).score == 0)
  }

  @Test func `words in brackets are not linked`() throws {
    let side = try SideBySide("pan [blanco] caliente", in: "pan blanco caliente")
    #expect(side.path().links.map(\.word) == [0, 2])
  }

  @Test(arguments: [("", "pan"), ("pan", ""), ("luna", "pan")])
  func `without a pair of words there is no path`(_ words: String, _ text: String) throws {
    let path = try SideBySide(words, in: text).path()
    #expect(path.score == 0 && path.links.isEmpty)
  }

  @Test func `each word is linked once, in order, inside the passages`() throws {
    var generator = SeededGenerator(seed: 40)
    let words = ["pan", "agua", "sal", "luz", "el", "mar", "."]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
    }
    for _ in 0..<100 {
      let side = try SideBySide(text(12), in: text(40), text(40))
      let count = side.source.count
      let passages = PassageSearch.merged(
        (0..<3).map { _ in
          let lower = Int.random(in: 0..<max(1, count), using: &generator)
          let end = side.source.places(ofTranscript: side.source.transcript(of: lower)).upperBound
          return lower..<Int.random(in: lower...end, using: &generator)
        })
      let path = side.path(passages)
      for (left, right) in zip(path.links, path.links.dropFirst()) {
        #expect(left.word < right.word)
      }
      for link in path.links {
        #expect(passages.contains { $0.contains(link.place) } && link.worth > 0)
        #expect((0..<side.quotation.count).contains(link.word))
      }
      #expect(path.score <= path.links.reduce(0) { $0 + $1.worth } + 0.001)
    }
  }
}

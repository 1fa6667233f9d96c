import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct QuotationWordsTests {
  @Test(arguments: [
    ("we [the bakers] bake", "0110"), ("[we] bake", "10"), ("we bake [at night]", "0011"),
    ("we [bake", "00"), ("we] bake", "00"), ("we [bake] at] night", "0100"),
    ("we [bake at [very] night]", "01111"), ("we [bake [at] night", "0010"), ("[]", ""),
    ("[sic]", "1"), ("", ""),
  ])
  func `words in brackets were put in`(_ text: String, _ expected: String) throws {
    let words = try quotationWords(text)
    #expect(words.isInserted.map { $0 ? "1" : "0" }.joined() == expected)
  }

  @Test(arguments: [
    ("we … bake", "01"), ("we...bake", "01"), ("we ... bake", "01"), ("we . . . bake", "01"),
    ("we […] bake", "01"), ("we (...) bake", "01"), ("we.… bake", "01"), ("… we bake", "10"),
    ("we bake …", "00"), ("we. bake", "00"), ("we.. bake", "00"), ("we, bake. At. Night.", "0000"),
    ("we .... bake", "01"), ("…", ""),
  ])
  func `an ellipsis stands before a word`(_ text: String, _ expected: String) throws {
    let words = try quotationWords(text)
    #expect(words.followsEllipsis.map { $0 ? "1" : "0" }.joined() == expected)
  }

  @Test(arguments: [
    ("We bake. At night … they sleep", [0..<2, 2..<4, 4..<6]), ("we bake", [0..<2]), ("", []),
    ("… we bake!", [0..<2]), ("We, who bake: at night", [0..<5]),
  ])
  func `pieces end at stops and ellipses`(_ text: String, _ expected: [Range<Int>]) throws {
    #expect(try pieces(of: quotationWords(text)) == expected)
  }

  private func pieces(of words: QuotationWords) -> [Range<Int>] {
    words.pieces(in: 0..<words.count)
  }

  @Test(
    arguments: [
      ("We bake. At night they sleep. We eat.", 4, [0..<2, 2..<6, 6..<8]),
      ("We bake. At night they sleep. We eat.", 6, [0..<6, 6..<8]),
      ("We bake. At night they sleep. We eat.", 3, [0..<2, 2..<5, 5..<8]),
      ("we bake", 9, [0..<2]), ("", 9, []),
    ] as [(String, Int, [Range<Int>])])
  func `portions end with pieces where they can`(
    _ text: String, _ length: Int, _ expected: [Range<Int>]
  ) throws {
    #expect(try quotationWords(text).portions(of: length) == expected)
  }

  @Test func `pieces of an utterance are sentences of one`() throws {
    let pieces = try ["we bake [bread]", "", "at … night"].map { try quotationWords($0) }
    let joined = QuotationWords(joining: pieces)
    #expect(joined.count == 5)
    #expect(joined.isInserted == [false, false, true, false, false])
    #expect(joined.followsEllipsis == [false, false, false, false, true])
    #expect(joined.sequence.gaps.map { $0 >= .sentence } == [true, false, false, true, true])
    #expect(QuotationWords(joining: []).count == 0)
  }

  @Test func `pieces tile any quotation`() throws {
    var generator = SeededGenerator(seed: 38)
    for _ in 0..<200 {
      let words = try quotationWords(
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          ["we", "bake", "[", "]", "...", "…", ".", "\u{2028}"].randomElement(using: &generator)
            ?? generator.text(upTo: 4)
        }.joined(separator: " "))
      #expect(words.isInserted.count == words.count && words.followsEllipsis.count == words.count)
      #expect(pieces(of: words).flatMap { Array($0) } == Array(0..<words.count))
      #expect(pieces(of: words).allSatisfy { !$0.isEmpty })
      let length = Int.random(in: 1...6, using: &generator)
      let portions = words.portions(of: length)
      #expect(portions.flatMap { Array($0) } == Array(0..<words.count))
      #expect(portions.allSatisfy { (1...length).contains($0.count) })
    }
  }
}

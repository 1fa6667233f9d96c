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
    #expect(try quotationWords(text).pieces == expected)
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
      #expect(words.pieces.flatMap { Array($0) } == Array(0..<words.count))
      #expect(words.pieces.allSatisfy { !$0.isEmpty })
    }
  }
}

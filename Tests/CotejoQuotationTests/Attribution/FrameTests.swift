import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct FrameTests {
  @Test func aQuotationOfSeveralSentencesStandsInOneOfTheFrame() throws {
    let words = try Articles.words("“It rains. It snows,” she said. He left.", "en")
    let spans = Articles.marked(in: words.text)
    let frame = Frame(words, direct: [Quotation(span: spans[0].span, kind: .direct)])
    #expect(frame.sentences.map(words.string) == ["“It rains. It snows,” she said.", "He left."])
    #expect(frame.isSpoken(words.index(from: 4)))
  }

  @Test(arguments: [
    ("The Hague is near.", 1, true), ("Rain fell.", 0, true), ("The end.", 0, false),
  ])
  func capitalsAtTheStartSayLittle(_ text: String, _ index: Int, _ expected: Bool) throws {
    let frame = Frame(try Articles.words(text, "en"), direct: [])
    #expect(frame.isNameLike(index) == expected)
  }
}

import Testing

@testable import CotejoQuotation

@Suite struct QuotationRunTests {
  @Test func openedAgainInEachParagraph() throws {
    let paragraphs = try Findings.scanned("“One.\n“Two.\n“Three,” she said.", "en")
    #expect(paragraphs.flatMap(\.repairs).isEmpty)
    #expect(paragraphs.flatMap(\.spans).map(\.isContinuation) == [false, true, true])
    #expect(paragraphs.flatMap(\.spans).allSatisfy { !$0.isUnclosed })
  }

  @Test func openedAgainWithAClosingMarkAsSpanishPrintersDo() throws {
    let paragraphs = try Findings.scanned("«Uno.\n»Dos.\n»Tres».", "es")
    #expect(paragraphs.flatMap(\.repairs).isEmpty)
    #expect(paragraphs.flatMap(\.spans).map(\.isContinuation) == [false, true, true])
  }

  @Test func notOpenedAgain() throws {
    let paragraphs = try Findings.scanned("He said: “One.\nTwo,” and left.", "en")
    #expect(paragraphs.flatMap(\.repairs).map(\.fault) == [.unopened])
    #expect(paragraphs.flatMap(\.spans).map(\.isContinuation) == [false, true])
  }

  @Test func overParagraphsWithoutAMark() throws {
    let paragraphs = try Findings.scanned("“One.\nTwo.\nThree.”\nFour.", "en")
    #expect(paragraphs.map(\.spans.count) == [1, 1, 1, 0])
  }

  @Test func notOverParagraphsWhereItDoesNotBeginOne() throws {
    let paragraphs = try Findings.scanned("He has “one.\nTwo.\nThree.”\nFour.", "en")
    #expect(paragraphs.map(\.spans.count) == [1, 0, 1, 0])
  }
}

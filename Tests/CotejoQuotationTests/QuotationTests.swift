import CotejoQuotation
import CotejoText
import Testing

@Suite struct QuotationTests {
  @Test func aNewQuotationHasNoSpeaker() {
    let quotation = Quotation(span: TextSpan(1, 5), kind: .direct)
    #expect(quotation.speaker == nil)
    #expect(!quotation.isFragment)
  }
}

import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct QuotationFinderTests {
  @Test func anEmptyTextHasNoQuotations() throws {
    let quoted = try Findings.quoted("", "en")
    #expect(quoted.quotations.isEmpty && quoted.repairs.isEmpty)
  }

  @Test func quotationsStandInOrderWithTheirPlaces() throws {
    let text = "Ana Ruiz arrived late.\n“The road was closed,” she said."
    let quoted = try Findings.quoted(text, "en")
    let quotation = try #require(quoted.quotations.first { $0.kind == .direct })
    #expect(quotation.span == TextSpan(26, 46))
    #expect(quotation.cue.map { quoted.text.text[$0] } == "said")
  }

  @Test func withoutALanguagePackMarksAreStillFound() throws {
    let article = try Articles.segmented("“The whole road was closed and nobody came.”", "en")
    var finder = try QuotationFinder(language: article.language, pack: nil)
    #expect(try finder.quotations(in: article).quotations.count == 1)
  }
}

import Testing

@testable import CotejoQuotation

@Suite struct LostMarkTests {
  @Test(arguments: [
    ("“It is far too late, said Ann Ruiz.", "en", ["It is far too late,"]),
    (
      "“It is far too late, he said on Monday. “But we will try,” he added.", "en",
      ["It is far too late,", "But we will try,"]
    ),
    ("«No vamos a esperar más, dijo la alcaldesa.", "es", ["No vamos a esperar más,"]),
    ("“It is far too late for us all.", "en", ["It is far too late for us all."]),
  ])
  func wordsEndBeforeTheirAttribution(text: String, language: String, quotations: [String]) throws {
    #expect(try Findings.direct(text, language) == quotations)
  }
}

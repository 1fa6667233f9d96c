import Testing

@testable import CotejoQuotation

@Suite struct NarratorVerbsTests {
  private func verbs() throws -> NarratorVerbs {
    NarratorVerbs(pack: try Articles.pack("es"))
  }

  @Test(arguments: [
    ("dijo Ana", true), ("le respondió", true), ("contestóle", true), ("repuso él", true),
    ("se apresuró a decir", true), ("diré la verdad", false), ("contesta ya", false),
    ("digo que no", false), ("casa", false), ("", false),
  ])
  func aPastTenseReports(text: String, reports: Bool) throws {
    let bytes = Array(text.utf8)
    #expect(
      try verbs().isReportingVerb(at: 0, in: bytes.span, ceiling: bytes.count) == reports)
  }

  @Test(arguments: [("y salió", true), ("y salgo", false), ("miraba al suelo", true)])
  func deedsAreNarrated(text: String, isNarration: Bool) throws {
    let bytes = Array(text.utf8)
    #expect(
      try verbs().beginsNarration(at: 0, in: bytes.span, ceiling: bytes.count) == isNarration)
  }

  @Test(arguments: [("Ven tú.", true), ("¿Qué?", true), ("Salió de casa.", false)])
  func addresses(text: String, addresses: Bool) throws {
    let bytes = Array(text.utf8)
    #expect(try verbs().addressesSomebody(0..<bytes.count, in: bytes.span) == addresses)
  }
}

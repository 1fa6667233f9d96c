import Testing

@testable import CotejoFidelity

@Suite struct QuantifierCheckTests {
  @Test(arguments: [
    ("Todos los ministros firmaron el acuerdo.", "Some ministers signed the agreement.", "Some"),
    ("Muchos ministros firmaron el acuerdo.", "Few ministers signed the agreement.", "Few"),
    (
      "El alcalde viaja a menudo a Madrid con su familia.",
      "The mayor rarely travels to Madrid with his family.", "rarely"
    ),
    (
      "El alcalde sólo firmó el acuerdo de Madrid.", "The mayor also signed the Madrid agreement.",
      "also"
    ),
  ])
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(QuantifierCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
  }

  @Test(arguments: [
    ("Todos los ministros firmaron el acuerdo.", "Every minister signed the agreement."),
    ("Algunos ministros firmaron el acuerdo.", "Several ministers signed the agreement."),
    ("Ambos ministros firmaron el acuerdo.", "The two ministers signed the agreement."),
    ("El alcalde suele viajar a Madrid.", "The mayor often travels to Madrid."),
  ])
  func harmless(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(QuantifierCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }
}

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
  func faults(source: String, target: String, word: String) throws {
    let faults = try WordingFixture.faults(.quantifier, source, target)
    let found = faults.map {
      WordingFixture.text($0.target ?? $0.source, $0.target == nil ? source : target)
    }
    #expect(found.contains(word), "\(faults)")
  }

  @Test(arguments: [
    ("Todos los ministros firmaron el acuerdo.", "Every minister signed the agreement."),
    ("Algunos ministros firmaron el acuerdo.", "Several ministers signed the agreement."),
    ("Ambos ministros firmaron el acuerdo.", "The two ministers signed the agreement."),
    ("El alcalde suele viajar a Madrid.", "The mayor often travels to Madrid."),
  ])
  func harmless(source: String, target: String) throws {
    #expect(try WordingFixture.faults(.quantifier, source, target) == [])
  }
}

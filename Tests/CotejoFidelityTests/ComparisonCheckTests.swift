import Testing

@testable import CotejoFidelity

@Suite struct ComparisonCheckTests {
  @Test(arguments: [
    (
      "El ministro habló antes de la reunión con los sindicatos.",
      "The minister spoke after the meeting with the unions.", "after"
    ),
    (
      "La ciudad gastó más dinero en escuelas que en carreteras.",
      "The city spent less money on schools than on roads.", "less"
    ),
    (
      "El primer ministro de la lista firmó el acuerdo.",
      "The last minister on the list signed the agreement.", "last"
    ),
  ])
  func faults(source: String, target: String, word: String) throws {
    let faults = try WordingFixture.faults(.comparison, source, target)
    let found = faults.map {
      WordingFixture.text($0.target ?? $0.source, $0.target == nil ? source : target)
    }
    #expect(found.contains(word), "\(faults)")
  }

  @Test(arguments: [
    (
      "El ministro habló tras la reunión con los sindicatos.",
      "The minister spoke after the meeting with the unions."
    ),
    ("La ciudad gastó más dinero en escuelas.", "The city spent more money on schools."),
    ("El primer ministro firmó el acuerdo.", "The prime minister signed the agreement."),
  ])
  func harmless(source: String, target: String) throws {
    #expect(try WordingFixture.faults(.comparison, source, target) == [])
  }
}

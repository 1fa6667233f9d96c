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
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(ComparisonCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
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
    let found = try WordingFixture.suspicions(ComparisonCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }
}

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
      "La primera reunión del año fue en Madrid.",
      "The last meeting of the year was in Madrid.", "last"
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

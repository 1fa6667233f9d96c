import Testing

@testable import CotejoFidelity

@Suite struct CertaintyCheckTests {
  @Test(arguments: [
    (
      "El alcalde vendió la casa de su hermano.", "The mayor apparently sold his brother's house.",
      "apparently"
    ),
    ("Quizá el alcalde vendió la casa.", "The mayor sold the house.", "The"),
    (
      "El alcalde habría vendido la casa de su hermano.", "The mayor sold his brother's house.",
      "sold"
    ),
  ])
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(CertaintyCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
  }

  @Test(arguments: [
    ("Al parecer, el alcalde vendió la casa.", "The mayor reportedly sold the house."),
    ("El presunto ladrón vendió la casa.", "The alleged thief sold the house."),
    (
      "El alcalde habría vendido la casa si hubiera podido.",
      "The mayor would have sold the house if he had been able to."
    ),
  ])
  func harmless(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(CertaintyCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }
}

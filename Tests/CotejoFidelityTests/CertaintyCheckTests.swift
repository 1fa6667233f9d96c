import Testing

@testable import CotejoFidelity

@Suite struct CertaintyCheckTests {
  @Test(arguments: [
    (
      "El alcalde vendió la casa de su hermano.", "The mayor apparently sold his brother's house.",
      "apparently"
    ),
    ("Quizá el alcalde vendió la casa.", "The mayor sold the house.", "Quizá"),
    (
      "El alcalde habría vendido la casa de su hermano.", "The mayor sold his brother's house.",
      "sold"
    ),
  ])
  func faults(source: String, target: String, word: String) throws {
    let faults = try WordingFixture.faults(.certainty, source, target)
    let found = faults.map {
      WordingFixture.text($0.target ?? $0.source, $0.target == nil ? source : target)
    }
    #expect(found.contains(word), "\(faults)")
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
    #expect(try WordingFixture.faults(.certainty, source, target) == [])
  }
}

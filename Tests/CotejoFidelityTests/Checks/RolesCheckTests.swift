import Testing

@testable import CotejoFidelity

@Suite struct RolesCheckTests {
  @Test(arguments: [
    ("Juan vio a María.", "María saw Juan."),
    ("A Juan lo vio María en el parque.", "Juan saw María in the park."),
    ("Vio María a Juan.", "Juan saw María."),
    ("Juan fue visto por María.", "María was seen by Juan."),
    (
      "El ministro acusó al alcalde de mentir.", "The mayor accused the minister of lying."
    ),
    (
      "El ministro acusó al alcalde de mentir.",
      "The minister was accused of lying by the mayor."
    ),
    ("María lo invitó a la cena.", "He invited María to the dinner."),
    ("Me invitó a su casa.", "I invited him to his house."),
    ("Los invitó a cenar.", "They invited him to dinner."),
    ("Invitó a María.", "María invited him."),
    ("Ella lo denunció ayer.", "He reported her yesterday."),
    (
      "Brasil vende más a Argentina que a Perú.", "Brazil sells more to Peru than to Argentina."
    ),
  ])
  func faults(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(RolesCheck(), source, target)
    #expect(found.allSatisfy { $0.type == .roles && $0.severity == .critical })
    #expect(!found.isEmpty)
  }

  @Test(arguments: [
    ("Juan vio a María.", "Juan saw María."),
    ("A Juan lo vio María en el parque.", "María saw Juan in the park."),
    ("Vio María a Juan.", "María saw Juan."),
    ("Juan fue visto por María.", "Juan was seen by María."),
    ("Juan fue visto por María.", "María saw Juan."),
    (
      "El ministro acusó al alcalde de mentir.",
      "The mayor was accused of lying by the minister."
    ),
    ("María lo invitó a la cena.", "María invited him to the dinner."),
    ("Me invitó a su casa.", "He invited me to his house."),
    ("Los invitó a cenar.", "He invited them to dinner."),
    ("Invitó a María.", "He invited María."),
    ("Ella lo denunció ayer.", "She reported him yesterday."),
    ("Les pedimos paciencia.", "We ask them for patience."),
    // Spanish turns these verbs round.
    ("Me gustó la película.", "I liked the film."),
    ("A Juan le gustó María.", "Juan liked María."),
    // Clauses and phrases move as a whole.
    (
      "Elvira Sanz, portavoz de la Cruz Roja en Lisboa, dijo que llegarían pronto.",
      "They would soon arrive, said Elvira Sanz, a spokeswoman for the Red Cross in Lisbon."
    ),
    (
      "La costa fue declarada Patrimonio Mundial por la UNESCO.",
      "The coast was declared by UNESCO a World Heritage site."
    ),
    ("Pedro y Ana salieron de Lugo.", "Ana and Pedro left Lugo."),
  ])
  func harmless(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(RolesCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func bothSpansHoldVerbAndParticipants() throws {
    let (source, target) = ("Ayer Juan vio a María en casa.", "Yesterday María saw Juan at home.")
    let found = try #require(
      try WordingFixture.suspicions(RolesCheck(), source, target).first { $0.source != nil })
    #expect(WordingFixture.words(found, source, target).contains("María saw Juan"))
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct FalseFriendCheckTests {
  @Test(arguments: [
    ("Actualmente el museo tiene dos salas.", "The museum actually has two rooms.", "actually"),
    ("La ministra está embarazada.", "The minister is embarrassed.", "embarrassed"),
    (
      "El ministro pretende firmar el acuerdo.", "The minister pretends to sign the agreement.",
      "pretends"
    ),
  ])
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(FalseFriendCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
  }

  @Test(arguments: [
    ("Actualmente el museo tiene dos salas.", "The museum currently has two rooms."),
    ("La ministra asistió a la reunión.", "The minister attended the meeting."),
    (
      "En realidad, actualmente el museo tiene dos salas.",
      "Actually, the museum now has two rooms."
    ),
  ])
  func harmless(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(FalseFriendCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: [
    ("The library opens at ten.", "La librería abre a las diez.", true),
    ("The library opens at ten.", "La biblioteca abre a las diez.", false),
    ("He actually paid the fine.", "Actualmente pagó la multa.", true),
    ("He actually paid the fine.", "En realidad pagó la multa.", false),
  ])
  func english(source: String, target: String, isFault: Bool) throws {
    let found = try WordingFixture.suspicions(
      FalseFriendCheck(), source, target, isReversed: true)
    #expect(!found.isEmpty == isFault, "\(found)")
  }
}

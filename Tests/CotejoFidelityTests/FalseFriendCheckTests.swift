import Testing

@testable import CotejoFidelity

@Suite struct FalseFriendCheckTests {
  @Test(arguments: [
    ("Actualmente el museo tiene dos salas.", "The museum actually has two rooms.", "actually"),
    ("La ministra está embarazada.", "The minister is embarrassed.", "embarrassed"),
    (
      "Compró el libro en una librería de Madrid.", "He bought the book in a library in Madrid.",
      "library"
    ),
  ])
  func faults(source: String, target: String, word: String) throws {
    let faults = try WordingFixture.faults(.falseFriend, source, target)
    let found = faults.map {
      WordingFixture.text($0.target ?? $0.source, $0.target == nil ? source : target)
    }
    #expect(found.contains(word), "\(faults)")
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
    #expect(try WordingFixture.faults(.falseFriend, source, target) == [])
  }
}

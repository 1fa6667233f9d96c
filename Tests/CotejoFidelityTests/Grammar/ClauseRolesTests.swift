import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct ClauseRolesTests {
  /// Who does what to whom around a word of a side, as `agent > patient`.
  private static func roles(_ text: String, _ verb: String, isSource: Bool) throws -> String? {
    let pair =
      try isSource
      ? WordingFixture.pair(text, "So it is.") : WordingFixture.pair("Así es.", text)
    let side = isSource ? pair.source : pair.target
    let classes = pair.batch.resources.classedWords
    let grammar = try #require(isSource ? classes.source : classes.target).grammar
    let index = try #require(side.words.firstIndex { side.string($0.span) == verb })
    guard let roles = side.roles(around: index, grammar) else { return nil }
    return [roles.agent, roles.patient].map { participant in
      switch participant {
      case .phrase(let words)?: side.string(side.span(of: words))
      case .person(let person, let gender)?:
        gender == .open ? "\(person)" : "\(person) \(gender)"
      case nil: "?"
      }
    }.joined(separator: " > ")
  }

  @Test(arguments: [
    ("El alcalde saludó a los vecinos.", "saludó", "El alcalde > los vecinos"),
    ("A los vecinos los saludó el alcalde.", "saludó", "el alcalde > los vecinos"),
    ("Los saludó.", "saludó", "singular > they"),
    ("Nos saludaron en la plaza.", "saludaron", "they > we"),
    ("Ana nos ha saludado.", "saludado", "Ana > we"),
    ("El alcalde fue saludado por los vecinos.", "saludado", "los vecinos > El alcalde"),
    ("El alcalde de Lugo saludó al juez.", "saludó", "El alcalde de Lugo > juez"),
  ])
  func spanish(text: String, verb: String, roles: String) throws {
    #expect(try Self.roles(text, verb, isSource: true) == roles)
  }

  @Test(arguments: [
    // Nobody does it, or the relative clause leaves it open, or two do.
    ("Se saludaron.", "saludaron"), ("El juez que saludó al alcalde.", "saludó"),
    ("En Lugo saludó al juez.", "saludó"), ("Puede saludarse al juez.", "saludarse"),
  ])
  func spanishThatStaysOpen(text: String, verb: String) throws {
    #expect(try Self.roles(text, verb, isSource: true) == nil)
  }

  @Test(arguments: [
    ("The mayor greeted the neighbours.", "greeted", "The mayor > the neighbours"),
    ("He greeted her.", "greeted", "singular masculine > singular feminine"),
    ("They had greeted us warmly.", "greeted", "they > we"),
    ("She greeted her brother.", "greeted", "singular feminine > her brother"),
    ("The mayor was greeted by the neighbours.", "greeted", "the neighbours > The mayor"),
    ("The mayor of Lugo greeted the judge in court.", "greeted", "The mayor of Lugo > the judge"),
    ("The mayor greeted the judge and the clerk.", "greeted", "The mayor > ?"),
  ])
  func english(text: String, verb: String, roles: String) throws {
    #expect(try Self.roles(text, verb, isSource: false) == roles)
  }
}

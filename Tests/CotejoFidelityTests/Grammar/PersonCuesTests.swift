import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct PersonCuesTests {
  private static func cues(_ source: String, _ target: String) throws -> (
    source: PersonCues, target: PersonCues
  ) {
    let pair = try CheckedPairs.pair(source, target)
    return (PersonCues(pair.source), PersonCues(pair.target))
  }

  @Test(arguments: [
    ("Yo llegué tarde.", "I was late.", PersonSet.i),
    ("Nosotros llegamos tarde.", "We were late.", .we),
    ("Tú llegaste tarde.", "You were late.", .you),
    ("Ellos llegaron tarde.", "They were late.", .they),
  ])
  func pronounsNameTheirPerson(
    _ source: String, _ target: String, _ person: PersonSet
  ) throws {
    let cues = try Self.cues(source, target)
    #expect(cues.source.surely.contains(person))
    #expect(cues.target.surely == person)
    #expect(cues.source.possible.isSuperset(of: cues.source.surely))
  }

  @Test func anEndingOfOnePersonIsOfNoOther() throws {
    // *-amos* is *we*, though words in *-s* may be *you*.
    let cues = try Self.cues("Hablamos ayer.", "We talked yesterday.")
    #expect(cues.source.surely == .we)
    #expect(!cues.source.possible.contains(.you))
  }

  @Test func aPluralMayBeOfSeveral() throws {
    let cues = try Self.cues("Llegan tarde.", "They are late.")
    #expect(cues.source.sure.isEmpty)
    #expect(cues.source.possible.contains([.they, .you]))
  }

  @Test(arguments: ["The US agreed.", "Texts of the US and of IT agreed."])
  func aCountryIsNoPronoun(_ target: String) throws {
    #expect(try Self.cues("x", target).target.surely.isEmpty)
  }

  @Test func eachPersonHasAName() {
    #expect(PersonSet.named.map(\.name) == ["I", "we", "you", "they"])
    #expect(Set(PersonSet.named.map(\.person.rawValue)).count == 4)
  }

  @Test func withoutDataOnEitherSideNothingIsSaid() throws {
    for (from, to) in [("de", "en"), ("es", "fr"), ("de", "fr")] {
      let resources = try CheckedPairs.resources(from: from, to: to)
      let found = try CheckedPairs.examine(PersonCheck(), "Yo, ich, I.", "Nous, we.", resources)
      #expect(found.outcome == .cannotTell)
      #expect(found.suspicions.isEmpty)
    }
  }
}

extension PersonCues {
  /// The persons named for certain.
  fileprivate var surely: PersonSet { sure.reduce(into: []) { $0.formUnion($1.person) } }
}

import Testing

@testable import CotejoFidelity

@Suite struct ExchangedNamesTests {
  private static func names(_ source: String, _ target: String) throws -> [[String]] {
    let pair = try WordingFixture.pair(source, target)
    return ExchangedNames.all(in: pair).map { found in
      [found.target.first, found.target.second].map { pair.target.string(pair.target.span(of: $0)) }
    }
  }

  @Test(arguments: [
    (
      "El tren de Francia llegó a España de noche con turistas.",
      "The train from Spain arrived in France by night with tourists.", ["France", "Spain"]
    ),
    (
      "El Senado rechazó ayer en votación la propuesta del Ministerio.",
      "The Ministry rejected the Senate's proposal in a vote yesterday.",
      ["Senate's", "Ministry"]
    ),
  ])
  func exchanged(source: String, target: String, names: [String]) throws {
    #expect(try Self.names(source, target) == [names])
  }

  @Test(arguments: [
    (
      "El tren de Francia llegó a España de noche con turistas.",
      "By night the train from France reached Spain with tourists."
    ),
    // Of names that stand twice nobody knows which is which.
    (
      "Francia venció a España y España a Francia en verano.",
      "Spain beat France and France beat Spain in summer."
    ),
    ("Los enfermos de Roma en Grecia.", "The Rome patients in Greece."),
    ("Roma.", "Rome."), ("", "Rome and Greece."),
  ])
  func inPlace(source: String, target: String) throws {
    #expect(try Self.names(source, target).isEmpty)
  }
}

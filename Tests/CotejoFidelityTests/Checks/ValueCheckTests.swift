import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct ValueCheckTests {
  @Test(arguments: [
    ("Llegaron 43 barcos.", "34 ships arrived.", FindingType.number, Severity.critical),
    ("Abre el 3 de mayo.", "It opens on June 3.", .date, .critical),
    ("Llegaron 43 barcos.", "Ships arrived.", .missingNumber, .major),
    ("Llegaron barcos.", "Ships arrived in 1987.", .missingDate, .major),
    ("Recorrió 80 kilómetros.", "She covered 80 miles.", .unit, .critical),
    ("Costó 80 euros.", "It cost 80 pounds.", .currency, .critical),
    ("Subió 3 puntos porcentuales.", "It rose by 3 percent.", .percentage, .major),
    ("Más de 700 casas.", "Fewer than 700 houses.", .qualifier, .major),
    ("Recorrió 80 kilómetros.", "She covered 50 miles.", .unit, .note),
    ("Hay 49,7 millones.", "There are almost 50 million.", .number, .note),
  ])
  func aDifferenceHasItsTypeAndItsSpans(
    _ source: String, _ target: String, _ type: FindingType, _ severity: Severity
  ) throws {
    let found = try CheckedPairs.examine(ValueCheck(), source, target)
    #expect(found.outcome == .checked)
    let suspicion = try #require(found.suspicions.first { $0.type == type })
    #expect(suspicion.severity == severity)
    #expect(suspicion.source != nil || suspicion.target != nil)
    #expect(!suspicion.message.isEmpty)
    for text in [source.text(in: suspicion.source), target.text(in: suspicion.target)] {
      // Readers are told the words that the finding is about.
      if let text { #expect(suspicion.message.contains("'\(text)'")) }
    }
  }

  @Test(arguments: [
    ("Llegaron 43 barcos.", "Forty-three ships arrived."),
    ("Cuesta 3 mil 500 millones de pesos.", "It costs 3.5 billion pesos."),
    ("El 40 por ciento llegó a las 15:30.", "40% arrived at 3:30 p.m."),
  ])
  func equalValuesAreChecked(_ source: String, _ target: String) throws {
    let found = try CheckedPairs.examine(ValueCheck(), source, target)
    #expect(found.outcome == .checked)
    #expect(found.suspicions.allSatisfy { $0.severity == .note })
  }

  @Test func withoutValuesThereIsNothingToCheck() throws {
    let found = try CheckedPairs.examine(ValueCheck(), "El perro duerme.", "The dog sleeps.")
    #expect(found.outcome == .notApplicable)
    #expect(found.suspicions.isEmpty)
  }

  @Test func aRegionalMeaningIsTold() throws {
    let found = try CheckedPairs.examine(
      ValueCheck(), "Debe 9 billones de pesos.", "It owes 9 billion pesos.")
    #expect(
      found.suspicions.map(\.message) == [
        "'9 billones de pesos' is '9 billion pesos' in some regions only"
      ])
  }

  @Test func everySuspicionHasFourFiniteFeatures() throws {
    let texts = [
      "43 de 1.000", "1,000", "el 3 de mayo de 2020 a las 5", "3 %", "$ 4 mil millones", "VIII",
      "999999999999999999999999999999999999999999999999999999999 kilómetros",
    ]
    for source in texts {
      for target in texts {
        for suspicion in try CheckedPairs.examine(ValueCheck(), source, target).suspicions {
          #expect(suspicion.features.count == 4)
          #expect(suspicion.features.allSatisfy { $0.isFinite })
        }
      }
    }
  }
}

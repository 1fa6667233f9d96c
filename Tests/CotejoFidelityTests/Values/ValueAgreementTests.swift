import Testing

@testable import CotejoFidelity

struct ValueAgreementTests {
  /// How the first Spanish value agrees with the first English one.
  private func agreement(_ source: String, _ target: String) throws -> ValueAgreement {
    ValueAgreement(
      try #require(try values(source, "es").first), try #require(try values(target, "en").first))
  }

  @Test(arguments: [
    ("20 euros", "20 euros", ValueAgreement.same), ("20 euros", "20", .equal),
    ("20 pesos", "$20", .same), ("la mitad", "50%", .equal), ("3.º", "3", .likely),
    ("20 euros", "20 dollars", .otherCurrency), ("20 metros", "20 feet", .otherUnit),
    ("20 toneladas", "20 tons", .equal), ("10 kilómetros", "6 miles", .converted),
    ("20 %", "20 percentage points", .otherKind), ("20 %", "20 dollars", .otherKind),
    ("9 billones", "9 billion", .regional), ("1998", "'98", .same), ("mayo", "5", .none),
    ("los 80", "the 1980s", .same), ("100 grados Fahrenheit", "38 degrees Celsius", .converted),
    ("tercera", "3 years", .none), ("2.518,53 euros", "2,518 euros", .rounded),
    ("2.518 euros", "2,518.53 euros", .none), ("46", "50", .none), ("46", "around 50", .none),
    ("49", "around 50", .rounded), ("9 km2", "9 square kilometres", .same),
    ("6 panes y medio", "6½ loaves", .same), ("una de cada seis", "six", .likely),
  ])
  func `agreement is by meaning`(
    _ source: String, _ target: String, _ expected: ValueAgreement
  ) throws {
    #expect(try agreement(source, target) == expected)
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct OppositeCheckTests {
  @Test(arguments: [
    (
      "El éxito de la empresa sorprendió al gobierno.",
      "The failure of the company surprised the government.", "failure"
    ),
    (
      "La empresa compró una casa grande en la ciudad.",
      "The company bought a small house in the city.", "small"
    ),
  ])
  func faults(source: String, target: String, word: String) throws {
    let faults = try WordingFixture.faults(.opposite, source, target)
    let found = faults.map {
      WordingFixture.text($0.target ?? $0.source, $0.target == nil ? source : target)
    }
    #expect(found.contains(word), "\(faults)")
  }

  @Test(arguments: [
    (
      "El éxito de la empresa sorprendió al gobierno.",
      "The success of the company surprised the government."
    ),
    ("La casa está cerca de la ciudad.", "The house is not far from the city."),
    (
      "La empresa compró una casa grande en la ciudad.",
      "The company bought a large house in the city."
    ),
  ])
  func harmless(source: String, target: String) throws {
    #expect(try WordingFixture.faults(.opposite, source, target) == [])
  }
}

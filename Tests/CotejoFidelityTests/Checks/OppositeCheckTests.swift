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
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(OppositeCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
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
    let found = try WordingFixture.suspicions(OppositeCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: [
    ("The success of the company surprised us.", "El fracaso de la empresa nos sorprendió.", true),
    ("The success of the company surprised us.", "El éxito de la empresa nos sorprendió.", false),
    ("The company bought a large house.", "La empresa compró una casa pequeña.", true),
  ])
  func english(source: String, target: String, isFault: Bool) throws {
    let found = try WordingFixture.suspicions(OppositeCheck(), source, target, isReversed: true)
    #expect(!found.isEmpty == isFault, "\(found)")
  }

  @Test func aWordAndItsOppositeSideBySideMayEachHaveASynonym() throws {
    let both = (
      "El aumento de los precios y la reducción del paro preocupan al banco.",
      "Rising prices and declining unemployment worry the bank."
    )
    #expect(try WordingFixture.suspicions(OppositeCheck(), both.0, both.1).isEmpty)
  }
}

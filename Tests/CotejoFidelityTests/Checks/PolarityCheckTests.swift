import Testing

@testable import CotejoFidelity

@Suite struct PolarityCheckTests {
  @Test(arguments: [
    (
      "El ministro no firmó el acuerdo con los sindicatos.",
      "The minister signed the agreement with the unions.", "signed"
    ),
    (
      "El ministro firmó el acuerdo con los sindicatos.",
      "The minister did not sign the agreement with the unions.", "not"
    ),
    (
      "Los vecinos nunca recibieron la carta del alcalde.",
      "The neighbours received the letter from the mayor.", "received"
    ),
    (
      "No vendrá nadie y no habrá fiesta.", "Nobody will come and there will be a party.",
      "will come and there"
    ),
  ])
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(PolarityCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
  }

  @Test(arguments: [
    ("No vino nadie a la reunión del lunes.", "Nobody came to the meeting on Monday."),
    ("No sólo es caro, también es inútil.", "It is not only expensive, it is also useless."),
    ("El gobierno no está seguro de las cifras.", "The government is unsure of the figures."),
    ("La empresa no logró vender la fábrica.", "The company failed to sell the factory."),
    ("No creo que el presidente venga mañana.", "I think the president will not come tomorrow."),
    ("Sin embargo, el gobierno firmó el acuerdo.", "However, the government signed the agreement."),
    ("No vendo nada y no compro nada.", "I sell nothing and I buy nothing."),
    ("No abrirán la escuela hasta septiembre.", "They will only open the school in September."),
  ])
  func harmless(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(PolarityCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }
}

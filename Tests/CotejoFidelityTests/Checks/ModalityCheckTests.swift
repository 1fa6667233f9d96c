import Testing

@testable import CotejoFidelity

@Suite struct ModalityCheckTests {
  @Test(arguments: [
    (
      "La empresa puede vender la fábrica este año.",
      "The company must sell the factory this year.", "must"
    ),
    (
      "El gobierno debe publicar los datos este año.",
      "The government may publish the data this year.", "may"
    ),
    (
      "El banco podría cerrar la oficina de Madrid.", "The bank must close the Madrid office.",
      "must"
    ),
  ])
  func faults(source: String, target: String, words: String) throws {
    let found = try WordingFixture.suspicions(ModalityCheck(), source, target)
    #expect(found.map { WordingFixture.words($0, source, target) }.contains(words), "\(found)")
  }

  @Test(arguments: [
    ("La empresa puede vender la fábrica este año.", "The company can sell the factory this year."),
    ("Hay que publicar los datos este año.", "The data must be published this year."),
    ("Es posible que el banco cierre la oficina.", "The bank may close the office."),
    ("Tenemos que salvar la escuela.", "We need to save the school."),
    ("En mayo el banco cierra la oficina.", "In May the bank closes the office."),
  ])
  func harmless(source: String, target: String) throws {
    let found = try WordingFixture.suspicions(ModalityCheck(), source, target)
    #expect(found.isEmpty, "\(found)")
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct UntranslatedCheckTests {
  @Test(arguments: [
    ("Las escuelas cerraron el lunes.", "The escuelas closed on Monday."),
    ("El perro duerme en la cocina.", "The dog duerme en la cocina."),
    ("El camión llegó tarde al pueblo vecino.", "The camión arrived late at the next village."),
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.untranslated, source, target))
  }

  @Test(arguments: [
    ("Las escuelas cerraron el lunes.", "The schools closed on Monday."),
    ("Vive en San Miguel de los Baños.", "She lives in San Miguel de los Baños."),
    ("Durmió la siesta.", "He took a siesta."),
    ("Un hotel central y un animal real.", "A central hotel and a real animal."),
    ("Los llaman «jornaleros».", "They are called \"jornaleros\" (day labourers)."),
    ("¿No?", "No?"), ("", ""),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.untranslated, source, target))
  }

  @Test func theFindingMarksTheWholeStretch() throws {
    let marked = try CheckedExamples.marked(
      .untranslated, "El perro duerme en la cocina.", "The dog duerme en la cocina.")
    #expect(marked == "duerme en la cocina")
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct WordOrderCheckTests {
  @Test(arguments: [
    (
      "El viejo barco rojo llegó al puerto de la isla con treinta marineros y dos perros.",
      "Sailors the with of thirty red port island dogs ship the old two reached the and."
    )
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isFlagged(.wordOrder, source, target))
  }

  @Test(arguments: [
    (
      "El viejo barco rojo llegó al puerto de la isla con treinta marineros y dos perros.",
      "The old red ship reached the port of the island with thirty sailors and two dogs."
    ),
    (
      "Con treinta marineros y dos perros llegó al puerto de la isla el viejo barco rojo.",
      "The old red ship reached the port of the island with thirty sailors and two dogs."
    ),
    ("Sí.", "Yes."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.wordOrder, source, target))
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct WordOrderCheckTests {
  @Test(arguments: [
    (
      "El viejo barco rojo llegó en julio al puerto de la isla con treinta marineros, dos perros, una cabra blanca y cuatro caballos.",
      "Goat port thirty the horses two in old with island white July ship a reached four dogs red and of sailors the the."
    )
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.wordOrder, source, target))
  }

  @Test(arguments: [
    (
      "El viejo barco rojo llegó en julio al puerto de la isla con treinta marineros, dos perros, una cabra blanca y cuatro caballos.",
      "The old red ship reached the port of the island in July with thirty sailors, two dogs, a white goat and four horses."
    ),
    (
      "Con treinta marineros, dos perros, una cabra blanca y cuatro caballos llegó en julio al puerto de la isla el viejo barco rojo.",
      "The old red ship reached the port of the island in July with thirty sailors, two dogs, a white goat and four horses."
    ),
    ("Sí.", "Yes."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.wordOrder, source, target))
  }
}

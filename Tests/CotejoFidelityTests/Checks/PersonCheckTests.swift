import Testing

@testable import CotejoFidelity

@Suite struct PersonCheckTests {
  @Test(arguments: [
    ("Nosotros compramos la casa.", "They bought the house."),
    (
      "Nuestros vecinos nos ayudaron y decidimos quedarnos.",
      "Their neighbours helped them and I decided to stay."
    ),
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.person, source, target))
  }

  @Test(arguments: [
    ("Nosotros compramos la casa.", "We bought the house."),
    ("Hay que esperar.", "You have to wait."),
    ("Dijo que no vendría.", "I will not come, he said."),
    ("Cuestan diez gramos.", "They cost ten grams."),
    ("Se vendieron los caballos.", "We sold the horses."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.person, source, target))
  }
}

import Testing

@testable import CotejoFidelity

@Suite struct QuotationMarkCheckTests {
  @Test(arguments: [
    (
      "«No vamos a subir los impuestos este año», dijo ella.",
      "We will not raise taxes this year, she said."
    ),
    ("Dijo: «No vamos a subir los impuestos».", "She said: \"We will not raise taxes."),
    (
      "«Compramos la casa y vendimos los caballos», dijo.",
      "\"We bought the house\" and sold the horses, he said."
    ),
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.quotationMarks, source, target))
  }

  @Test(arguments: [
    ("«No vamos a subir los impuestos», dijo.", "“We will not raise taxes,” he said."),
    ("—No vamos a subir los impuestos —dijo.", "\"We will not raise taxes,\" he said."),
    ("Leyó «Cien años de soledad» ayer.", "He read \"One Hundred Years of Solitude\" yesterday."),
    ("Y añadió: “Compramos la casa\". ", "And he added: \"We bought the house.\""),
    ("Vendimos los caballos\", dijo.", "We sold the horses », he said."),
    ("Mide 7\" de largo.", "It is 7\" long."), ("\"", "\""),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.quotationMarks, source, target))
  }
}

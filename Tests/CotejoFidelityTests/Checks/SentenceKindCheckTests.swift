import Testing

@testable import CotejoFidelity

@Suite struct SentenceKindCheckTests {
  @Test(arguments: [
    ("El tren llega a las ocho.", "Does the train arrive at eight?"),
    ("¿Llega el tren a las ocho?", "The train arrives at eight."),
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.sentenceKind, source, target))
  }

  @Test(arguments: [
    ("¿Llega el tren a las ocho?", "Does the train arrive at eight?"),
    ("Vienes mañana, ¿verdad?", "You are coming tomorrow."),
    ("El lema era «¿Por qué no?».", "The slogan was \"Why not.\""),
    ("¡Qué frío!", "How cold."), ("Vive con sus (?) primos.", "He lives with his cousins."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.sentenceKind, source, target))
  }
}

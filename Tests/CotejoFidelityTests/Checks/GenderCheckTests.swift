import Testing

@testable import CotejoFidelity

@Suite struct GenderCheckTests {
  @Test(arguments: [
    ("Ella firmó el acuerdo.", "He signed the agreement."),
    ("Él firmó el acuerdo.", "She signed the agreement."),
    ("La mujer abrió la puerta.", "The man opened the door."),
    ("La duquesa murió en invierno.", "The duke died in winter."),
  ])
  func aFaultIsFound(_ source: String, _ target: String) throws {
    #expect(try CheckedExamples.isSuspected(.gender, source, target))
  }

  @Test(arguments: [
    ("Ella firmó el acuerdo.", "She signed the agreement."),
    ("Firmó su carta.", "She signed his letter."),
    ("El juez y la abogada hablaron; ella ganó.", "The judge and the lawyer spoke; she won."),
    ("Su marido llegó tarde.", "Her husband came late."),
    ("Los hijos y las hijas del rey.", "The sons and daughters of the king."),
    ("La política cambió.", "He changed his policy."),
  ])
  func aFaithfulRenderingIsLeftAlone(_ source: String, _ target: String) throws {
    #expect(try !CheckedExamples.isFlagged(.gender, source, target))
  }
}

import Testing

@testable import CotejoText

struct TurnLabelTests {
  private func end(_ text: String) -> (end: Int, isCapitals: Bool)? {
    let bytes = Array(text.utf8)
    return TurnLabel.end(at: 0, in: bytes.span, ceiling: bytes.count)
  }

  @Test(
    arguments: [
      ("MINISTRA INÉS ROA: Sí", 19, true), ("Moderadora: Sí", 11, false),
      ("Sra. Inés Roa: Sí", 15, false), ("María de la Paz: Sí", 17, false),
      ("Ana-Luz Roa: Sí", 12, false),
    ] as [(String, Int, Bool)])
  func `labels end behind their colon`(_ text: String, _ end: Int, _ isCapitals: Bool) {
    let label = self.end(text)
    #expect(label?.end == end)
    #expect(label?.isCapitals == isCapitals)
  }

  @Test(
    arguments: [
      "", "moderadora: Sí", "Moderadora", "Moderadora:", "Moderadora:Sí", "Dijo que no: Sí",
      "Uno, Dos: Sí", "Uno Dos Tres Cuatro Cinco Seis: Sí", "Paz de: Sí", "Ana 3: Sí", "¿Ana: Sí",
    ])
  func `what is no label is left alone`(_ text: String) {
    #expect(end(text) == nil)
  }
}

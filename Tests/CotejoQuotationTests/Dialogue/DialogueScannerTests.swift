import Testing

@testable import CotejoQuotation

@Suite struct DialogueScannerTests {
  @Test(arguments: [
    ("—Claro —dijo ella—, pero no hoy.", ["Claro", "pero no hoy."]),
    ("—No vengas —rogó Inés—. Es tarde.", ["No vengas", "Es tarde."]),
    ("—Ven —dijo el viejo—: quiero verte.", ["Ven", "quiero verte."]),
    ("— Ven aquí — dijo él —, y trae pan.", ["Ven aquí", "y trae pan."]),
    ("–Ven aquí –dijo él–, y trae pan.", ["Ven aquí", "y trae pan."]),
    ("--Ven aquí --dijo él--, y trae pan.", ["Ven aquí", "y trae pan."]),
    ("-Ven aquí -dijo él-, y trae pan.", ["Ven aquí", "y trae pan."]),
    ("—¡Ay! —y se echó a llorar.", ["¡Ay!"]),
    ("—¿Cómo? —Pedro dejó el vaso—. No puede ser.", ["¿Cómo?", "No puede ser."]),
    ("—Sí, respondió Clara, yo lo vi.", ["Sí", "yo lo vi."]),
    ("—¿Quién es? preguntó el guarda.", ["¿Quién es?"]),
    ("—Basta, díjole su tío; no quiero oírte.", ["Basta", "no quiero oírte."]),
    ("—¿Tiene usted sed?—Mucha.—Pues beba.", ["¿Tiene usted sed?", "Mucha.", "Pues beba."]),
    ("—Este. (Señala la puerta.)", ["Este."]),
    ("Y entonces gritó: —¡Fuera de aquí!", ["¡Fuera de aquí!"]),
    ("—«Ven», dijo.", ["Ven"]),
    // What is no narrator's stays in.
    (
      "—Mi primo —el menor, que vive lejos— no vendrá.",
      ["Mi primo —el menor, que vive lejos— no vendrá."]
    ),
    ("—La llaman «la gata» en el barrio.", ["La llaman «la gata» en el barrio."]),
    ("—Pues contesta, añade lo que quieras.", ["Pues contesta, añade lo que quieras."]),
    // What is no turn.
    ("- leche y pan", []), ("— Ana Ruiz", []), ("La ruta Lima—Cuzco es larga.", []),
  ])
  func turnsArePartedFromTheNarrator(text: String, pieces: [String]) throws {
    #expect(try Findings.marked(text, "es") == pieces)
  }

  @Test func piecesOfOneTurnAreResumed() throws {
    let spans = try Findings.scanned("—Claro —dijo ella—, pero no.\n—Bien.", "es").flatMap(\.spans)
    #expect(spans.map(\.isResumed) == [false, true, false])
    #expect(spans.allSatisfy { $0.setting == .raya })
  }

  @Test func aNarratorInsideMarksPartsThem() throws {
    #expect(
      try Findings.marked("«Qué tarde es —pensó Luis—, y qué frío hace».", "es")
        == ["Qué tarde es", "y qué frío hace"])
  }

  @Test func aLostRayaIsRepaired() throws {
    let paragraphs = try Findings.scanned("Tú no sabes nada —le dijo su madre—. ¡Calla!", "es")
    #expect(paragraphs[0].repairs.map(\.fault) == [.unopened])
    #expect(paragraphs[0].spans.count == 2)
  }

  @Test func englishHasNoTurns() throws {
    #expect(try Findings.marked("—Item one —said it.", "en").isEmpty)
  }
}

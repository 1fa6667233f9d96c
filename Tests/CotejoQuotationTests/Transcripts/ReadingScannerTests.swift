import CotejoText
import Testing

@testable import CotejoQuotation

struct ReadingScannerTests {
  private func readings(_ text: String, _ language: String = "es") throws -> [String] {
    let transcript = try transcript(text, language)
    return transcript.readings.map { transcript.text.text[$0.span] }
  }

  @Test(
    arguments: [
      (
        "MARCELA: Él dijo “aquí no se rinde nadie nunca” y se fue.",
        ["aquí no se rinde nadie nunca"]
      ),
      ("MARCELA: Es el «plan de agua» de siempre.", []),
      ("MARCELA: Decía ‘aquí no se rinde nadie nunca’ y ya.", ["aquí no se rinde nadie nunca"]),
      ("MARCELA: Ahí dice la carta: no podemos más con esto.", ["no podemos más con esto."]),
      ("MARCELA: Les leo:\nNo podemos más con todo esto.", ["No podemos más con todo esto."]),
      ("MARCELA: Son tres: el agua, la luz y los caminos.", []),
      (
        "MARCELA: Dice: “No podemos más con todo esto.\n“Y no queremos más.”\nEso es.",
        ["No podemos más con todo esto.\n“Y no queremos más."]
      ),
      ("MARCELA: Un “error sin cerrar que se queda así.\nPREGUNTA: ¿Y el otro” error?", []),
    ])
  func `what is read aloud`(_ text: String, _ expected: [String]) throws {
    #expect(try readings(text) == expected)
  }

  @Test func `an apostrophe closes nothing`() throws {
    #expect(
      try readings("MARCELA: She wrote: ‘we don’t want to leave our town’ to me.", "en")
        == ["we don’t want to leave our town"])
  }
}

import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct IndirectSpeechFinderTests {
  @Test(arguments: [
    (
      "Mara Quill said that the bridge is closed.",
      ["the bridge is closed | indirect | said | Mara Quill"]
    ),
    (
      "Mara Quill told the Ostby Post the bridge would stay closed.",
      ["the bridge would stay closed | indirect | told | Mara Quill"]
    ),
    (
      "The bridge was closed on Monday, Mara Quill said.",
      ["The bridge was closed on Monday | indirect | said | Mara Quill"]
    ),
    (
      "The bridge was closed on Monday, said Mara Quill.",
      ["The bridge was closed on Monday | indirect | said | Mara Quill"]
    ),
    (
      "According to the mayor, the bridge is closed.",
      ["the bridge is closed | indirect | According to | the mayor"]
    ),
    (
      "The bridge is closed, according to the mayor.",
      ["The bridge is closed | indirect | according to | the mayor"]
    ),
    (
      "Mara Quill vowed to reopen the bridge.",
      ["to reopen the bridge | indirect | vowed | Mara Quill"]
    ),
    (
      "Mara Quill rejected the plan, calling it a very bad idea.",
      ["a very bad idea | indirect | calling | Mara Quill"]
    ),
    (
      "Mara Quill said the bridge was “quite unsafe” and old.",
      ["the bridge was “quite unsafe” and old | mixed | said | Mara Quill"]
    ),
    (
      "Mara Quill explained that the bridge is old but refused to close it.",
      ["the bridge is old | indirect | explained | Mara Quill"]
    ),
    // No clause, nobody who says it, or a noun.
    ("Mara Quill announced the results.", []),
    ("The report of the council was long.", []),
    ("The bridge reported by Mara Quill is old.", []),
    ("Mara Quill said: “The bridge is closed.”", []),
  ])
  func englishClauses(_ text: String, _ expected: [String]) throws {
    #expect(try Articles.reported(text, "en") == expected)
  }

  @Test(arguments: [
    (
      "Marta Quiles dijo que el puente está cerrado.",
      ["el puente está cerrado | indirect | dijo | Marta Quiles"]
    ),
    (
      "La alcaldesa informó a la prensa de que el puente está cerrado.",
      ["el puente está cerrado | indirect | informó | La alcaldesa"]
    ),
    (
      "Según la alcaldesa, el puente está cerrado.",
      ["el puente está cerrado | indirect | Según | la alcaldesa"]
    ),
    (
      "El puente está cerrado, según la alcaldesa.",
      ["El puente está cerrado | indirect | según | la alcaldesa"]
    ),
    (
      "El puente está cerrado, dijo Marta Quiles.",
      ["El puente está cerrado | indirect | dijo | Marta Quiles"]
    ),
    (
      "Marta Quiles prometió abrir el puente en mayo.",
      ["abrir el puente en mayo | indirect | prometió | Marta Quiles"]
    ),
    (
      "La ministra señaló que el puente es «muy viejo» y feo.",
      ["el puente es «muy viejo» y feo | mixed | señaló | La ministra"]
    ),
    ("Recordó que el puente está cerrado.", ["el puente está cerrado | indirect | Recordó | -"]),
    ("Explicó la reforma que entró en vigor.", []),
    ("El llamado puente viejo está cerrado.", []),
  ])
  func spanishClauses(_ text: String, _ expected: [String]) throws {
    #expect(try Articles.reported(text, "es") == expected)
  }
}

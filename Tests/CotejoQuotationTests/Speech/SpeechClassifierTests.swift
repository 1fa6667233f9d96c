import Testing

@testable import CotejoQuotation

@Suite struct SpeechClassifierTests {
  @Test(arguments: [
    "“We will rebuild the bridge,” the engineer said.",
    "The engineer said: “We will rebuild the bridge.”",
    "The clerk said the delay was “a shame for the whole country”.",
    "The judge wrote that the ruling was “deeply unfair”.",
    "“I never saw the letter,” Ruiz told reporters on Monday.",
    "The engineer called the new bridge “a waste of money” on Monday.",
    "The judge described him as “unfit”.",
    "The ruling was, in her view, “a shame for all”.",
  ])
  func englishSpeech(text: String) throws {
    #expect(try Findings.direct(text, "en").count == 1)
  }

  @Test(arguments: [
    "She sang in the musical “Harbour Nights” for years.",
    "The device, known as “the box”, was sold in May.",
    "John “Sparrow” Miller won the race.",
    "The word “fair” has two senses.",
    "They sell “fresh” fish here.",
    "They called the ship “Harbour Star” in May.",
    "“Council votes on new bridge” — Valley Times, May 3, 2011",
  ])
  func englishTitlesNamesAndTerms(text: String) throws {
    #expect(try Findings.direct(text, "en").isEmpty)
  }

  @Test(arguments: [
    "«Vamos a reconstruir el puente», dijo la ingeniera.",
    "La ingeniera afirmó: «Vamos a reconstruir el puente».",
    "El juez señaló que la medida era «profundamente injusta para todos».",
    "Según el alcalde, la obra «no se puede parar».",
    "El alcalde tildó la obra de «vergüenza».",
    "La obra es, a su juicio, «un error de todos».",
    "No hubo tiempo \", explicó el portavoz.",
  ])
  func spanishSpeech(text: String) throws {
    #expect(try Findings.direct(text, "es").count == 1)
  }

  @Test(arguments: [
    "La novela «Noches de Puerto» ganó el premio.",
    "El aparato, conocido como «la caja», se vendió en mayo.",
    "El término «justo» tiene dos sentidos.",
    "Venden pescado «fresco» en el muelle.",
    "Actuó en el teatro «Gran Vía» de la ciudad.",
    "La vecindad se quejó del ruido\".",
  ])
  func spanishTitlesNamesAndTerms(text: String) throws {
    #expect(try Findings.direct(text, "es").isEmpty)
  }

  @Test func fragmentsAreTold() throws {
    let quoted = try Findings.quoted(
      "The judge said the law was “deeply unfair to all of us”. “It must go,” she added.", "en")
    #expect(quoted.quotations.filter { $0.kind == .direct }.map(\.isFragment) == [true, false])
  }
}

import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct AttributorTests {
  @Test(arguments: [
    // Verb and subject, in both orders.
    ("“We will go,” said Nora Quill.", ["said | Nora Quill | Nora Quill"]),
    ("“We will go,” Nora Quill said on Monday.", ["said | Nora Quill | Nora Quill"]),
    ("Nora Quill said: “We will go.”", ["said | Nora Quill | Nora Quill"]),
    (
      "“We will go,” the mayor of Ostby told reporters.",
      ["told | the mayor of Ostby | mayor of Ostby"]
    ),
    // Appositions, ages and relative clauses between subject and verb.
    ("Hugo Pell, a farmer from Dunmore, said: “It rains.”", ["said | Hugo Pell | Hugo Pell"]),
    ("Hugo Pell, 42, said: “It rains.”", ["said | Hugo Pell | Hugo Pell"]),
    ("“It rains,” said Hugo Pell, who farms in Dunmore.", ["said | Hugo Pell | Hugo Pell"]),
    (
      "Hugo Pell, who has farmed there for years, said: “It rains.”",
      ["said | Hugo Pell | Hugo Pell"]
    ),
    // Phrases that give a source.
    ("According to the ministry, “it rains”.", ["According to | the ministry | ministry"]),
    ("“It rains,” according to Hugo Pell.", ["according to | Hugo Pell | Hugo Pell"]),
    // Split, continued and implied.
    (
      "“It rains,” Hugo Pell said, “and it snows.” He added: “It hails.”",
      [
        "said | Hugo Pell | Hugo Pell", "said | Hugo Pell | Hugo Pell", "added | He | Hugo Pell",
      ]
    ),
    ("Hugo Pell said the road was wet. “It rains.”", ["said | Hugo Pell | Hugo Pell"]),
    // Letters to the press and pull quotes.
    ("“It rains.” —Commissioner Hugo Pell", ["- | Commissioner Hugo Pell | Hugo Pell"]),
    ("And from Chairwoman Nora Quill:\n“It rains.”", ["- | Chairwoman Nora Quill | Nora Quill"]),
    ("Nora Quill: “It rains.”", ["- | Nora Quill | Nora Quill"]),
    // Nobody says so.
    ("The shop is “wonderful”.", ["- | - | -"]),
    ("“It rains.”", ["- | - | -"]),
  ])
  func englishSpeakers(_ text: String, _ expected: [String]) throws {
    #expect(try Articles.speakers(text, "en") == expected)
  }

  @Test(arguments: [
    ("«No iremos», dijo Marta Quiles.", ["dijo | Marta Quiles | Marta Quiles"]),
    ("«No iremos», dijo ayer en Lugo la alcaldesa.", ["dijo | la alcaldesa | alcaldesa"]),
    ("Marta Quiles afirmó: «No iremos».", ["afirmó | Marta Quiles | Marta Quiles"]),
    (
      "El portavoz del partido, Hugo Peral, aseguró que «no llueve».",
      ["aseguró | El portavoz del partido, Hugo Peral | Hugo Peral"]
    ),
    (
      "Hugo Peral, vecino de Lugo, contó: «Llueve mucho».", ["contó | Hugo Peral | Hugo Peral"]
    ),
    ("Según la ministra, «no hay dinero».", ["Según | la ministra | ministra"]),
    ("«No hay dinero», según explicó la ministra.", ["explicó | la ministra | ministra"]),
    ("Añadió: «No hay dinero».", ["Añadió | - | -"]),
    (
      "Hugo Peral pidió calma. «No pasa nada», dijo.",
      ["dijo | Hugo Peral | Hugo Peral"]
    ),
    (
      "«No pasa nada», dijo Hugo Peral, «pero hay que salir».",
      ["dijo | Hugo Peral | Hugo Peral", "dijo | Hugo Peral | Hugo Peral"]
    ),
    ("Nadie, señalando al cielo, gritó.", []),
    ("El alcalde calló, señalando que «no hay dinero».", ["señalando | El alcalde | alcalde"]),
    ("Un colectivo «muy activo» abrió la sala.", ["- | - | -"]),
  ])
  func spanishSpeakers(_ text: String, _ expected: [String]) throws {
    #expect(try Articles.speakers(text, "es") == expected)
  }

  @Test(arguments: [
    (
      "Norland’s President Nora Quill refused. “No,” the president said. “Never,” she said.",
      ["Nora Quill", "Nora Quill"]
    ),
    ("Hugo Pell came. “No,” said Pel.\n“Never,” said Pell.", ["Pel", "Hugo Pell"]),
    ("Jonas Haverford came. “No,” said Haverfort.", ["Jonas Haverford"]),
    ("Nora Quill met Hugo Pell. “No,” said Quill. “Yes,” he said.", ["Nora Quill", "Hugo Pell"]),
    (
      "The Norland News Agency (NNA) wrote on it. “No,” said NNA.", ["Norland News Agency (NNA)"]
    ),
  ])
  func namesAreResolved(_ text: String, _ expected: [String]) throws {
    let names = try Articles.attributed(text, "en").filter { $0.kind == .direct }
      .map { $0.speaker?.name ?? "-" }
    #expect(names == expected)
  }

  @Test(arguments: [
    (
      "La presidenta de Norlandia, Marta Quiles, se negó. «No», dijo la mandataria. «Nunca», dijo ella.",
      ["Marta Quiles", "Marta Quiles"]
    ),
    (
      "El ministro Hugo Peral llegó tarde. «Perdón», dijo el ministro. «Gracias», dijo Peral.",
      ["Hugo Peral", "Hugo Peral"]
    ),
  ])
  func spanishNamesAreResolved(_ text: String, _ expected: [String]) throws {
    let names = try Articles.attributed(text, "es").filter { $0.kind == .direct }
      .map { $0.speaker?.name ?? "-" }
    #expect(names == expected)
  }

  @Test func utterancesAreNumberedInTheOrderOfTheText() throws {
    let quotations = try Articles.attributed(
      "Hugo Pell said that the road is wet. “It rains,” he added. “It snows,” said Nora Quill.",
      "en")
    #expect(quotations.map(\.kind) == [.indirect, .direct, .direct])
    #expect(quotations.map(\.utterance) == [0, 1, 2])
  }

  @Test func whatIsCarriedOverIsMarked() throws {
    let quotations = try Articles.attributed("“It rains,” said Nora Quill. “It snows.”", "en")
    #expect(quotations.map(\.isCarriedOver) == [false, true])
  }

  @Test(arguments: ["en", "es"])
  func anyTextIsAttributedInOrderAndInBounds(_ language: String) throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "“", "”", "«", "»", "said", "dijo", "que", "that", "Nora", "Quill", ",", ".", ":", " — ",
      "the",
      "la", "ministra", "minister", "según", "according to", "and", "y", "he", "who", "\u{0}", "(",
      ")", "\n", "calling it", "vowed to", "’s", "é",
    ]
    for _ in 0..<300 {
      let text = (0..<40).map { _ in pieces.randomElement(using: &generator)! }
        .joined(separator: " ")
      let quotations = try Articles.attributed(text, language)
      let end = Int32(text.utf8.count)
      for quotation in quotations {
        #expect(quotation.span.upper <= end)
        if let speaker = quotation.speaker { #expect(speaker.mention.upper <= end) }
      }
      for (left, right) in zip(quotations, quotations.dropFirst()) {
        #expect(left.span.lower <= right.span.lower)
      }
    }
  }

  @Test func aTextWithoutStopsTakesNoLongerThanItsLength() throws {
    let text = String(repeating: "according to Nora said that he who told the ", count: 4000)
    #expect(try Articles.attributed(text, "en").isEmpty == false)
  }
}

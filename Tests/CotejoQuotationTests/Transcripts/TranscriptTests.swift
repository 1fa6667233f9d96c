import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct TranscriptTests {
  private static let session = """
    URL: https://example.org/sesion?id=4
    Fecha: 4 de marzo de 2031
    Título: Conferencia de prensa

    PRESIDENTA DE AURELIA, MARCELA IBARRA: Buenos días. Veamos el video.
    (INICIA VIDEO)
    VOZ EN OFF: El agua se cuida.
    Y se comparte.
    (FINALIZA VIDEO)
    Quedó muy bonito (risas) y muy corto, como lo pidió el instituto (INAGUA).
    PREGUNTA: ¿Y las tarifas? (Inaudible)
    SECRETARIO DE HACIENDA, TOMÁS ARREDONDO: No suben.
    Señora Presidenta: gracias.
    —000—
    """

  @Test func `turns, headers, notes and headings are told apart`() throws {
    let transcript = try transcript(Self.session)
    #expect(transcript.headers.map { transcript.text.text[$0.key] } == ["URL", "Fecha", "Título"])
    #expect(transcript.date?.description == "2031-03-04")
    #expect(transcript.names == ["Marcela Ibarra", "-", "Marcela Ibarra", "-", "Tomás Arredondo"])
    #expect(transcript.turns.map(\.isPlayed) == [false, true, false, false, false])
    #expect(
      transcript.texts(.note) == ["(INICIA VIDEO)", "(FINALIZA VIDEO)", "(risas)", "(Inaudible)"])
    #expect(transcript.texts(.heading) == ["—000—"])
    #expect(
      transcript.texts(.speech) == [
        "Buenos días. Veamos el video.", "El agua se cuida.", "Y se comparte.", "Quedó muy bonito",
        "y muy corto, como lo pidió el instituto (INAGUA).", "¿Y las tarifas?", "No suben.",
        "Señora Presidenta: gracias.",
      ])
  }

  @Test func `queries by offset agree with the parts`() throws {
    let transcript = try transcript(Self.session)
    for part in transcript.parts {
      for offset in [part.span.lower, part.span.upper - 1] {
        #expect(transcript.part(at: offset) == part)
        #expect(transcript.turn(at: offset) == part.turn)
      }
    }
    let end = Int32(transcript.text.text.bytes.count)
    #expect(transcript.part(at: end) == nil)
    let all = transcript.speech(in: TextSpan(0, end))
    #expect(all == transcript.parts.filter { $0.kind == .speech }.map(\.span))
    let sentences = transcript.turns.indices.map { transcript.sentences(of: $0) }
    #expect(sentences.last?.upperBound == transcript.text.sentences.count)
    for (left, right) in zip(sentences, sentences.dropFirst()) {
      #expect(left.upperBound == right.lowerBound)
    }
  }

  @Test func `a text without labels is one turn without a speaker`() throws {
    let transcript = try transcript("Amigas y amigos: hoy es 4 de marzo.\n\nGracias a todos.")
    #expect(transcript.turns.count == 1)
    #expect(transcript.turns.first?.label == nil)
    #expect(transcript.texts(.speech).count == 2)
  }

  @Test(arguments: ["", "\n\n", " \u{FEFF}\n"])
  func `an empty text has no turns`(_ text: String) throws {
    let transcript = try transcript(text)
    #expect(transcript.turns.isEmpty && transcript.parts.isEmpty)
    #expect(transcript.turn(at: 0) == nil)
  }

  @Test(
    arguments: [
      "**Marcela Ibarra:** Buenos días.\n\n**Amalia Restrepo:** ¿Y el agua?\n",
      "**Marcela Ibarra**: Buenos días.\n\n**Amalia Restrepo**: ¿Y el agua?\n",
      "MARCELA IBARRA.— Buenos días.\n\nAMALIA RESTREPO.— ¿Y el agua?\n",
      "- MARCELA IBARRA:Buenos días.\n- AMALIA RESTREPO:¿Y el agua?\n",
      "Sra. Marcela Ibarra: Buenos días.\n\nSrta. Amalia Restrepo: ¿Y el agua?\n",
      "Marcela Ibarra: Buenos días.\nAmalia Restrepo: ¿Y el agua?\nMarcela Ibarra: Ahí va.\n",
      "La señora IBARRA (Marcela Ibarra): Buenos días.\nEl señor RESTREPO: ¿Y el agua?\n",
    ])
  func `labels of other shapes`(_ text: String) throws {
    let transcript = try transcript(text)
    #expect(transcript.turns.count >= 2)
    #expect(transcript.names.allSatisfy { $0.contains("Ibarra") || $0.contains("Restrepo") })
    #expect(transcript.texts(.speech).prefix(2) == ["Buenos días.", "¿Y el agua?"])
  }

  @Test func `letters and offices are labels in English`() throws {
    let letters = try transcript("Q: Why?\nA: Because.\nQ: Since when?\nA: Always.\n", "en")
    #expect(letters.turns.map(\.label?.kind) == [.question, .answer, .question, .answer])
    let offices = try transcript("The President: Good morning.\n\nReporter: And the water?\n", "en")
    #expect(offices.turns.map(\.label?.role) == ["The President", nil])
    #expect(offices.turns.map(\.label?.kind) == [.person, .question])
  }

  @Test(
    arguments: [
      "Hay tres cosas: agua, luz y caminos.\nEn otro tema: el puente.\n",
      "Llegamos a las 9:30 horas.\nhttps://example.org: la página\n",
      "Nota: esto es todo.\n",
    ])
  func `a colon alone makes no label`(_ text: String) throws {
    #expect(try transcript(text).turns.map(\.label) == [nil])
  }

  @Test func `a recording without its end ends where its speaker returns`() throws {
    let transcript = try transcript(
      """
      MARCELA IBARRA: Veamos.
      (INICIA VIDEO)
      VOZ MUJER: Uno.
      MARCELA IBARRA: Gracias.
      PREGUNTA: ¿Y luego?
      """)
    #expect(transcript.turns.map(\.isPlayed) == [false, true, false, false])
  }

  /// Texts made of what transcripts are made of, in any order.
  @Test func `nothing is lost and nothing overlaps`() throws {
    let stuff = [
      "MARCELA IBARRA:", "PREGUNTA:", "(INICIA VIDEO)", "(FINALIZA VIDEO)", "(risas)", "[sic", "**",
      "Fecha: 2031-03-04", "\n", "\n\n", "Dice la carta:", "“Todo lo que aquí se dice es verdad",
      "”",
      "« no »", "—000—", "Hola.", "Q:", "\u{2028}", "El señor", "TÍTULO", "# Uno", "https://a.b:8",
      "1. ", " ", "))", "((", "\"", "‘Si no se puede hoy, mañana será’",
    ]
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        text += stuff.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += " " }
        if Int.random(in: 0..<12, using: &generator) == 0 { text += generator.text(upTo: 6) }
      }
      check(try transcript(text))
    }
  }

  private func check(_ transcript: Transcript) {
    let bytes = transcript.text.text.bytes
    var end: Int32 = 0
    for part in transcript.parts {
      #expect(part.span.lower >= end && !part.span.isEmpty)
      let gap = String(decoding: bytes[Int(end)..<Int(part.span.lower)], as: UTF8.self)
      #expect(gap.allSatisfy { $0.isWhitespace }, "\(gap)")
      if let turn = part.turn {
        #expect(transcript.turns[turn].span.lower <= part.span.lower)
        #expect(transcript.turns[turn].span.upper >= part.span.upper)
      }
      end = part.span.upper
    }
    let rest = String(decoding: bytes[Int(end)...], as: UTF8.self)
    #expect(rest.allSatisfy { $0.isWhitespace }, "\(rest)")
    for (left, right) in zip(transcript.turns, transcript.turns.dropFirst()) {
      #expect(left.span.upper <= right.span.lower)
    }
    var last: Int32 = 0
    for reading in transcript.readings {
      #expect(reading.span.lower >= last && !reading.span.isEmpty)
      #expect(transcript.turns[reading.turn].span.upper >= reading.span.upper)
      last = reading.span.upper
    }
  }
}

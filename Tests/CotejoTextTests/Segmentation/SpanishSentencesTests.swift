import Testing

@testable import CotejoText

/// What the rules and the Spanish pack make of invented Spanish, rule by rule.
struct SpanishSentencesTests {
  private func expect(_ text: MarkedText) throws {
    #expect(try segment(text, language: "es") == text.sentences)
  }

  @Test(arguments: [
    "Llegó el Sr. Ibarra.| Lo recibió la Dra. Luna.",
    "Firmaron los Sres. Paz y Gil ante el Lic. Ramos.| Nadie más vino.",
    "LA SRA. LUNA HABLÓ.| NADIE OYÓ.",
    "Cayó en 301 a. C. ante Roma.| Ocurrió en 12 d.C. en paz.",
    "Ocurrió hacia 12 d. C.| Después hubo paz.",
    "Llegaron a las 7 p. m. con lluvia.| Cerraron a las 9 p. m.| Nadie quedó.",
    "Compró clavos, tornillos, etc.| Luego pagó.",
    "Compró clavos, tornillos, etc. y pagó.",
    "Volvió de EE. UU. con su hija.| Viven en EE. UU.| El padre no.",
    "Volvió de EE.\u{A0}UU. con su hija.| Ya está aquí.",
    "La firma Beta, S. A. de C. V. quebró.| Debía mucho.",
    "Véase núm. 4, art. 12, pág. 3 y fig. II.| Basta con eso.",
    "Dijo que no.| Luego calló.| ¿Cuántos?| No. 7 era el suyo.",
    "Vive junto al mar.| Tiene frío.| Le gusta el sol.| Mañana vuelve.",
    "Mandaron peras, p. ej., y uvas.| Sobraron.",
  ])
  func `abbreviations end sentences by their class`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "Leyó a J. R. Jiménez y a G. A. Bécquer.| Le gustaron.",
    "Habló Juan B. Peña.| Aplaudieron.",
    "Toma vitamina C.| Los niños también.",
    "Marcaba 38 °C.| Afortunadamente bajó.",
    "Costó $ 1.250,50 o 3.1 dólares.| Era caro.",
    "Murió en 1998.| 12 años después abrieron la caja.",
    "Suma 2 y 2.| 4 no es mucho.",
  ])
  func `initials and numbers`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "¿Qué hora es?| ¡Ya es tarde!| ¿No?",
    "Oye, ¿vienes?| Sí.",
    "¿Vienes?, preguntó.| No contestó.",
    "¡Qué calor! y se fue.| Nadie lo siguió.",
    "Pero… ¿qué dices?| Nada.",
    "No sé… quizá.| Bueno…| Otro día.",
    "Yo… Yo no fui.",
    "Es así (!) y punto.| Fin.",
    "Se fue (?).| Volvió.",
    "Basta.| ¿ Quién llama?",
    "¿Quién llama?¿Quién es?",
  ])
  func `questions, exclamations and ellipses`(_ text: MarkedText) throws {
    // Where the writer left the space out the marks alone part the sentences.
    if text.testDescription.contains("?¿") {
      #expect(try segment(text, language: "es") == ["¿Quién llama?", "¿Quién es?"])
    } else {
      try expect(text)
    }
  }

  @Test(arguments: [
    "«¿Dónde está?», preguntó la niña.| Nadie lo sabía.",
    "“No tengo prisa.| Puedo esperar”, dijo el juez.| Y esperó.",
    "Dijo: «No.| Nunca».| Luego se sentó.",
    "Dijo que «eso no es así».| «Es peor», añadió.",
    "\"Iremos.| Llevaremos pan\", prometió.| \"Y vino\".",
    "Lo llamó «mi capitán.» y saludó.",
    "Murió \"sin dolor\" . | \" Fue rápido \" , dijeron.",
    "Llovía (mucho, por cierto).| Nos mojamos.",
    "Llovía.| (Aplausos.)| Nos mojamos.",
    "Eso dijo [...] y eso hizo.| [...] Nadie lo vio.",
    "Es cierto (…)| El resto también.",
  ])
  func `quotations and brackets`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "—¿Vas a salir? —preguntó Ana.| —No —dijo él—.| Hace frío.",
    "—Buenos días.| —Buenos días.",
    "—¡Fuera! —gritó.| —Ya voy.",
    "Era tarde.| —Vámonos.",
    "Era tarde.\n|—¿Vamos?\n|—Vamos.",
  ])
  func `turns of a dialogue`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "MINISTRA DE OBRAS, INÉS ROA: Buenos días.| ¿Empezamos?| PREGUNTA: Sí, ministra.",
    "PREGUNTA: ¿Y el puente\n|MINISTRA: Ya está.",
    "INTERLOCUTOR: (Inaudible) …de las obras.| MINISTRA: No.",
  ])
  func `labels of speakers stay with what they say`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "1. Pan.| 2. Vino.| 3. Queso.",
    "1) Pan 2) Vino".marked(at: ["2)"]),
    "• Pan • Vino".marked(at: ["• V"]),
    "a) pan b) vino c) queso".marked(at: ["b)", "c)"]),
    "El 3) y el 4) faltan.",
    "Se ordena: que paguen;| Que callen.| Nada más.",
    "Leyó La Razón; El País; La Voz.",
    "SUBE EL PAN OTRA VEZ EN MAYO| El precio del pan subió.",
    "6 de julio. - El rey viaja.| 7 de julio. - El rey vuelve.",
  ])
  func `lists, clauses and headlines`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "Una frase\nen dos\r\nrenglones.| Otra\nfrase.",
    "Fue el Sr.\nIbarra.| Sí.",
    "Terminó.Empezó otra cosa.".marked(at: ["Empezó"]),
    "Escriba a ana@correo.Com.| Vea www.sitio.Com hoy.",
    "El texto[3] acaba.[4]| Sigue otro. [5] |Y otro.",
  ])
  func `line ends, missing spaces and references`(_ text: MarkedText) throws {
    try expect(text)
  }
}

extension String {
  /// The text with a mark before each of `starts`.
  func marked(at starts: [String]) -> MarkedText {
    var text = self
    for start in starts { text = text.replacing(start, with: "|\(start)", maxReplacements: 1) }
    return MarkedText(stringLiteral: text)
  }
}

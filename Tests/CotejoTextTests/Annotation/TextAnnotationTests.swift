import CotejoTestSupport
import CotejoText
import Testing

struct TextAnnotationTests {
  private func segmented(
    _ text: String, _ language: String, _ pack: LanguagePack? = nil
  ) throws -> (text: SegmentedText, pack: LanguagePack?) {
    let tag = try LanguageTag(language)
    let pack = try pack ?? LanguagePack.find(tag)
    let document = try DocumentReader().document(of: Array(text.utf8), id: "t", language: tag)
    var segmenter = try SentenceSegmenter(language: tag, pack: pack)
    let paragraphs = ParagraphSplitter(mode: .line).paragraphs(of: document.text)
    return (
      try SegmentedText(
        document.text, paragraphs: paragraphs, language: tag, segmenter: &segmenter), pack
    )
  }

  /// The annotations as `kind text`.
  private func annotations(_ text: String, _ language: String) throws -> [String] {
    let (text, pack) = try segmented(text, language)
    return text.annotations(pack: pack).map { "\($0.kind.rawValue) \(text.text[$0.span])" }
  }

  @Test(arguments: [
    ("es", "Gracias. (APLAUSOS) Sigo.", ["stageNote (APLAUSOS)"]),
    (
      "es", "Él (risas y aplausos prolongados) calló.", ["stageNote (risas y aplausos prolongados)"]
    ),
    (
      "es", "Era el (inaudible) y [ininteligible, 00:12].",
      [
        "inaudible (inaudible)", "inaudible [ininteligible, 00:12]",
      ]
    ),
    (
      "en", "We won. [Cheers from the back] [the mayor] and [w]e left.",
      [
        "stageNote [Cheers from the back]", "insertion [the mayor]", "insertion [w]",
      ]
    ),
    (
      "en", "He “goed [sic] home” (sic!) […] and [. . .] (...).",
      [
        "sic [sic]", "sic (sic!)", "omission […]", "omission [. . .]", "omission (...)",
      ]
    ),
    (
      "de", "Das gilt. (Beifall bei der Linken) Danke (unverständlich).",
      [
        "stageNote (Beifall bei der Linken)", "inaudible (unverständlich)",
      ]
    ),
    (
      "fr", "Merci. (Applaudissements et rires) [propos hors micro]",
      [
        "stageNote (Applaudissements et rires)", "inaudible [propos hors micro]",
      ]
    ),
    ("pt", "Obrigado (risos). [inaudível]", ["stageNote (risos)", "inaudible [inaudível]"]),
    ("it", "Grazie (applausi in aula).", ["stageNote (applausi in aula)"]),
    ("ca", "Gràcies (rialles del públic).", ["stageNote (rialles del públic)"]),
    ("gl", "Grazas (aplausos prolongados).", ["stageNote (aplausos prolongados)"]),
    // A language without words has what needs none.
    ("nl", "Dank (applaus) […] [de minister] zei.", ["omission […]", "insertion [de minister]"]),
  ])
  func `notes, insertions and omissions are found by kind`(
    _ language: String, _ text: String, _ expected: [String]
  ) throws {
    #expect(try annotations(text, language) == expected)
  }

  @Test(arguments: [
    ("es", "La OTAN (OTAN) y la (corte suprema de justicia) el 3 (martes)."),
    (
      "en",
      "A critic (music critic for a daily) wrote (points 3 and 4) it. (Reading it took hours.)"
    ),
    ("en", "See [12], [3, 4], [ ], [x] done, a[i] = 1, [[link]], [text](address), ![alt](x)."),
    ("es", "En [www.ejemplo.org/a], [a@ejemplo.org] y [http://x.org]."),
    ("en", "An open bracket [ and (another stay. Dots.. (.) (..) [] ()"),
    ("es", "El tribunal (CONSEJO DE SEGURIDAD NACIONAL) dijo."),
  ])
  func `what is part of the text is left alone`(_ language: String, _ text: String) throws {
    #expect(try annotations(text, language) == [])
  }

  @Test func `labels and times of a transcript are found, and its notes by their first word`()
    throws
  {
    let text = """
      FECHA: 3 de marzo
      PRESIDENTA ANA RUIZ: Buenos días (aplausos de los que estaban ahí).
      PREGUNTA: ¿Y (SE PROYECTA EL MENSAJE GRABADO) ayer?
      """
    #expect(
      try annotations(text, "es") == [
        "speakerLabel PRESIDENTA ANA RUIZ:", "stageNote (aplausos de los que estaban ahí)",
        "speakerLabel PREGUNTA:", "stageNote (SE PROYECTA EL MENSAJE GRABADO)",
      ])
    #expect(
      try annotations("[00:01:02] ANA: Well.\n[00:01:09] LUZ: No [crosstalk].", "en") == [
        "time [00:01:02]", "speakerLabel ANA:", "time [00:01:09]", "speakerLabel LUZ:",
        "stageNote [crosstalk]",
      ])
  }

  @Test func `spans lead back to the file, past what was repaired`() throws {
    let tag = try LanguageTag("es")
    var normalizer = try Normalizer()
    let source = "Se\u{AD}ñor\u{200B} (\u{AD}risas) &amp; [sic]"
    let document = try normalizer.normalize(
      try DocumentReader().document(of: Array(source.utf8), id: "t", language: tag))
    var segmenter = try SentenceSegmenter(language: tag, pack: nil)
    let text = try SegmentedText(
      document.text, paragraphs: ParagraphSplitter().paragraphs(of: document.text), language: tag,
      segmenter: &segmenter)
    let found = text.annotations(pack: try LanguagePack.find(tag))
    #expect(found.map(\.kind) == [.stageNote, .sic])
    let words = found.map {
      String(decoding: document.source[text.text.sourceSpan(of: $0.span).range], as: UTF8.self)
    }
    #expect(words == ["(\u{AD}risas)", "[sic]"])
  }

  @Test func `annotations of any text are in order and apart, and cut no character`() throws {
    var generator = SeededGenerator(seed: 83)
    let pieces = [
      "(", ")", "[", "]", "((", "risas", "SIC", "sic", "...", "…", " ", "\n", "ANA RUIZ: ", "[12]",
      "[00:10:20] ", "aplausos", "x", ".", "“", "中", "\u{301}", "\u{2028}", "(inaudible)",
    ]
    // Reading the language data for each text would take most of the time.
    let pack = try LanguagePack.find(LanguageTag("es"))
    var found = 0
    for _ in 0..<400 {
      var source = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        source +=
          Int.random(in: 0..<5, using: &generator) == 0
          ? generator.text(upTo: 3) : pieces.randomElement(using: &generator) ?? ""
      }
      let (text, _) = try segmented(source, "es", pack)
      var end: Int32 = 0
      for annotation in text.annotations(pack: pack) {
        #expect(annotation.span.lower >= end && !annotation.span.isEmpty)
        #expect(String(validating: text.text.bytes[annotation.span.range], as: UTF8.self) != nil)
        end = annotation.span.upper
        found += 1
      }
      #expect(Int(end) <= text.text.bytes.count)
    }
    #expect(found > 300)
  }
}

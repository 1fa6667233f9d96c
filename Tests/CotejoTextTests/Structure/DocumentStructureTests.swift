import CotejoTestSupport
import Testing

@testable import CotejoText

struct DocumentStructureTests {
  private func segmented(_ text: String, _ mode: ParagraphSplitter.Mode = .automatic) throws
    -> SegmentedText
  {
    let language = try LanguageTag("es")
    let view = TextView(unchanged: Array(text.utf8))
    var segmenter = try SentenceSegmenter(language: language, pack: nil)
    return try SegmentedText(
      view, paragraphs: ParagraphSplitter(mode: mode).paragraphs(of: view), language: language,
      segmenter: &segmenter)
  }

  private func structure(_ text: String) throws -> DocumentStructure {
    DocumentStructure(try segmented(text))
  }

  private func values(_ marks: [DocumentStructure.Mark]) -> [[Int32]] {
    marks.map { [$0.sentence, $0.value] }
  }

  @Test func `paragraphs, blank lines and headings are told apart`() throws {
    let read = try structure(
      """
      El puente

      Se abrió ayer. Costó mucho.
      Nadie lo usa.

      # Cifras del año.
      Son pocas.
      """)
    #expect(
      read.openings == [
        .heading, .spacedParagraph, .nothing, .paragraph, .heading, .paragraph,
      ])
    #expect(!read.isFlat)
  }

  @Test func `items, dialogues and quotations are known by their marks`() throws {
    let read = try structure(
      """
      Hay que traer:
      1. Pan.
      2. Vino.
      - Sal gorda.
      • Aceite.
      —¿Quién va?
      —Yo.
      «Nadie», dijo.
      Artículo 7
      Nadie entra.
      """)
    #expect(
      read.openings == [
        .paragraph, .numberedItem, .numberedItem, .bulletItem, .bulletItem, .dialogue, .dialogue,
        .quotation, .numberedItem, .paragraph,
      ])
    #expect(values(read.numbers) == [[1, 1], [2, 2], [8, 7]])
  }

  @Test func `speakers are numbered by how often they speak`() throws {
    let read = try structure(
      """
      MODERADORA: Buenas tardes.
      Inés Roa: Gracias. Empiezo.
      Nota: Esto no es nadie.
      Inés Roa: Sigo.
      """)
    #expect(read.openings == [.turn, .turn, .nothing, .paragraph, .turn])
    #expect(values(read.turns) == [[0, 1], [1, 0], [4, 0]])
  }

  @Test func `the time of a cue is that of its words`() throws {
    let read = try structure(
      """
      1
      00:00:01,000 --> 00:00:03,000
      Buenas tardes.

      2
      00:00:04,500 --> 00:00:06,000
      Gracias.
      """)
    #expect(values(read.times) == [[1, 1000], [2, 1000], [4, 4500], [5, 4500]])
    let turns = try structure("[00:05] PRESIDENTA: Sí.\n[01:05] No. Nunca.")
    #expect(values(turns.times) == [[0, 5000], [1, 65000]])
    #expect(turns.openings == [.turn, .time, .nothing])
  }

  @Test(arguments: ["", " \n\n", "Una frase sola.", "Una frase. Otra frase. ¿Otra?"])
  func `what has no structure is flat`(_ text: String) throws {
    #expect(try structure(text).isFlat)
  }

  @Test func `lines that are sentences make paragraphs between blank ones`() throws {
    let document = try DocumentReader().document(
      of: Array("Uno.\nDos.\n\nTres.\n".utf8), id: "a", language: try LanguageTag("es"))
    let text = document.sentencesByLine
    #expect(text.sentences.map(\.paragraph) == [0, 0, 1, 2])
    #expect(
      DocumentStructure(text).openings == [.paragraph, .nothing, .paragraph, .paragraph])
    let flat = try DocumentReader().document(
      of: Array("Uno.\nDos.\nTres.\n".utf8), id: "a", language: try LanguageTag("es"))
    #expect(DocumentStructure(flat.sentencesByLine).isFlat)
  }

  @Test func `any text has a structure that fits its sentences`() throws {
    var generator = SeededGenerator(seed: 7103)
    let pieces = [
      "\n", "\n\n", "1. ", "b) ", "— ", "• ", "Inés: ", "ANA: ", "[00:01] ", "# ", "“", "Sí. ",
      "00:00:01,0 --> 00:00:02,0\n", "¿No? ", "\u{2028}", "\u{0}", "12\n", "Artículo 3\n",
    ]
    for round in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Int.random(in: 0..<3, using: &generator) > 0 {
          text += pieces.randomElement(using: &generator)!
        } else {
          text += generator.text(upTo: 6)
        }
      }
      let mode = ParagraphSplitter.Mode.allCases[round % 3]
      let segmented = try segmented(text.replacing("\r", with: "\n"), mode)
      let read = DocumentStructure(segmented)
      let count = Int32(segmented.sentences.count)
      #expect(read.openings.count == Int(count))
      #expect(read.openings.first != .nothing)
      for marks in [read.numbers, read.times, read.turns] {
        #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.sentence < $1.sentence })
        #expect(marks.allSatisfy { (0..<count).contains($0.sentence) && $0.value >= 0 })
      }
      #expect(read.turns.allSatisfy { read.openings[Int($0.sentence)] == .turn })
      #expect(read.turns.count == read.openings.count { $0 == .turn })
    }
  }
}

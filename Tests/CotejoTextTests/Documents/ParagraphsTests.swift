import CotejoTestSupport
import Testing

@testable import CotejoText

struct ParagraphsTests {
  private func paragraphs(_ text: String, _ mode: ParagraphSplitter.Mode) -> [String] {
    let view = TextView(unchanged: Array(text.utf8))
    return ParagraphSplitter(mode: mode).paragraphs(of: view).map { view[$0] }
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), (" \n\t\n", []), ("a", ["a"]), ("a\nb", ["a", "b"]),
    ("a\n\nb\n", ["a", "b"]), ("  a \n\u{A0}\u{3000}\nb\t", ["a", "b"]),
    ("a\n \nb c\nd", ["a", "b c", "d"]), ("\n\na\n\n\n\nb", ["a", "b"]),
    ("ñ\u{2003}\né", ["ñ", "é"]),
  ])
  func takesEachLine(text: String, expected: [String]) {
    #expect(paragraphs(text, .line) == expected)
    // Short lines are never taken for wrapped.
    #expect(paragraphs(text, .automatic) == expected)
  }

  @Test(arguments: [
    ("", []), ("a\nb", ["a\nb"]), ("a\n\nb\n", ["a", "b"]),
    (" a \n b \n\u{A0}\nc", ["a \n b", "c"]),
    ("\n\na\n\n\n\nb\nc\n\n", ["a", "b\nc"]),
  ])
  func takesBlocks(text: String, expected: [String]) {
    #expect(paragraphs(text, .blankLine) == expected)
  }

  /// Two sentences' worth of plain words.
  private let words = """
    El presidente de la comisión explicó ayer ante los periodistas que las obras del nuevo \
    puente empezarán en la primavera y que durarán algo más de dos años, según los planes que \
    se han enseñado a los vecinos. Nadie quiso decir cuánto van a costar ni quién las pagará. \
    La alcaldesa, por su parte, recordó que el puente viejo se cerró hace tres inviernos y que \
    desde entonces hay que dar un rodeo de veinte kilómetros para ir de una orilla a la otra.
    """

  /// Breaks words into lines of at most `width` characters.
  private func wrap(_ text: String, _ width: Int) -> String {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [45, 60, 72, 76, 100])
  func joinsWrappedLines(width: Int) {
    let wrapped = wrap(words, width)
    #expect(wrapped.contains("\n"))
    #expect(paragraphs(wrapped, .automatic) == [wrapped])
    #expect(paragraphs("\(wrapped)\n\n\(wrapped)\n", .automatic) == [wrapped, wrapped])
  }

  @Test func keepsHeadingsAndParagraphsOfWrappedTextApart() {
    let wrapped = wrap(words, 72)
    let text = "CAPÍTULO I\n\(wrapped)\n  \(wrapped)\n\(wrapped)"
    #expect(paragraphs(text, .automatic) == ["CAPÍTULO I", wrapped, wrapped, wrapped])
  }

  @Test func takesSentencesOnLinesAsParagraphs() {
    let lines = [
      "El presidente de la comisión explicó ayer que las obras empezarán en la primavera.",
      "Nadie quiso decir cuánto van a costar.", "¿Quién las pagará?",
      "La alcaldesa recordó que el puente viejo se cerró hace tres inviernos y que desde entonces "
        + "hay que dar un rodeo.", "No dijo más.",
    ]
    #expect(paragraphs(lines.joined(separator: "\n"), .automatic) == lines)
  }

  @Test func takesListsAndVerseLineByLine() {
    let list = [
      "Presidencia del Gobierno",
      "Ministerio de Asuntos Exteriores, Unión Europea y "
        + "Cooperación", "Ministerio de Justicia", "Ministerio de Defensa",
      "Ministerio de Hacienda y Función Pública",
    ]
    #expect(paragraphs(list.joined(separator: "\n"), .automatic) == list)
    let verse = [
      "la luz se va despacio por el río", "y nadie dice nada en la ribera,",
      "que todo lo que fue, si fue, era mío", "y todo lo que espera, si es que espera",
    ]
    #expect(paragraphs(verse.joined(separator: "\n"), .automatic) == verse)
  }

  @Test func tellsWhetherTextIsWrapped() {
    #expect(ParagraphSplitter.isWrapped(TextView(unchanged: Array(wrap(words, 72).utf8))))
    #expect(!ParagraphSplitter.isWrapped(TextView(unchanged: Array(words.utf8))))
  }

  @Test(arguments: ParagraphSplitter.Mode.allCases)
  func losesNoCharacter(mode: ParagraphSplitter.Mode) {
    var generator = SeededGenerator(seed: 41)
    let pieces = [
      "a", "palabra ", "ñ", ".", "\n", "\n\n", " ", "\t", "\u{A0}", "— ", "una línea larga ",
    ]
    for round in 0..<1000 {
      let text = (0..<round % 120).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let view = TextView(unchanged: Array(text.utf8))
      let spans = ParagraphSplitter(mode: mode).paragraphs(of: view)
      var end: Int32 = 0
      for span in spans {
        #expect(span.lower >= end && !span.isEmpty)
        #expect(isBlank(view.bytes[Int(end)..<Int(span.lower)]))
        #expect(WhiteSpace.trimmed(span.range, in: view.bytes.span) == span.range)
        end = span.upper
      }
      #expect(isBlank(view.bytes[Int(end)...]))
    }
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    return WhiteSpace.trimmed(0..<bytes.count, in: bytes.span).isEmpty
  }
}

internal import CotejoText

/// Finds what stands between marks or behind rayas in the paragraphs of a text.
struct ParagraphScanner {
  private let marks: MarkScanner
  private let dialogue: DialogueScanner<NarratorVerbs>
  /// Whether the language prints dialogue with dashes.
  private let hasDialogue: Bool

  /// Makes a scanner for texts of a language.
  ///
  /// - Parameters:
  ///   - language: the language whose marks come on top of those of any language.
  ///   - pack: its lists; a language without them may begin turns of dialogue with dashes, as most
  ///     do in print.
  /// - Throws: `icu` if ICU fails.
  init(language: LanguageTag, pack: LanguagePack?) throws(QuotationError) {
    marks = MarkScanner(
      shapes: try MarkShapes(language: language), elisions: Elisions(pack: pack))
    dialogue = DialogueScanner(verbs: NarratorVerbs(pack: pack))
    hasDialogue = pack?.hasDialogueDashes ?? true
  }

  /// What stands between the marks and behind the rayas of each paragraph, in order, with the
  /// pieces of long quotations tied.
  /// - Complexity: O(*n*) in the bytes of the text.
  func paragraphs(of text: SegmentedText) -> [MarkScanner.Paragraph] {
    // A copy of the reference, since the span borrows it.
    let source = text.text.bytes
    let ranges = ArticleParagraphs.ranges(of: text)
    var paragraphs: [MarkScanner.Paragraph] = []
    for (number, range) in ranges {
      var paragraph = marks.paragraph(range, number: number, in: source.span)
      if hasDialogue {
        dialogue.appendTurns(to: &paragraph, range, number: number, in: source.span)
      }
      paragraphs.append(paragraph)
    }
    QuotationRun.tie(&paragraphs, ranges: ranges)
    return paragraphs
  }
}

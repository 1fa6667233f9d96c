import CotejoTestSupport
import Testing

@testable import CotejoText

struct EndConfidenceTests {
  private func confidences(
    _ text: String, language: String, hasPack: Bool = true,
    paragraphs: ParagraphSplitter.Mode = .line
  ) throws -> [Float] {
    let tag = try LanguageTag(language)
    let pack = hasPack ? try LanguagePack.find(tag) : nil
    let document = try DocumentReader().document(
      of: Array(text.utf8), id: "t.txt", language: tag)
    var segmenter = try SentenceSegmenter(language: tag, pack: pack)
    let segmented = try SegmentedText(
      document.text, paragraphs: ParagraphSplitter(mode: paragraphs).paragraphs(of: document.text),
      language: tag, segmenter: &segmenter)
    let found = segmented.endConfidences(pack: pack)
    #expect(found.count == segmented.sentences.count)
    return found
  }

  @Test(arguments: ["en", "es"])
  func `the ends of paragraphs are certain and plain stops nearly so`(_ language: String) throws {
    let text =
      language == "en"
      ? "The house was sold last year. Nobody knew who had bought it.\nWe left.\n"
      : "La casa se vendió el año pasado. Nadie sabía quién la había comprado.\nNos fuimos.\n"
    let found = try confidences(text, language: language)
    #expect(found.count == 3)
    #expect(found[1...] == [1, 1])
    #expect(found[0] > 0.95 && found[0] < 1)
  }

  @Test func `an end that was found without a stop is likelier than not`() throws {
    let found = try confidences(
      "i will see you there What did they say?? Please call me.", language: "en")
    #expect(found.count == 3)
    #expect(found[0] >= 0.5 && found[0] < 1)
  }

  @Test func `without a model the share of the rules is told`() throws {
    #expect(try confidences("Uno. Dos.", language: "pt") == [0.99, 1])
    #expect(try confidences("Uno. Dos.", language: "xx", hasPack: false) == [0.99, 1])
    #expect(try confidences("• Uno • Dos", language: "pt") == [0.9, 1])
    #expect(try confidences("", language: "en").isEmpty)
  }

  @Test func `lines that end are as sure as lines are`() throws {
    let found = try confidences("- One thing\n- The other", language: "en", paragraphs: .blankLine)
    #expect(found == [0.9, 1])
  }

  @Test func `confidences lie between 0 and 1 for any text`() throws {
    var numbers = SeededGenerator(seed: 41)
    for _ in 0..<200 {
      let words = ["The ", "we", "!", ". ", "\n", "I ", " —", "3/27/2001 ", "\u{2028}", "é"]
      var text = numbers.text(upTo: 40)
      for _ in 0..<20 { text += words.randomElement(using: &numbers) ?? "" }
      for language in ["en", "es", "fr"] {
        for confidence in try confidences(text, language: language) {
          #expect(confidence > 0 && confidence <= 1)
        }
      }
    }
  }
}

import CotejoTestSupport
import CotejoText
import Testing

/// The text that is handed in comes out unchanged, character for character, whatever it is.
struct UnchangedTextTests {
  private static let languages = ["es", "en", "de", "fr", "zh", "th", "el", "ar", "ja", "und"]

  /// Marks and words that rules look at, among which random text is strewn.
  private static let pieces = [
    ". ", "! ", "?", "…", ".", "\n", "\r\n", "\r", "\n\n", "\u{2028}", "\u{2029}", "\u{85}",
    "\u{0}",
    "\u{FEFF}", "\u{200B}", "\u{301}", "\u{A0}", "\u{3000}", "«", "»", "“", "”", "\"", "—", "¿",
    "¡",
    "(", ")", "Sr. ", "Dr. ", "A. ", "1. ", "• ", "ANA: ", "EE. UU. ", "。", "؟ ", "; ", "ไทย", "。」",
    "👩‍👧", "\u{1F1EA}\u{1F1F8}", "\u{10FFFF}", "\u{378}", "Palabra ", "palabra",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      text +=
        Int.random(in: 0..<3, using: &generator) == 0
        ? generator.text(upTo: 8) : Self.pieces.randomElement(using: &generator) ?? ""
    }
    return text
  }

  private func isWhiteSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// Checks that the sentences and what stands between them, which is white space, are the text, in
  /// the view and in the file, and returns how many there are.
  private func check(
    _ document: Document, _ mode: ParagraphSplitter.Mode, _ segmenter: inout SentenceSegmenter
  ) throws -> Int {
    let view = document.text
    let before = view.bytes
    let segmented = try SegmentedText(
      view, paragraphs: ParagraphSplitter(mode: mode).paragraphs(of: view),
      language: document.language, segmenter: &segmenter)
    #expect(segmented.text.bytes == before)
    var joined: [UInt8] = []
    var end: Int32 = 0
    var sourceEnd: Int32 = 0
    var paragraph: Int32 = -1
    for sentence in segmented.sentences {
      guard sentence.span.lower >= end, !sentence.span.isEmpty, sentence.paragraph >= paragraph
      else {
        Issue.record("\(sentence) in \(String(decoding: before, as: UTF8.self).debugDescription)")
        return 0
      }
      let gap = before[Int(end)..<Int(sentence.span.lower)]
      let words = before[sentence.span.range]
      #expect(isWhiteSpace(gap), "\(String(decoding: before, as: UTF8.self).debugDescription)")
      #expect(String(validating: words, as: UTF8.self) != nil)
      joined += gap + words
      end = sentence.span.upper
      paragraph = sentence.paragraph
      let source = view.sourceSpan(of: sentence.span)
      #expect(source.lower >= sourceEnd)
      sourceEnd = source.upper
    }
    let rest = before[Int(end)...]
    #expect(isWhiteSpace(rest))
    #expect(joined + rest == before)
    #expect(Int(sourceEnd) <= document.source.count)
    return segmented.sentences.count
  }

  @Test(arguments: languages) func `by the rules of the program`(_ language: String) throws {
    let tag = try LanguageTag(language)
    var generator = SeededGenerator(seed: 101)
    var segmenter = try SentenceSegmenter(language: tag, pack: try LanguagePack.find(tag))
    var found = 0
    for round in 0..<300 {
      // Bytes that are not UTF-8 are repaired on the way in; all else is as it was.
      var bytes = Array(text(&generator).utf8)
      if round % 3 == 0 { bytes += generator.bytes(upTo: 6) + Array(text(&generator).utf8) }
      guard
        let document = try? DocumentReader().document(of: bytes, id: "t", language: tag)
      else { continue }
      #expect(document.source == bytes)
      let mode = ParagraphSplitter.Mode.allCases[round % 3]
      found += try check(document, mode, &segmenter)
    }
    #expect(found > 1000)
  }

  @Test(arguments: languages) func `by the rules of an SRX file`(_ language: String) throws {
    let tag = try LanguageTag(language)
    var generator = SeededGenerator(seed: 103)
    let rules = try SRXRules(
      bytes: Array(
        srx([
          (false, "\\b(Sr|Dr)\\.", "\\s"), (false, "^\\s*\\d+\\.", ""), (true, "[.?!…。]+", ""),
          (true, "\\s", "\\p{Lu}"), (true, "(?i)palabra", ""), (true, "[^\\x{0}-\\x{FFFF}]", "."),
          (true, "\\p{Mn}", ""), (true, "\\x{0}", "\\R"),
        ]).utf8), place: "r.srx")
    var segmenter = try SentenceSegmenter(language: tag, pack: nil, srx: rules)
    var found = 0
    for round in 0..<300 {
      let bytes = Array(text(&generator).utf8)
      guard
        let document = try? DocumentReader().document(of: bytes, id: "t", language: tag)
      else { continue }
      let mode = ParagraphSplitter.Mode.allCases[round % 3]
      found += try check(document, mode, &segmenter)
    }
    #expect(found > 1000)
  }
}

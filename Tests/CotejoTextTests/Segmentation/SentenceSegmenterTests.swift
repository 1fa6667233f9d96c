import CotejoTestSupport
import Testing

@testable import CotejoText

struct SentenceSegmenterTests {
  /// Code points that the rules look at, and some that they do not.
  private static let alphabet: [Unicode.Scalar] = [
    ".", ".", "!", "?", "…", "¿", "¡", "\"", "'", "“", "”", "«", "»", "(", ")", "[", "]", "—", "-",
    ";", ":", ",", " ", " ", " ", "\n", "\r", "\t", "\u{0}", "\u{A0}", "\u{2028}", "\u{85}",
    "\u{200B}", "\u{FEFF}", "\u{301}", "a", "b", "Z", "É", "ñ", "I", "1", "2", "ß", "Ω", "я", "。",
    "中", "।", "क", "؟", "م", "😀", "\u{10FFFF}", "•", "°", "$", "S", "r", "etc",
  ].flatMap { $0.unicodeScalars }

  /// The white space of Unicode, as bytes.
  private func isWhiteSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  @Test(arguments: ["es", "en", "de", "el", "zh"])
  func `random text is covered in order and never cut within a character`(
    _ language: String
  ) throws {
    var generator = SeededGenerator(seed: 29)
    let pack = try LanguagePack.find(LanguageTag(language))
    var segmenter = try SentenceSegmenter(language: LanguageTag(language), pack: pack)
    var found = 0
    for _ in 0..<600 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if let scalar = Self.alphabet.randomElement(using: &generator) { text.append(scalar) }
      }
      // The paragraph stands in a greater text, whose rest must not matter.
      let bytes = Array("É. ".utf8) + Array(String(text).utf8) + Array(" É".utf8)
      let paragraph = TextSpan(4, Int32(bytes.count - 3))
      var sentences: [Sentence] = []
      try segmenter.appendSentences(of: paragraph, number: 7, in: bytes, to: &sentences)
      found += sentences.count
      var end = paragraph.lower
      for sentence in sentences {
        guard sentence.span.lower >= end, sentence.span.upper <= paragraph.upper,
          !sentence.span.isEmpty
        else {
          Issue.record("\(sentence.span) in \(String(text).debugDescription)")
          break
        }
        #expect(sentence.paragraph == 7)
        #expect(isWhiteSpace(bytes[Int(end)..<Int(sentence.span.lower)]))
        #expect(String(validating: bytes[sentence.span.range], as: UTF8.self) != nil)
        end = sentence.span.upper
      }
      #expect(isWhiteSpace(bytes[Int(end)..<Int(paragraph.upper)]))
    }
    #expect(found > 1000)
  }

  @Test func `other scripts get ICU's boundaries, in one text with Latin`() throws {
    let text: MarkedText = "El Sr. Wu dijo: 你好。|再见。| Luego: मैं हूँ।| तुम हो।| Fin."
    #expect(try segment(text, language: "es") == text.sentences)
    let arabic: MarkedText = "هل أنت هنا؟| نعم."
    #expect(try segment(arabic, language: "ar") == arabic.sentences)
    let greek: MarkedText = "Τι ώρα είναι;| Δεν ξέρω."
    #expect(try segment(greek, language: "el") == greek.sentences)
  }

  @Test func `a language without a pack has the rules that need no list`() throws {
    let text: MarkedText = "Het is 5.3 graden.| Is J. Smit daar?| Ja…| Nee.| A. de Vries komt."
    #expect(try segment(text, language: "nl") == text.sentences)
  }

  @Test(arguments: ["", " ", "\n\t\u{A0}\u{3000}"])
  func `white space has no sentence`(_ text: String) throws {
    #expect(try sentences(of: Array(text.utf8), language: "es").isEmpty)
  }

  @Test(arguments: [".", "…", "—", "\u{0}", "\"", "«»", "?!?"])
  func `marks alone are a sentence`(_ text: String) throws {
    let spans = try sentences(of: Array(text.utf8), language: "es").map(\.span)
    #expect(spans == [TextSpan(0, Int32(text.utf8.count))])
  }

  @Test func `a text is segmented paragraph by paragraph`() throws {
    let bytes = Array("Uno. Dos.\n\nTres".utf8)
    let tag = try LanguageTag("es")
    var segmenter = try SentenceSegmenter(language: tag, pack: nil)
    let text = try SegmentedText(
      TextView(unchanged: bytes), paragraphs: [TextSpan(0, 9), TextSpan(11, 15)], language: tag,
      segmenter: &segmenter)
    #expect(text.sentences.map(\.paragraph) == [0, 0, 1])
    #expect(text.sentences.map { text.text[$0.span] } == ["Uno.", "Dos.", "Tres"])
  }

  /// Texts that quadratic work would keep busy for minutes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("palabra ", 40_000), (". ", 30_000), (".", 100_000), ("\" ", 100_000), ("\". ", 30_000),
      ("a. ", 30_000), ("1. ", 30_000), ("• ", 30_000), ("A ", 60_000), ("[1]", 30_000),
      ("?\n", 30_000), ("\n", 100_000), ("— ", 30_000), ("X\n", 30_000), (". “", 30_000),
      ("。", 30_000), ("\u{0}", 100_000), ("\u{200B}", 30_000), (".)", 50_000),
      ("1) a 2) b 3) c ", 10_000), ("; ", 50_000), (". [1] ", 10_000),
    ])
  func `monotonous text takes time in proportion`(_ unit: String, _ count: Int) throws {
    let bytes = Array("x\(String(repeating: unit, count: count))x".utf8)
    let pack = try LanguagePack.find(LanguageTag("es"))
    let spans = try sentences(of: bytes, language: "es", pack: pack).map(\.span)
    for (left, right) in zip(spans, spans.dropFirst()) {
      guard left.upper <= right.lower else {
        Issue.record("\(left) and \(right)")
        break
      }
    }
  }
}

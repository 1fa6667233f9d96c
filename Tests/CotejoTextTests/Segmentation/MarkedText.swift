import CotejoText
import Testing

/// A text with `|` where sentences part, such as `Uno.| Dos.` for two.
struct MarkedText: CustomTestStringConvertible, Sendable, ExpressibleByStringLiteral {
  let testDescription: String

  init(stringLiteral value: String) { testDescription = value }

  /// The text without the marks.
  var bytes: [UInt8] { Array(testDescription.utf8).filter { $0 != 0x7C } }

  /// The sentences, without white space at their ends.
  var sentences: [String] {
    testDescription.split(separator: "|").map {
      let start = $0.drop { $0.isWhitespace }
      return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
  }
}

/// The sentences of one paragraph.
func sentences(
  of bytes: [UInt8], language: String, pack: LanguagePack? = nil
) throws(TextError) -> [Sentence] {
  var segmenter = try SentenceSegmenter(language: LanguageTag(language), pack: pack)
  var sentences: [Sentence] = []
  try segmenter.appendSentences(
    of: TextSpan(0, Int32(bytes.count)), number: 0, in: bytes, to: &sentences)
  return sentences
}

/// The words of each sentence of one paragraph, with the language's shipped pack.
func segment(_ text: MarkedText, language: String) throws(TextError) -> [String] {
  let bytes = text.bytes
  let pack = try LanguagePack.find(LanguageTag(language))
  return try sentences(of: bytes, language: language, pack: pack).map {
    String(decoding: bytes[$0.span.range], as: UTF8.self)
  }
}
